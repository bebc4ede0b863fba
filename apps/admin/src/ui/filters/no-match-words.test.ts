import { expect, test } from "vitest";
import { formatWhole } from "../format.ts";
import { noMatchTitle, whatWouldMatch } from "./no-match-words.ts";

const would = (count: number, { filters = 1, search = "oberholz", capped = false } = {}) =>
  whatWouldMatch({ count: { count, capped }, filters, search, hint: "Look for names." }, (value) =>
    formatWhole(value, "en-GB"),
  );

test("the title names what was sought and how many filters hold", () => {
  expect(noMatchTitle("contract", "oberholz", 1)).toBe("No contract matches oberholz and 1 filter");
  expect(noMatchTitle("contract", "", 2)).toBe("No contract matches 2 filters");
});

test("what to let go of says how many there are then", () => {
  expect(would(4)).toEqual({ text: "Without the filter there are 4.", action: "Remove filter, show 4" });
  expect(would(1, { filters: 2 })).toEqual({
    text: "Without the filters there is 1.",
    action: "Remove filters, show 1",
  });
  expect(would(10_000, { filters: 0, capped: true }).action).toBe("Clear search, show over 10,000");
});

test("nothing is offered that would find nothing either", () => {
  expect(would(0)).toEqual({
    text: "Without the filter there is none either. Look for names.",
    action: null,
  });
});
