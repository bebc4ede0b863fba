import { expect, test } from "vitest";
import { withPaid } from "./paid.ts";

const price = { netMinor: 84_034, taxRate: "19", taxMinor: 15_966, grossMinor: 100_000, currency: "EUR" };
const codeOf = (record: Parameters<typeof withPaid>[0]) => {
  const outcome = withPaid(record);
  return outcome.ok ? null : outcome.fields[0]?.code;
};

test("what has been paid is at most the gross price, in its currency", () => {
  expect(codeOf({ price, paid: { amountMinor: 100_000, currency: "EUR" } })).toBeNull();
  expect(codeOf({ price, paid: { amountMinor: 100_001, currency: "EUR" } })).toBe("PAID_ABOVE_PRICE");
  expect(codeOf({ price, paid: { amountMinor: 100, currency: "GBP" } })).toBe("PAID_CURRENCY");
});

test("the price that was gone beyond is said as money", () => {
  const outcome = withPaid({ price, paid: { amountMinor: 100_001, currency: "EUR" } });
  expect(outcome.ok ? [] : outcome.fields.map(({ message }) => message)).toEqual([
    "The price is 1,000.00 EUR. Enter that or less.",
  ]);
});

test("nothing can be paid of no price; nothing said means that all has been paid", () => {
  expect(codeOf({ price: null, paid: { amountMinor: 0, currency: "EUR" } })).toBe("PAID_WITHOUT_PRICE");
  expect(codeOf({ price: null, paid: null })).toBeNull();
  expect(codeOf({ price, paid: null })).toBeNull();
});
