// npx pnpm@12 bench: the register's API measured, beside a bare server and beside tRPC's stock adapter.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { BenchUsageError, benchCommand } from "@vehicle-contracts/bench";
import { readSettings } from "@vehicle-contracts/settings";
import { onEnd } from "./start/ending.ts";
import { isMeantForPeople, isOfOptions } from "./start/start-error.ts";

// pnpm runs this in the repository's root; the caller's own folder is in INIT_CWD.
const from = process.env.INIT_CWD ?? process.cwd();

// Ending takes the servers and the database along.
onEnd(() => process.exit(130));

try {
  process.exitCode = await benchCommand(process.argv.slice(2), {
    dataDir: path.resolve(readSettings(process.env).dataDir),
    document: fileURLToPath(new URL("../docs/benchmarks.md", import.meta.url)),
    fromCaller: (given) => path.resolve(from, given),
  });
} catch (error) {
  if (!(error instanceof BenchUsageError) && !isMeantForPeople(error) && !isOfOptions(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
