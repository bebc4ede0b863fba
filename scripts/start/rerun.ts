// node rerun.ts SCRIPT FOLDER…: runs the script, and runs it anew whenever a file below one of the folders has changed.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "chokidar";

/** Saving writes several files and some of them twice; milliseconds of quiet before the script is run anew. */
const QUIET_MS = 100;
const STOP_WITHIN_MS = 10_000;
const dieWithParent = new URL("die-with-parent.ts", import.meta.url).href;

const [script = "", ...folders] = process.argv.slice(2);
let program: ChildProcess | null = null;
let isStopping = false;

function run(): void {
  program = spawn(process.execPath, ["--import", dieWithParent, script], {
    env: { ...process.env, STARTED_BY: String(process.pid) },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

/** A program that ended by itself, over a fault in what was just saved, is waited for no longer: the next save runs it anew. */
async function stop(): Promise<void> {
  const ending = program;
  if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
  ending.kill("SIGTERM");
  const late = setTimeout(() => ending.kill("SIGKILL"), STOP_WITHIN_MS);
  await once(ending, "exit");
  clearTimeout(late);
}

let quiet: NodeJS.Timeout | undefined;
let turn = Promise.resolve();
const watcher = watch(folders, { ignoreInitial: true, ignored: /\.test\.ts$/ });
watcher.on("all", (_event, file) => {
  clearTimeout(quiet);
  quiet = setTimeout(() => {
    turn = turn.then(async () => {
      if (isStopping) return;
      console.log(`${file} has changed: ${script} is run anew.`);
      await stop();
      run();
    });
  }, QUIET_MS);
});
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, () => {
    isStopping = true;
    void turn.then(stop).then(() => process.exit(0));
  });

await once(watcher, "ready");
run();
