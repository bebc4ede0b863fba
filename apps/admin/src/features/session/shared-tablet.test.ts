import { expect, test } from "vitest";
import { isAsleep } from "./shared-tablet.ts";

test("a shared tablet that nobody has used for a while has no session any more", () => {
  expect(isAsleep("a=1; vc-shared=1")).toBe(true);
});

test("a shared tablet in use has one, and so has a device that is not shared", () => {
  expect(isAsleep("vc-shared=1; vc-awake=1")).toBe(false);
  expect(isAsleep("a=1")).toBe(false);
  expect(isAsleep(null)).toBe(false);
});
