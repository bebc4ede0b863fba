// npx pnpm@12 faults: breaks what the register runs on while clients use it, and checks what became of every call.
import { open } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { runFaults, scenarios, tableOf } from "@vehicle-contracts/faults";
import { isOfOptions, StartError } from "./start/start-error.ts";

const longest = Math.max(...scenarios.map(({ name }) => name.length));
const usage = `npx pnpm@12 faults [--only SCENARIO] [--seconds N] [--seed N] [--json FILE]
Starts a database and two processes of the API of its own, breaks them while clients write and read, and then holds every
call against what the database has: what was acknowledged is there once, nothing is half written, no read went back.
  --only      one scenario alone, of those below.
  --seconds   how long each breaks things; 20 when left out. The overload lasts three times as long.
  --seed      what is broken when, and who asks what; 1 when left out.
  --json      writes the figures to a file: [{ scenario, operations, acknowledged, lost, duplicated, halfWritten,
              violations, firstSuccessMs }].
${scenarios.map(({ name, breaks }) => `  ${name.padEnd(longest)}  ${breaks}`).join("\n")}
Exits 0 where there was no violation, else 1. A machine that is busy with other things shows in the durations.`;

const options = {
  only: { type: "string" },
  seconds: { type: "string" },
  seed: { type: "string" },
  json: { type: "string" },
  help: { type: "boolean" },
} as const;

function asked() {
  const { values } = parseArgs({ args: process.argv.slice(2).filter((word) => word !== "--"), options });
  if (values.help) return null;
  const { only, json } = values;
  if (only !== undefined && !scenarios.some(({ name }) => name === only))
    throw new StartError(
      `There is no scenario ${only}. There are: ${scenarios.map(({ name }) => name).join(", ")}.`,
    );
  return {
    only,
    json: json === undefined ? null : path.resolve(process.env.INIT_CWD ?? process.cwd(), json),
    seconds: wholeNumber("seconds", values.seconds ?? "20", 1),
    seed: wholeNumber("seed", values.seed ?? "1", 0),
  };
}

function wholeNumber(option: string, given: string, least: number): number {
  if (/^\d{1,9}$/.test(given) && Number(given) >= least) return Number(given);
  throw new StartError(`--${option} ${given} is no whole number from ${least} on.`);
}

async function main(): Promise<void> {
  const given = asked();
  if (given === null) return console.log(usage);
  const { json, ...how } = given;
  // Before the run: a file that cannot be written is known before it is waited for.
  const file = json === null ? null : await openForWriting(json);
  const reports = await runFaults({ ...how, judgesDurations: true, log: (line) => console.log(line) });
  for (const line of tableOf(reports)) console.log(line);
  const violations = reports.reduce((sum, report) => sum + report.violations, 0);
  console.log(`seed ${how.seed}: ${reports.length} scenarios, ${violations} violations`);
  await file?.writeFile(`${JSON.stringify(reports, null, 2)}\n`);
  await file?.close();
  if (violations > 0) process.exitCode = 1;
}

const openForWriting = (file: string) =>
  open(file, "w").catch(() => {
    throw new StartError(`${file} cannot be written. Name a file in a folder that exists.`);
  });

try {
  await main();
} catch (error) {
  if (!(error instanceof StartError) && !isOfOptions(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
