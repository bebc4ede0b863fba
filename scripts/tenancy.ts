// npx pnpm@12 tenancy [--calls N] [--seed N]: whether either lock of tenancy holds alone, by mixed calls of two tenants.
import { parseArgs } from "node:util";
import { copyOfTemplate, startTestServer } from "@vehicle-contracts/database/testing";
import {
  describeMixedCalls,
  keptApart,
  type LockTried,
  tryLocks,
} from "@vehicle-contracts/trpc-router/testing";
import { isOfOptions, StartError } from "./start/start-error.ts";

const usage = `npx pnpm@12 tenancy [--calls N] [--seed N]
Makes N mixed calls of two tenants (100,000 unless said otherwise) over every procedure, with ids, keys, cursors and words
of the other mixed in, once with the row-level policies off and once with every statement's own condition on the tenant
taken out: either lock has to keep them apart alone. Before, some calls with both off, which have to be noticed. Counts
answers that hold something of the other's, and rows of the other's that were changed. Starts a database of its own.
Exits 0 where both counts are 0, else 1.`;

const clock = () => "2026-03-02T09:00:00.000Z";
const callsToNotice = 500;

type Asked = Pick<Parameters<typeof tryLocks>[1], "holds" | "calls" | "seed">;

async function tryOne(asked: Asked): Promise<LockTried> {
  const copy = await copyOfTemplate({ clock });
  const since = performance.now();
  try {
    const told = (done: number) => {
      if (done % 10_000 === 0 && done < asked.calls) process.stderr.write(`${done} calls\n`);
    };
    const tried = await tryLocks(copy, { ...asked, clock, told });
    const [first, ...others] = describeMixedCalls(tried);
    console.log([`${first}, ${((performance.now() - since) / 1_000).toFixed(0)} s`, ...others].join("\n"));
    return tried;
  } finally {
    await copy.close();
  }
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 2 ** 31 - 1)
    throw new StartError(`--${name} takes a whole number from 1 on.\n${usage}`);
  return number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((word) => word !== "--"),
    options: {
      help: { type: "boolean" },
      calls: { type: "string", default: "100000" },
      seed: { type: "string", default: "1" },
    },
  });
  if (values.help) return console.log(usage);
  const calls = wholeNumber("calls", values.calls);
  const seed = wholeNumber("seed", values.seed);
  const server = await startTestServer();
  try {
    Object.assign(process.env, server.env);
    const noticed = await tryOne({ holds: "neither", calls: callsToNotice, seed });
    if (noticed.foreign.length === 0 || noticed.foreignChanges.length === 0) {
      console.error("With both locks off nothing was noticed: this run shows nothing.");
      process.exitCode = 1;
    }
    for (const holds of ["predicates", "policies"] as const) {
      const tried = await tryOne({ holds, calls, seed });
      if (!keptApart(tried)) process.exitCode = 1;
    }
  } finally {
    await server.stop();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StartError) && !isOfOptions(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
