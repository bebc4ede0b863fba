import { stripVTControlCharacters } from "node:util";
import type { TaskResult } from "./turbo.ts";

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** What vitest and Playwright write at their end: "Tests  1 failed | 3 passed (4)"; "  2 failed", "  12 passed (3s)". */
function testsOf(log: string): Tally {
  let passed = 0;
  let failed = 0;
  for (const line of stripVTControlCharacters(log).split("\n")) {
    const counted =
      /^\s*Tests {2}(.*\(\d+\))\s*$/.exec(line)?.[1] ?? /^ {2}\d+ (passed|failed)\b.*$/.exec(line)?.[0];
    if (counted === undefined) continue;
    passed += Number(/(\d+) passed/.exec(counted)?.[1] ?? 0);
    failed += Number(/(\d+) failed/.exec(counted)?.[1] ?? 0);
  }
  return { passed, failed };
}

/** A test counts for itself; any other check (format and lint, types, boundaries, unused code) counts one a task. */
function tallyOf({ task, hasPassed, log }: TaskResult): Tally {
  if (task !== "test" && !task.startsWith("test:"))
    return hasPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const { passed, failed } = testsOf(log);
  // A run that fails without a failed test (a file that cannot be loaded, a set-up that fails) is a failure too.
  return { passed, failed: hasPassed ? failed : Math.max(failed, 1) };
}

export function tally(tasks: readonly TaskResult[]): Tally {
  const tallies = tasks.map(tallyOf);
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  };
}
