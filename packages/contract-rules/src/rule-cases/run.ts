import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type CaseKind, caseKinds, checkCase, type Difference } from "./check-case.ts";

/** The worked examples that the repository keeps. */
export const repositoryCases = path.join(import.meta.dirname, "../../cases");

/** A folder or file that cannot be run; the message is one sentence for the person who asked. */
export class CasesUnreadable extends Error {
  override name = "CasesUnreadable";
}

export type CasesReport = {
  /** Names of the files that were run, and of the others. */
  files: string[];
  leftOut: string[];
  cases: number;
  wrong: (Difference & { file: string })[];
};

const because = (error: unknown) =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);

const kindOf = (name: string): CaseKind | null => caseKinds.find((kind) => name.endsWith(kind)) ?? null;

async function casesIn(file: string): Promise<unknown[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new CasesUnreadable(`${file} cannot be read (${because(error)}).`);
  });
  let cases: unknown;
  try {
    cases = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/\s+/g, " ") : String(error);
    throw new CasesUnreadable(`${file} is not JSON: ${message}`);
  }
  if (!Array.isArray(cases))
    throw new CasesUnreadable(`${file} is not a list of cases: it must be a JSON array.`);
  return cases;
}

/**
 * Runs every file of worked examples in a folder (not in those below it) against the rules. The end of a file's name tells its
 * kind. All files are read before the first is run. Throws CasesUnreadable where the folder or one of these files cannot be.
 */
export async function runRuleCases(folder: string): Promise<CasesReport> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new CasesUnreadable(`The folder ${folder} cannot be read (${because(error)}).`);
  });
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const files: { name: string; kind: CaseKind; cases: unknown[] }[] = [];
  for (const name of names) {
    const kind = kindOf(name);
    if (kind) files.push({ name, kind, cases: await casesIn(path.join(folder, name)) });
  }
  return {
    files: files.map((file) => file.name),
    leftOut: names.filter((name) => kindOf(name) === null),
    cases: files.reduce((total, file) => total + file.cases.length, 0),
    wrong: files.flatMap(({ name, kind, cases }) =>
      cases.flatMap((given, index) => {
        const difference = checkCase(kind, given, index + 1);
        return difference ? [{ ...difference, file: name }] : [];
      }),
    ),
  };
}

/** The report as lines for a terminal; the last one is `N cases, M wrong`. */
export function reportLines(report: CasesReport): string[] {
  return [
    ...report.leftOut.map((name) => `${name}: left out, not a file of cases.`),
    ...report.wrong.flatMap(({ id, file, expected, got }) => [
      `${id} (${file}) differs`,
      `  expected ${expected}`,
      `  got      ${got}`,
    ]),
    `${report.cases} cases, ${report.wrong.length} wrong`,
  ];
}
