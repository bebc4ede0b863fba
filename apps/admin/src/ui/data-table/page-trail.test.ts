import { expect, test } from "vitest";
import { trailOf, withStep } from "./page-trail.ts";

test("the way back leads through the pages one came by, with the rows before each", () => {
  const second = withStep({}, "b", { previous: null, before: 25 });
  const third = withStep(second, "c", { previous: "b", before: 50 });
  expect(third.c).toEqual({ previous: "b", before: 50 });
  expect(third.b).toEqual({ previous: null, before: 25 });
});

test("only the last 200 steps are kept", () => {
  let trail = {};
  for (let step = 0; step < 250; step++)
    trail = withStep(trail, `cursor ${step}`, { previous: null, before: step });
  expect(Object.keys(trail)).toHaveLength(200);
  expect(trail).toHaveProperty(["cursor 249"]);
  expect(trail).not.toHaveProperty(["cursor 49"]);
});

test("what a device has kept is looked at before it is believed", () => {
  expect(trailOf('{"b":{"previous":null,"before":25},"x":{"before":"many"}}')).toEqual({
    b: { previous: null, before: 25 },
  });
  expect(trailOf("not json")).toEqual({});
  expect(trailOf(null)).toEqual({});
});
