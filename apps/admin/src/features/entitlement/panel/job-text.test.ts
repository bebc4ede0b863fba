import { expect, test } from "vitest";
import { itemsOf, meant } from "./items.ts";
import { readJobText } from "./job-text.ts";

const line = (code: string, description: string | null) => ({
  code,
  description,
  treatment: "COVERED" as const,
  partsPercent: 100,
  labourPercent: 80,
  endDate: null,
  endOdometer: null,
  maximumAmount: null,
});
const items = itemsOf([
  {
    coverage: [
      line("*", null),
      line("WP", "Water pump"),
      line("BRK-PADS", "Front brake pads"),
      line("BRK-DISC", "Brake discs"),
    ],
    allowances: [
      {
        code: "SVC-A",
        description: "Major service",
        quantity: 2,
        dueAfterMonths: null,
        dueAfterDistance: null,
      },
    ],
  },
]);
const read = (text: string, currency = "GBP") => readJobText(text, { items, currency, locale: "en-GB" });
const entry = (text: string) => {
  const answer = read(text);
  if (answer.kind !== "entry") throw new Error(JSON.stringify(answer));
  const { code, isNamed, amounts } = answer.entry;
  return [code, isNamed, ...amounts.map(({ kind, amountMinor }) => `${kind} ${amountMinor}`)];
};

test.each([
  ["major service 389", ["SVC-A", true, "OTHER 38900"]],
  ["water pump 182.40 parts 230.20 labour", ["WP", true, "PARTS 18240", "LABOUR 23020"]],
  ["wp parts 850 labour 1,200.50", ["WP", true, "PARTS 85000", "LABOUR 120050"]],
  ["wat pu £412.60 l", ["WP", true, "LABOUR 41260"]],
  ["brk-disc p 12", ["BRK-DISC", true, "PARTS 1200"]],
  ["front pads 168", ["BRK-PADS", true, "OTHER 16800"]],
  ["Service 2 389", ["Service 2", false, "OTHER 38900"]],
  ["radio 0", ["radio", false, "OTHER 0"]],
])("%s is %j", (text, expected) => {
  expect(entry(text)).toEqual(expected);
});

test.each([
  ["", "empty"],
  ["  ", "empty"],
  ["water pump", "unready"],
  ["412.60", "unready"],
  ["brake 168", "unready"],
  ["water pump 1.999", "unready"],
  ["water pump 99999999999999", "unready"],
])("%j is not asked about: %s", (text, kind) => {
  expect(read(text).kind).toBe(kind);
});

test("what is missing is said: which of several, or the amount", () => {
  expect(read("brake 168")).toEqual({
    kind: "unready",
    hint: "Which one: Brake discs, Front brake pads? Type more of it.",
  });
  expect(read("wat")).toMatchObject({ hint: expect.stringMatching(/^Water pump: type the amount/) });
});

test("an amount goes by the currency", () => {
  expect(read("wp 9999", "JPY")).toMatchObject({ entry: { amounts: [{ amountMinor: 9_999 }] } });
});

test("a code or a name as it stands goes before what only begins so", () => {
  const two = [
    { code: "OIL", name: "Oil" },
    { code: "OIL-F", name: "Oil filter" },
  ];
  expect(meant("oil", two)).toEqual({ kind: "item", item: two[0] });
  expect(meant("oi", two).kind).toBe("several");
  expect(meant("tyres", two).kind).toBe("unnamed");
});
