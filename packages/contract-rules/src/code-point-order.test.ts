import fc from "fast-check";
import { expect, test } from "vitest";
import { byCodePoint } from "./code-point-order.ts";

const points = (text: string) => [...text].map((character) => character.codePointAt(0) ?? 0);
function slowly(a: string, b: string): number {
  const [left, right] = [points(a), points(b)];
  const at = left.findIndex((point, index) => point !== right[index]);
  if (at < 0) return Math.sign(left.length - right.length);
  return Math.sign((left[at] ?? -1) - (right[at] ?? -1));
}

test("text is ordered by code point, also where UTF-16 would order it otherwise", () => {
  expect(["\u{1f697}", "\uff5e", "b", "a"].toSorted(byCodePoint)).toEqual(["a", "b", "\uff5e", "\u{1f697}"]);
  const text = fc.string({
    unit: fc.constantFrom("a", "b", "\ud7ff", "\ue000", "\uffff", "\u{10000}", "\u{1f697}"),
  });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(byCodePoint(a, b)).toBe(slowly(a, b));
    }),
  );
});
