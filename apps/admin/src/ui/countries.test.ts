import { expect, test } from "vitest";
import { countryName, countryOptions } from "./countries.ts";

test("every country of ISO 3166 is there once, by its name in the reader's language", () => {
  const options = countryOptions("de-DE");
  expect(new Set(options.map(({ value }) => value)).size).toBe(249);
  expect(options.filter(({ value, label }) => value === label)).toEqual([]);
  expect(options.find(({ value }) => value === "DE")).toEqual({
    value: "DE",
    label: "Deutschland",
    note: "DE",
  });
  expect(options[0]?.label).toBe("Afghanistan");
  expect(options[1]?.label).toBe("Ägypten");
});

test("a code that is no country stands for itself", () => {
  expect(countryName("GB", "en-GB")).toBe("United Kingdom");
  expect(countryName("QX", "en-GB")).toBe("QX");
});
