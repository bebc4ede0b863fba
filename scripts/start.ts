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
  process.stderr.write(`${isMeantForPeople(error) ? error.message : withCauses(error)}\n`);
  void end(1);
}

/** An error that nobody foresaw, for a report: the driver's own says nothing of why, its cause does. */
function withCauses(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\nCaused by: ${withCauses(error.cause)}`;
  return `${error.stack}${cause}`;
}

onEnd(() => {
  progress.say("Stopping …");
  void end(0);
});
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);

run({ isDev: process.argv.includes("--dev"), progress, shutdown }).then(fail, fail);
