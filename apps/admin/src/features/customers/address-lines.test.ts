import { expect, test } from "vitest";
import { addressLines, envelopeLines } from "./address-lines.ts";

const köln = { lines: ["Am Kai 1"], postalCode: "50667", city: "Köln", country: "DE" };
const leeds = { lines: ["Unit 4", "12 Mill Lane"], postalCode: "LS1 4AP", city: "Leeds", country: "GB" };

test("the post code stands where the country has it", () => {
  expect(addressLines(köln)).toEqual({ street: "Am Kai 1", town: "50667 Köln" });
  expect(addressLines(leeds)).toEqual({ street: "Unit 4, 12 Mill Lane", town: "Leeds LS1 4AP" });
});

test("what an address has not leaves no gap", () => {
  expect(addressLines({ ...köln, postalCode: null, city: null })).toEqual({ street: "Am Kai 1", town: null });
  expect(envelopeLines({ ...leeds, country: null, postalCode: null }, "en-GB")).toEqual([
    "Unit 4",
    "12 Mill Lane",
    "Leeds",
  ]);
});

test("on an envelope the country has its name; one that nobody knows stays as it is written", () => {
  expect(envelopeLines(köln, "en-GB")).toEqual(["Am Kai 1", "50667 Köln", "Germany"]);
  expect(envelopeLines({ ...köln, country: "QX" }, "en-GB").at(-1)).toBe("QX");
});
