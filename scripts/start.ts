import { onEnd } from "./start/ending.ts";
import { Progress } from "./start/progress.ts";
import { run } from "./start/run.ts";
import { Shutdown } from "./start/shutdown.ts";
import { isMeantForPeople } from "./start/start-error.ts";

/** Brings the product up and keeps it up until it is told to stop. `--dev`: with hot reload. */
const progress = new Progress({
  isTTY: process.stdout.isTTY,
  write: (text) => process.stdout.write(text),
});
const shutdown = new Shutdown();

async function end(code: number): Promise<never> {
  await shutdown.run();
  process.exit(code);
}

function fail(error: unknown): void {
  // Parts that are being stopped fail in ways of their own.
  if (shutdown.isUnderWay) return;
  const text = isMeantForPeople(error) ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  void end(1);
}

onEnd(() => {
  progress.say("Stopping …");
  void end(0);
});
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);

run({ isDev: process.argv.includes("--dev"), progress, shutdown }).then(fail, fail);
