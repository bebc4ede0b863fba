import { shotsAt } from "./hostile/shots.ts";
import { targetsIn } from "./hostile/targets.ts";
import { reportLines, volley } from "./hostile/volley.ts";
import { expect, test } from "./signed-in.ts";

test("three hundred requests that nobody means well by are each answered, and none of them by a fault of ours", async ({
  demo,
}) => {
  const report = await volley(shotsAt(await targetsIn(demo), 300, 20_261_130));
  expect(report.faults.length, reportLines(report).join("\n")).toBe(0);
  expect([...report.counts.keys()].length).toBeGreaterThan(10);
  expect([...report.counts].filter(([, of]) => of.has(200)).length).toBeGreaterThan(5);
});
