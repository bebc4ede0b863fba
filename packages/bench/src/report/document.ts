import type { MeasuredRule } from "../rules/measure-rules.ts";
import type { BenchReport, MeasuredRegister } from "../run-bench.ts";
import { aimsOf } from "./aims.ts";
import type { Machine } from "./machine.ts";

/** What was measured, as Markdown: on the terminal and in docs/benchmarks.md. */
export function reportLines({ registers }: BenchReport, rules: readonly MeasuredRule[]): string[] {
  return [
    ...registers.flatMap(registerLines),
    ...ruleLines(rules),
    "## Aims",
    "",
    ...table(
      ["", "aim", "measured", "reached"],
      aimsOf(registers).map(({ what, aim, measured, reached }) => [
        what,
        aim,
        measured,
        reached ? "yes" : "no",
      ]),
    ),
  ];
}

/** What the rules take by themselves; nothing where they were not measured. */
export function ruleLines(rules: readonly MeasuredRule[]): string[] {
  if (rules.length === 0) return [];
  return [
    "## Rules",
    "",
    "Asked alone in one process, again and again, after they have been warmed up. The contracts are all in force, with twenty coverage lines each. The middle time (p50) is held to the aim; the fastest is what is left where nothing else runs on the machine.",
    "",
    ...table(
      ["rule", "fastest ms", "p50 ms", "p99 ms", "aim", "reached"],
      rules.map(({ rule, leastMs, p50Ms, p99Ms, mostMs }) => [
        ...[rule, String(leastMs), String(p50Ms), String(p99Ms)],
        ...[`< ${mostMs} ms`, p50Ms < mostMs ? "yes" : "no"],
      ]),
    ),
  ];
}

function registerLines({ contracts, lines, questions, sent, memoryMb }: MeasuredRegister): string[] {
  const calls = lines.filter(({ scenario }) => scenario !== "search");
  const stock = (scenario: string) =>
    calls.find((line) => line.scenario === scenario && line.door === "trpc-stock")?.requestsPerSecond ?? 0;
  return [
    `## ${contracts.toLocaleString("en")} contracts`,
    "",
    ...(calls.length === 0
      ? []
      : table(
          ["", "server", "requests/s", "p50 ms", "p99 ms", "of bare", "of trpc-stock"],
          calls.map((line) => [
            ...[line.scenario, line.door, line.requestsPerSecond.toLocaleString("en")],
            ...[String(line.p50Ms), String(line.p99Ms), line.ratioToBare.toFixed(2)],
            (line.requestsPerSecond / stock(line.scenario)).toFixed(2),
          ]),
        )),
    ...(questions.length === 0
      ? []
      : [
          ...table(
            ["asked one at a time", "p50 ms", "p99 ms", "bare p50 ms", "16 at once: requests/s", "p99 ms"],
            questions.map((one) => [
              ...[one.name, String(one.p50Ms), String(one.p99Ms), String(one.bareP50Ms)],
              ...[one.secondAt16.toLocaleString("en"), String(one.p99At16)],
            ]),
          ),
          ...lines
            .filter(({ scenario }) => scenario === "search")
            .map(
              (line) =>
                `Search, ${line.door}: ${line.requestsPerSecond.toLocaleString("en")} requests a second over one connection, ${line.ratioToBare.toFixed(2)} of bare; p50 ${line.p50Ms} ms, p99 of the slowest question ${line.p99Ms} ms.`,
            )
            .flatMap((line) => [line, ""]),
        ]),
    ...sent.map(
      ({ scenario, statements, roundTrips }) =>
        `The API sends ${statements} statements in ${roundTrips} round trips for one ${scenario}, the check of the token, BEGIN and COMMIT included.`,
    ),
    ...(sent.length > 0 ? [""] : []),
    `The API's process occupied ${memoryMb} MB in the end.`,
    "",
  ];
}

/** docs/benchmarks.md. */
export function documentOf(
  report: BenchReport,
  rules: readonly MeasuredRule[],
  machine: Machine,
  seconds: number,
): string {
  const lines = [
    "# Benchmarks",
    "",
    `Written by \`npx pnpm@12 bench\` on ${machine.date}, on ${machine.processors}, ${machine.memory} of memory, ${machine.system}; Node ${machine.node}, PostgreSQL ${report.postgres}. ${machine.company}`,
    "",
    "```",
    "npx pnpm@12 bench                          # all of it, and this page",
    "npx pnpm@12 bench --only list --only get   # one or some scenarios; this page stays as it is",
    "npx pnpm@12 bench --only rules             # the rules alone, in seconds",
    "npx pnpm@12 bench --contracts 100000 --seconds 5 --json figures.json",
    "```",
    "",
    "## What is measured",
    "",
    "An embedded PostgreSQL with the settings of the product's own holds a register of 100 enterprises, one of which has a fifth of all contracts, two and a half contracts a vehicle. Rows are what the product writes, search terms and histories included; 9 % of the customers have one surname. All calls are of the largest enterprise, under row-level security, with a token of the API's own. Registers are kept under `.data/bench`, and each run works on a copy.",
    "",
    "Three servers answer the same calls over HTTP, each a process of its own beside database and load generator on this one machine:",
    "",
    "- **trpc**: the API as it is delivered.",
    "- **bare**: `node:http` and postgres.js by hand. It sends what the API was recorded to send for the same call, prepared, in the same tenant transaction and after the same check of the token, with as few round trips as the statements allow, and writes the answer without any validation. What differs between calls (ids, versions, values that an earlier statement answered) is filled in; what a rule would have computed is not computed.",
    "- **trpc-stock**: tRPC's standalone adapter over Drizzle, as their guides write it: `db.transaction`, each query built anew.",
    "",
    `Each is asked over 32 connections for ${seconds} s in all, in five rounds between those of the others; a ratio is the median of the rounds. Every answer is checked, and a wrong one ends the run. \`list\` asks for a vehicle's three contracts, \`get\` for one, \`update\` changes its notes, \`create\` makes a quote with four coverage lines.`,
    "",
    ...reportLines(report, rules),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const width = head.map((title, at) =>
    Math.max(3, title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(width[at] ?? 0)).join(" | ")} |`;
  return [line(head), line(width.map((size) => "-".repeat(size))), ...rows.map(line), ""];
}
