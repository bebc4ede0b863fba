import { expect, test } from "vitest";
import { type ScenarioReport, tableOf } from "./report.ts";

test("the figures stand below their names, and a scenario without an outage has no first success", () => {
  const whole = {
    operations: 1_200,
    acknowledged: 1_100,
    lost: 0,
    duplicated: 0,
    halfWritten: 0,
    violations: 0,
  };
  const reports: ScenarioReport[] = [
    { scenario: "two-apis", ...whole, firstSuccessMs: null },
    { scenario: "database-killed", ...whole, operations: 9, firstSuccessMs: 287 },
  ];
  expect(tableOf(reports)).toEqual([
    "scenario         operations  acknowledged  lost  duplicated  halfWritten  violations  firstSuccessMs",
    "two-apis               1200          1100     0           0            0           0               –",
    "database-killed           9          1100     0           0            0           0             287",
  ]);
});
