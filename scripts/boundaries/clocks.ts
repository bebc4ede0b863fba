import { codeOnly } from "./imports-of.ts";
import type { Violation } from "./violation.ts";
import type { Workspace } from "./workspace.ts";

/** The modules that may ask for the time or make a Date, each with its reason. */
const clockModules: Readonly<Record<string, string>> = {
  "packages/database/src/unit-of-work/open-database.ts": "the clock of the unit of work: tests give another",
  "packages/identity/src/clock.ts": "the clock of sign-in; its library stores Dates",
  "packages/client/src/access-token.ts": "a token is renewed before it ends",
  "packages/client/src/resilient-link.ts": "tries again until a deadline",
  "apps/admin/src/features/session/use-idle-sign-out.ts": "signs out after a time without a touch",
  "apps/admin/src/log.ts": "when a line was written",
  "apps/admin/src/ui/wall-clock.ts": "the device's clock, for what is shown of the device alone",
  "packages/bench/src/wall-clock.ts": "when a run was; servers that are measured tell the time as ours does",
  "packages/faults/src/clients/jumping-clock.ts": "moves the clients' clock",
  "packages/documents/src/render-document.ts": "a PDF's library takes the day it was made as a Date",
  "scripts/backup.ts": "when a backup was made",
  "scripts/start/run.ts": "the demo group is spread around today",
};

const clock = /\bnew Date\b|\bDate\.now\b|\bTemporal\.Now\b/;
/** What gives another answer another time, by whatever name a clock is reached. */
const impure = /\b(?:Date|performance|globalThis|process|crypto)\b|\bMath\.random\b/;
const RULES = "packages/contract-rules/";
/** Runs the examples of a folder; it is no rule. */
const RULE_CASES = `${RULES}src/rule-cases/`;

/** Time is an argument: rules know no clock and no Node, others take the time from a named module. */
export function clocks({ packages }: Workspace): Violation[] {
  const violations: Violation[] = [];
  for (const { file, text, imports, isTest } of packages.flatMap(({ sources }) => sources)) {
    if (isTest) continue;
    if (!(file in clockModules) && clock.test(codeOnly(text))) {
      const message = `a clock or a Date (${clock.exec(codeOnly(text))?.[0]}): take the time as an argument, dates as Temporal, or name the module with its reason in clocks.ts`;
      violations.push({ file, message });
    }
    const other = impure.exec(codeOnly(text))?.[0];
    if (other && file.startsWith(RULES) && !file.startsWith(RULE_CASES))
      violations.push({
        file,
        message: `a rule uses ${other}: rules are pure, what they need is an argument`,
      });
    const node = imports.find(({ specifier }) => specifier.startsWith("node:"));
    if (node && file.startsWith(RULES) && !file.startsWith(RULE_CASES)) {
      violations.push({
        file,
        message: `a rule imports ${node.specifier}: rules are pure, what they need is an argument`,
      });
    }
  }
  return violations;
}
