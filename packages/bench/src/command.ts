import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { WrongAnswer } from "./load-generator/load.ts";
import { type SectionName, scenarioNames, sectionNames } from "./measure.ts";
import { documentOf, reportLines, ruleLines } from "./report/document.ts";
import { thisMachine } from "./report/machine.ts";
import { measureRules } from "./rules/measure-rules.ts";
import { type BenchOptions, runBench } from "./run-bench.ts";

const usage = `npx pnpm@12 bench [--only NAME]… [--contracts N] [--seconds N] [--json FILE] [--fresh] [--profile FOLDER]
Measures the register's API beside a bare server of node:http and postgres.js that sends the same statements, and beside
tRPC's stock adapter over Drizzle, on a database of its own. The scenarios are ${scenarioNames.join(", ")}.
Then the rules, asked alone: --only rules takes seconds and needs no database.
  --only       measures these scenarios only; may be given several times, or name several between commas.
  --contracts  the size of the register, at least 500; without it, 1,000,000 contracts on 400,000 vehicles of 100
               enterprises. Above 10,000, a register of 10,000 is measured besides, to compare.
  --seconds    how long each scenario is measured on each server; without it, 10. Parts of seconds are fine.
  --json       writes the figures to a file.
  --fresh      loads the registers anew. Without it, those of an earlier run are taken when the schema is still theirs.
  --profile    a folder for CPU profiles of the API's process (.cpuprofile).
A run of everything, without --only and --contracts, writes docs/benchmarks.md.
The registers are kept in DATA_DIR (.data) under bench/: 10 GB for 1,000,000 contracts, which take some ten minutes to load.
Exits 0 when all answers were right, whether the aims were reached or not, and 1 when not.`;

/** The options cannot be what they were meant to be. The message is for the person at the terminal. */
export class BenchUsageError extends Error {
  override readonly name = "BenchUsageError";
}

const smallest = 500;
const whole = 1_000_000;
const compared = 10_000;

export type Places = {
  /** The product's data folder. */
  dataDir: string;
  /** Where a whole run writes its page. */
  document: string;
  /** A path that the caller gave, from where they stand. */
  fromCaller: (path: string) => string;
};

/** For tests: told of the servers before they are measured. */
export type Hooks = Pick<BenchOptions, "before">;

/** The command, given its words. Answers the exit code. Throws BenchUsageError. */
export async function benchCommand(
  words: readonly string[],
  { dataDir, document, fromCaller }: Places,
  hooks: Hooks = {},
): Promise<number> {
  const { values } = parseArgs({
    args: words.filter((word) => word !== "--"),
    options: {
      only: { type: "string", multiple: true },
      contracts: { type: "string" },
      seconds: { type: "string" },
      json: { type: "string" },
      fresh: { type: "boolean" },
      profile: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const sections = sectionsOf(values.only ?? []);
  const scenarios = scenarioNames.filter((name) => sections.includes(name));
  const contracts = numberOf(
    "contracts",
    values.contracts,
    whole,
    (n) => Number.isInteger(n) && n >= smallest,
  );
  const seconds = numberOf("seconds", values.seconds, 10, (n) => n > 0 && n <= 3_600);
  const isWhole = !values.only && values.contracts === undefined;
  const json = values.json === undefined ? null : fromCaller(values.json);
  // Known before anything is measured, rather than after.
  if (json !== null)
    await writeFile(json, "").catch(() => {
      throw new BenchUsageError(
        `The figures cannot be written to ${json}. Name a file in a folder that exists.`,
      );
    });
  const machine = thisMachine();
  const rules = sections.includes("rules") ? measureRules() : [];
  if (scenarios.length === 0) {
    for (const line of ruleLines(rules)) console.log(line);
    if (json !== null) await writeFile(json, `${JSON.stringify(rules, null, 2)}\n`);
    return 0;
  }
  try {
    const report = await runBench({
      ...{ scenarios, seconds, folder: `${dataDir}/bench`, fresh: values.fresh ?? false },
      sizes: contracts > compared ? [compared, contracts] : [contracts],
      profile: values.profile === undefined ? null : fromCaller(values.profile),
      log: (sentence) => console.error(sentence),
      ...hooks,
    });
    for (const line of reportLines(report, rules)) console.log(line);
    const figures = [...report.registers.flatMap(({ lines }) => lines), ...rules];
    if (json !== null) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
    if (isWhole) {
      await writeFile(document, documentOf(report, rules, machine, seconds));
      console.log(`Written to ${document}.`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof WrongAnswer)) throw error;
    console.error(`A server answered wrongly, so nothing was measured. ${error.message}`);
    return 1;
  }
}

function sectionsOf(only: readonly string[]): SectionName[] {
  const names = only.flatMap((each) => each.split(",")).map((name) => name.trim());
  const unknown = names.find((name) => !(sectionNames as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new BenchUsageError(`--only ${unknown} is no scenario. Name some of ${sectionNames.join(", ")}.`);
  return names.length === 0 ? [...sectionNames] : sectionNames.filter((name) => names.includes(name));
}

function numberOf(
  option: "contracts" | "seconds",
  given: string | undefined,
  otherwise: number,
  isFine: (value: number) => boolean,
): number {
  if (given === undefined) return otherwise;
  const value = /^[\d_,.]+$/.test(given) ? Number(given.replaceAll(/[_,]/g, "")) : Number.NaN;
  if (isFine(value)) return value;
  throw new BenchUsageError(
    option === "contracts"
      ? `--contracts ${given} cannot be: a whole number from ${smallest} on, such as 10000.`
      : `--seconds ${given} cannot be: a number above 0, at most 3600.`,
  );
}
