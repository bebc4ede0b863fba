import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDigit, judgeVin, normaliseVin } from "./vin.ts";

const characters = [..."ABCDEFGHJKLMNPRSTUVWXYZ0123456789"];
const aVin = fc
  .array(fc.constantFrom(...characters), { minLength: 17, maxLength: 17 })
  .map((all) => all.join(""));
const right = (vin: string) => `${vin.slice(0, 8)}${checkDigit(vin)}${vin.slice(9)}`;

test.each(["1M8GDM9AXKP042788", "11111111111111111", "5TFAW5F19EX759955", "1C4HJXEN5MW592818"])(
  "%s has the right check digit",
  (vin) => {
    expect(judgeVin({ vin, policy: "strict" })).toMatchObject({
      result: "OK",
      vinKind: "vin",
      code: null,
      message: null,
    });
  },
);

test("a normalised number is normalised already, and only white space and small letters change", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const once = normaliseVin(text);
      expect(normaliseVin(once)).toBe(once);
      expect(once).not.toMatch(/[\sa-z]/);
    }),
  );
  expect(normaliseVin("\u00a01m8\u2003gd-ß\ufeff")).toBe("1M8GD-ß");
});

test("a VIN with the right digit in position 9 is well everywhere", () => {
  fc.assert(
    fc.property(aVin, fc.constantFrom("strict" as const, "warn" as const), (vin, policy) => {
      expect(judgeVin({ vin: right(vin), policy }).result).toBe("OK");
    }),
  );
});

test("the digit expected does not depend on the one that stands there", () => {
  fc.assert(
    fc.property(aVin, fc.constantFrom(...characters), (vin, found) => {
      const judged = judgeVin({ vin: `${vin.slice(0, 8)}${found}${vin.slice(9)}`, policy: "warn" });
      expect(judged.expectedCheckDigit).toBe(checkDigit(vin));
    }),
  );
});

test("one digit mistyped for another is always noticed", () => {
  const place = fc.integer({ min: 0, max: 16 }).filter((at) => at !== 8);
  const digit = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(aVin, place, digit, digit, (vin, at, was, is) => {
      fc.pre(was !== is);
      const put = (figure: number) => `${vin.slice(0, at)}${figure}${vin.slice(at + 1)}`;
      expect(checkDigit(put(was))).not.toBe(checkDigit(put(is)));
    }),
  );
});

test.each([
  ["L", true],
  ["1", true],
  ["5", true],
  ["6", false],
  ["7A", false],
  ["7E", false],
  ["7F", true],
  ["70", true],
  ["W", false],
])("a wrong digit of a number that begins with %s stops a strict store: %s", (begin, stops) => {
  const vin = right(`${begin}${"SAYGDEE3PF123456X".slice(begin.length - 1)}`.padEnd(17, "1").slice(0, 17));
  const wrong = `${vin.slice(0, 8)}${vin[8] === "4" ? "5" : "4"}${vin.slice(9)}`;
  expect(judgeVin({ vin: wrong, policy: "strict" })).toMatchObject({
    result: stops ? "ERROR" : "WARNING",
    code: "CHECK_DIGIT",
    vinKind: stops ? null : "vin",
  });
  expect(judgeVin({ vin: wrong, policy: "warn" }).result).toBe("WARNING");
  expect(judgeVin({ vin: wrong, policy: "strict", modelYear: 1980 }).result).toBe("WARNING");
});

test("a car of 1973 has a chassis number; the same of 1981, or of no known year, is too short", () => {
  const judged = (modelYear: number | null) =>
    judgeVin({ vin: "1q87t3n166389", policy: "strict", modelYear }).code;
  expect([judged(1973), judged(1980), judged(1981), judged(null)]).toEqual([
    "LEGACY",
    "LEGACY",
    "VIN_LENGTH",
    "VIN_LENGTH",
  ]);
});

test("a number said to be legacy is taken at the word, if it is one at all", () => {
  const judged = (vin: string) => judgeVin({ vin, policy: "strict", vinKind: "legacy" }).code;
  expect(["JZA80-1001234", "A".repeat(30), "A".repeat(31), "JZA80_1", " "].map(judged)).toEqual([
    "LEGACY",
    "LEGACY",
    "LEGACY_CHARACTERS",
    "LEGACY_CHARACTERS",
    "VIN_MISSING",
  ]);
});

test("a refusal says how long the number is and which digit belongs there", () => {
  expect(judgeVin({ vin: "1M8GDM9AXKP04278", policy: "warn" }).message).toContain("this one has 16");
  expect(judgeVin({ vin: "3VWRA81H7WM116221", policy: "strict" }).message).toContain("is 7; X belongs there");
});
