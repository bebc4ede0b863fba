// npx pnpm@12 rule-cases [FOLDER]: runs worked examples of the rules; without a folder, the repository's own.
import path from "node:path";
import { parseArgs } from "node:util";
import {
  CasesUnreadable,
  reportLines,
  repositoryCases,
  runRuleCases,
} from "@vehicle-contracts/contract-rules/rule-cases";
import { isOfOptions } from "./start/start-error.ts";

const usage = `npx pnpm@12 rule-cases [FOLDER]
Works the examples of the rules in a folder, without one the repository's own. The end of a file's name tells its kind:
terms.json, effective-status.json, vin.json, entitlement.json or refunds.json; the README of packages/contract-rules/cases
shows what they look like.
Names each case that is answered otherwise than expected, then says: N cases, M wrong. A file that cannot be run is one
wrong case. Exits 0 where M is 0, else 1.`;

// pnpm runs this in the repository's root; the caller's own folder is in INIT_CWD.
const from = process.env.INIT_CWD ?? process.cwd();

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((word) => word !== "--"),
    options: { help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help) return console.log(usage);
  const [folder, ...others] = positionals;
  if (others.length > 0) throw new CasesUnreadable(`Name one folder at most.\n${usage}`);
  const report = await runRuleCases(folder === undefined ? repositoryCases : path.resolve(from, folder));
  for (const line of reportLines(report)) console.log(line);
  if (report.wrong.length > 0) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CasesUnreadable) && !isOfOptions(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
