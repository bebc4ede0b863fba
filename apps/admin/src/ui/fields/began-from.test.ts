import { expect, test } from "vitest";
import { beganFrom } from "./began-from.ts";

const opened = { id: "one", version: 3 };
const older = { id: "one", version: 2 };
const read = (kept: unknown) => (JSON.stringify(kept) === JSON.stringify(older) ? older : null);

test("a form that is no draft began from the record of its page, and no schema is needed to know", () => {
  expect(beganFrom({ version: 3, id: "one" }, opened, undefined)).toBe(opened);
  expect(beganFrom(null, null, undefined)).toBeNull();
});

test("a draft began from the record of its day, once that can be read; until then the page's stands in", () => {
  expect(beganFrom({ ...older }, opened, undefined)).toBe(opened);
  expect(beganFrom({ ...older }, opened, read)).toBe(older);
});

test("what cannot be read is nothing to begin from", () => {
  expect(beganFrom({ name: "of an older day" }, opened, read)).toBeNull();
});
