import { expect, test } from "vitest";
import { tally } from "./tally.ts";

const task = (name: string, hasPassed: boolean, log = "") => ({
  id: `a#${name}`,
  task: name,
  hasPassed,
  log,
});

test("tests are counted one by one, other checks a task", () => {
  const vitest =
    "\n Test Files  2 passed (2)\n\u001b[2m      Tests \u001b[22m \u001b[1m19 passed\u001b[22m (19)\n";
  const playwright = "Running 3 tests\n  ✓ 1 signs in\n\n  3 passed (4.1s)\n";
  expect(
    tally([task("lint", true), task("typecheck", false), task("test", true, vitest + playwright)]),
  ).toEqual({
    passed: 23,
    failed: 1,
  });
});

test("failed tests are counted, not the failed task besides", () => {
  const vitest = "      Tests  2 failed | 7 passed | 1 skipped (10)\n";
  const playwright = "  1 failed\n    [x] › a.spec.ts:3:1 › fails\n  4 passed (2s)\n";
  expect(tally([task("test", false, vitest + playwright)])).toEqual({ passed: 11, failed: 3 });
});

test("a run that failed before its tests counts as one failure", () => {
  expect(tally([task("test", false, "Error: the product did not start")])).toEqual({ passed: 0, failed: 1 });
  expect(tally([task("test:scripts", false, "      Tests  5 passed (5)\n")])).toEqual({
    passed: 5,
    failed: 1,
  });
});
