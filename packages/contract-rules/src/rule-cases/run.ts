import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type CaseKind, caseKinds, checkCase, type Difference } from "./check-case.ts";

/** The worked examples that the repository keeps. */
export const repositoryCases = path.join(import.meta.dirname, "../../cases");

/** A folder that cannot be read; the message is one sentence for the person who asked. */
export class CasesUnreadable extends Error {
  override name = "CasesUnreadable";
}

export type CasesReport = {
  /** Names of the files that were run, and of the others. */
  files: string[];
  leftOut: string[];
  /** A file that cannot be run counts as one case, and is wrong under its own name. */
  cases: number;
  wrong: (Difference & { file: string })[];
};

const because = (error: unknown) =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);

const kindOf = (name: string): CaseKind | null => caseKinds.find((kind) => name.endsWith(kind)) ?? null;

/** The cases of a file, or why they cannot be run. */
async function casesIn(file: string): Promise<{ cases: unknown[] } | { fault: string }> {
  let text: string;
  try {
    text = (await readFile(file, "utf8")).replace(/^\ufeff/, "");
  } catch (error) {
    return { fault: `a file that cannot be read (${because(error)})` };
  }
  if (text.trim() === "") return { fault: "an empty file" };
  try {
    const cases: unknown = JSON.parse(text);
    return Array.isArray(cases) ? { cases } : { fault: "JSON that is not an array" };
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/\s+/g, " ") : String(error);
    return { fault: `a file that is not JSON: ${message}` };
  }
}

async function runFile(
  folder: string,
  name: string,
  kind: CaseKind,
): Promise<Omit<CasesReport, "files" | "leftOut">> {
  const found = await casesIn(path.join(folder, name));
  if ("fault" in found)
    return {
      cases: 1,
      wrong: [{ id: name, file: name, expected: "a JSON array of cases", got: found.fault }],
    };
  const wrong = found.cases.flatMap((given, index) => {
    const difference = checkCase(kind, given, index + 1);
    return difference ? [{ ...difference, file: name }] : [];
  });
  return { cases: found.cases.length, wrong };
}

/**
 * Runs every file of worked examples in a folder (not in those below it) against the rules. The end of a file's name tells its
 * kind. A file that cannot be run stops no other. Throws CasesUnreadable where the folder cannot be read.
 */
export async function runRuleCases(folder: string): Promise<CasesReport> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new CasesUnreadable(`The folder ${folder} cannot be read (${because(error)}).`);
  });
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const report: CasesReport = { files: [], leftOut: [], cases: 0, wrong: [] };
  for (const name of names) {
    const kind = kindOf(name);
    if (!kind) {
      report.leftOut.push(name);
      continue;
    }
    const { cases, wrong } = await runFile(folder, name, kind);
    report.files.push(name);
    report.cases += cases;
    report.wrong.push(...wrong);
  }
  return report;
}

/** The report as lines for a terminal; the last one is `N cases, M wrong`. */
export function reportLines(report: CasesReport): string[] {
  return [
    ...report.leftOut.map((name) => `${name}: left out, not of a kind known here.`),
    ...report.wrong.flatMap(({ id, file, expected, got }) => [
      id === file ? `${file} cannot be run` : `${id} (${file}) differs`,
      `  expected ${expected}`,
      `  got      ${got}`,
    ]),
    `${report.cases} cases, ${report.wrong.length} wrong`,
  ];
}
