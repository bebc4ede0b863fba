import path from "node:path";
import { fileURLToPath } from "node:url";
import { startTestServer } from "@vehicle-contracts/database/testing";
import { faultsOfRun, keptLogs } from "./test/log-check.ts";
import { tally } from "./test/tally.ts";
import { runTurbo } from "./test/turbo.ts";

/** The one test command: every check and test, cached where nothing changed; the browser's last. */
const root = fileURLToPath(new URL("..", import.meta.url));
/**
 * Tests that wait more than they reckon. The browser's wait too, so they go beside them; not the benchmark's, whose servers turn
 * calls away while the machine is crowded.
 */
const waiting = ["api", "faults"].map((name) => `@vehicle-contracts/${name}`);
const browserTests = ["test:browser", ...waiting.map((name) => `${name}#test`)];
const checks = [
  "//#lint",
  "//#boundaries",
  "//#unused",
  // All packages as one program, and the app of a browser.
  "//#typecheck",
  "@vehicle-contracts/admin#typecheck",
  "//#test:scripts",
  "test",
  // What the browser tests start, while these leave a core idle.
  "//#build:admin",
];

const isPlain = Boolean(process.env.CI) || !process.stdout.isTTY;
const plain = { NO_COLOR: "1", FORCE_COLOR: undefined };
/** What Node compiles is kept for the next of the many processes of a run: most load the same packages. */
const compiled = { NODE_COMPILE_CACHE: path.join(root, "node_modules/.cache/compiled") };
const quiet = { TURBO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
const server = await startTestServer();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    void server.stop().finally(() => process.exit(1));
  });
}

async function runAll() {
  const env = {
    ...process.env,
    TERM: process.env.TERM ?? "dumb",
    ...quiet,
    ...compiled,
    ...(isPlain ? plain : {}),
    ...server.env,
  };
  const shared = ["--ui=stream", "--output-logs=new-only", ...(isPlain ? ["--no-color"] : [])];
  // With three at once, tests that give the driver as published a time to answer in give up too soon.
  const atOnce = "--concurrency=2";
  const others = waiting.map((name) => `--filter=!${name}`);
  const most = await runTurbo(root, [...checks, ...shared, ...others, atOnce], env);
  const browser = await runTurbo(root, [...browserTests, ...shared, atOnce], env);
  const tests = tally([...most.tasks, ...browser.tasks]);
  const isLogClean = await checkLogs();
  const passed = tests.passed + (isLogClean ? 1 : 0);
  const failed = tests.failed + (isLogClean ? 0 : 1);
  const exitCode = most.exitCode || browser.exitCode || (isLogClean ? 0 : 1);
  // Where turbo itself failed there is no failed task to count.
  console.log(`${passed} passed, ${exitCode !== 0 && failed === 0 ? 1 : failed} failed`);
  return failed > 0 ? exitCode || 1 : exitCode;
}

/** What the programs logged while they were tested holds nothing of anybody. Says what it does hold. */
async function checkLogs(): Promise<boolean> {
  const kept = await keptLogs(root);
  const faults = faultsOfRun(kept);
  const lines = kept.logs.reduce((sum, { text }) => sum + text.split("\n").length, 0);
  console.log(`Logs: ${lines} lines, ${kept.values.length} values looked for, ${faults.length} found`);
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  return faults.length === 0;
}

try {
  process.exitCode = await runAll();
} finally {
  await server.stop();
}
