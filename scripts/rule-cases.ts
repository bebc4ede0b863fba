// npx pnpm@12 rule-cases [FOLDER]: runs worked examples of the rules; without a folder, the repository's own.
import path from "node:path";
import {
  CasesUnreadable,
  reportLines,
  repositoryCases,
  runRuleCases,
} from "@vehicle-contracts/contract-rules/rule-cases";

const folders = process.argv.slice(2).filter((argument) => argument !== "--");
// pnpm runs this in the repository's root; the caller's own folder is in INIT_CWD.
const from = process.env.INIT_CWD ?? process.cwd();

try {
  if (folders.length > 1)
    throw new CasesUnreadable("Name one folder at most: npx pnpm@12 rule-cases [FOLDER].");
  const [folder] = folders;
  const report = await runRuleCases(folder === undefined ? repositoryCases : path.resolve(from, folder));
  for (const line of reportLines(report)) console.log(line);
  if (report.wrong.length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof CasesUnreadable)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
