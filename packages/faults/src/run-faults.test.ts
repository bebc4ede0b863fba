import { expect, test } from "vitest";
import { runFaults } from "./run-faults.ts";
import { scenarios } from "./scenarios/scenarios.ts";

test("nothing is lost, doubled or halved, whatever is broken: all scenarios in short", async () => {
  const said: string[] = [];
  const reports = await runFaults({
    seed: 1,
    seconds: 1,
    judgesDurations: false,
    log: (line) => said.push(line),
  });
  expect(reports.map(({ scenario }) => scenario)).toEqual(scenarios.map(({ name }) => name));
  for (const report of reports) {
    expect(report, said.join("\n")).toMatchObject({ lost: 0, duplicated: 0, halfWritten: 0, violations: 0 });
    expect(report.acknowledged, report.scenario).toBeGreaterThan(0);
  }
  // What goes away and comes back is used again.
  for (const name of ["backend-killed", "database-killed", "network-away"])
    expect(reports.find(({ scenario }) => scenario === name)?.firstSuccessMs).toEqual(expect.any(Number));
});
