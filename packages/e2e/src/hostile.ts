// npx pnpm@12 hostile [--requests N] [--seed N]: sends requests that nobody means well by to every door of the product.
import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { DemoFile } from "@vehicle-contracts/demo-data";
import { shotsAt } from "./hostile/shots.ts";
import { targetsIn } from "./hostile/targets.ts";
import { reportLines, volley } from "./hostile/volley.ts";
import { startProduct } from "./product.ts";

const usage = `npx pnpm@12 hostile [--requests N] [--seed N]
Starts the product on a folder and ports of its own and sends N hostile requests (20000 unless said) to the API and the
admin app: procedures alone and in batches, by GET and POST, tokens, sign-in, pages, and bytes that are hardly HTTP.
Prints what came back by kind and status, and each fault: an answer of 5xx, a stack trace, none within 15 s, or a fault
in the programs' logs. The seed that is printed makes the same requests again. Exits 0 where there is no fault, else 1.`;

/** A whole number of an option. Throws where it is none. */
function whole(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) throw new Error(`"${text}" is no whole number from 1.`);
  return Number(text);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((word) => word !== "--"),
    options: { help: { type: "boolean" }, requests: { type: "string" }, seed: { type: "string" } },
  });
  if (values.help) return console.log(usage);
  const requests = whole(values.requests, 20_000);
  const seed = whole(values.seed, randomInt(1, 2 ** 30));
  console.log(`${requests} requests, seed ${seed}`);
  const product = await startProduct();
  try {
    const demo = DemoFile.parse(JSON.parse(await readFile(product.demoFile, "utf8")));
    const report = await volley(shotsAt(await targetsIn(demo), requests, seed));
    for (const line of reportLines(report)) console.log(line);
    const logged = product
      .output()
      .split("\n")
      .filter((line) => /"msg":"(?:fault|uncaught)"/.test(line));
    for (const line of logged.slice(0, 20)) console.log(`LOGGED ${line.slice(0, 900)}`);
    if (report.faults.length + logged.length > 0) process.exitCode = 1;
  } finally {
    await product.stop();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
