import { expect, test } from "vitest";
import { currencyOptions, timeZoneOptions } from "./choices.ts";

test("a currency is chosen by its code, and says its name in the reader's language", () => {
  expect(currencyOptions("de-DE").find(({ value }) => value === "GBP")).toEqual({
    value: "GBP",
    label: "GBP",
    note: "Britisches Pfund",
  });
});

test("time zones are those that the register takes, with the one that is kept", () => {
  const zones = timeZoneOptions("Europe/London");
  expect(zones.filter(({ value }) => value === "Europe/London")).toHaveLength(1);
  expect(zones).toContainEqual({ value: "America/New_York", label: "America/New York" });
  expect(zones.every(({ value }) => value.includes("/") || value === "UTC")).toBe(true);
  expect(timeZoneOptions("Europe/Kyiv").map(({ value }) => value)).toContain("Europe/Kyiv");
});
