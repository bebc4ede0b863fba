import { expect, test } from "vitest";
import {
  formatAgo,
  formatDate,
  formatDayOf,
  formatDistance,
  formatInstant,
  formatMoney,
  formatPercent,
} from "./format.ts";

test("a calendar date is shown as it is, whatever the machine's time zone", () => {
  expect(formatDate("2026-11-25", "en-GB")).toBe("25 Nov 2026");
  expect(formatDate("2026-11-25", "en-US")).toBe("Nov 25, 2026");
  expect(formatDate("2026-11-25", "en-GB", "weekday")).toBe("Wed 25 Nov");
  expect(formatDate("2026-01-01", "en-GB", "short")).toBe("1 Jan");
});

test("a point in time is shown by the clock of the store", () => {
  expect(formatInstant("2026-11-25T23:30:00.000Z", "en-GB", "Europe/Berlin")).toBe("26 Nov 2026, 00:30");
  expect(formatDayOf("2026-11-25T23:30:00.000Z", "en-GB", "Europe/Berlin")).toBe("26 Nov 2026");
});

test("money is exact and has the currency's decimals", () => {
  expect(formatMoney({ amountMinor: 97_887, currency: "EUR" }, "en-GB")).toBe("€978.87");
  expect(formatMoney({ amountMinor: 5, currency: "GBP" }, "en-GB")).toBe("£0.05");
  expect(formatMoney({ amountMinor: 1234, currency: "KWD" }, "en-GB")).toContain("1.234");
  expect(formatMoney({ amountMinor: 1234, currency: "JPY" }, "en-GB")).toContain("1,234");
  expect(formatMoney({ amountMinor: 9_007_199_254_740_991, currency: "EUR" }, "en-GB")).toBe(
    "€90,071,992,547,409.91",
  );
});

test("a distance keeps its unit; a percentage its decimals", () => {
  expect(formatDistance({ value: 8420, unit: "MI" }, "en-GB")).toBe("8,420\u00a0mi");
  expect(formatPercent("7.7", "en-GB")).toBe("7.7\u00a0%");
});

test("how long ago is said in the largest unit that fits", () => {
  const now = "2026-11-25T10:42:00.000Z";
  expect(formatAgo("2026-11-25T10:38:00.000Z", now, "en-GB")).toBe("4 minutes ago");
  expect(formatAgo("2026-11-24T10:00:00.000Z", now, "en-GB")).toBe("yesterday");
  expect(formatAgo("2026-11-25T10:41:50.000Z", now, "en-GB")).toBe("now");
});
