import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../temporal.ts";
import { monthsAfter } from "../terms.ts";
import { aDate } from "../testing/arbitraries.ts";
import { aPlan, inBristol } from "../testing/plans.ts";
import { eligibilityReasons, type SaleFacts } from "./eligibility.ts";
import { manufacturerWarranty } from "./start-of-sale.ts";

const open = { minAgeMonths: null, maxAgeMonths: null, maxOdometer: null, makes: [], fuels: [] };
const mi = (value: number) => ({ value, unit: "MI" as const });
const km = (value: number) => ({ value, unit: "KM" as const });
const facts = (more: Partial<SaleFacts> = {}): SaleFacts => ({
  saleDate: "2026-11-25",
  ...inBristol(),
  ...more,
});
const why = (plan: Partial<ReturnType<typeof aPlan>>, given: Partial<SaleFacts> = {}) =>
  eligibilityReasons(aPlan(plan), facts(given)).map(({ code, message }) => `${code}: ${message}`);
const eligibility = (asked: Partial<typeof open> | object) => ({ eligibility: { ...open, ...asked } });
const vehicle = (more: object) => ({ vehicle: { ...inBristol().vehicle, ...more } });

test("a plan that asks nothing is for every vehicle", () => {
  expect(why({})).toEqual([]);
  expect(why({}, { vehicle: {} })).toEqual([]);
});

describe("why a plan is not for a vehicle is said in figures of both", () => {
  test.each([
    [{ fuels: ["electric"] }, "FUEL_NOT_COVERED: for electric; this vehicle is petrol"],
    [{ makes: ["BMW", "MINI"] }, "MAKE_NOT_COVERED: for BMW, MINI; this vehicle is by Audi"],
    [{ minAgeMonths: 36 }, "AGE_TOO_LOW: from 36 months of age; this vehicle is 20 months old"],
    [{ maxAgeMonths: 12 }, "AGE_TOO_HIGH: up to 12 months of age; this vehicle is 20 months old"],
    [
      { maxAgeMonths: 20 },
      "AGE_TOO_HIGH: up to 20 months of age; this vehicle has been older since 3 Nov 2026",
    ],
    [{ maxOdometer: mi(5_000) }, "ODOMETER_TOO_HIGH: up to 5,000 mi; this vehicle has 8,420 mi"],
  ])("%o", (asked, said) => {
    expect(why(eligibility(asked))).toEqual([said]);
  });

  test("and what is not known of it is a reason of its own", () => {
    const everything = {
      minAgeMonths: 1,
      maxAgeMonths: 60,
      maxOdometer: km(1),
      makes: ["Audi"],
      fuels: ["petrol"],
    };
    expect(why(eligibility(everything), { vehicle: {} })).toEqual([
      "MAKE_UNKNOWN: for Audi; the make of this vehicle is not known",
      "FUEL_UNKNOWN: for petrol; the fuel of this vehicle is not known",
      "AGE_UNKNOWN: from 1 to 60 months of age; it is not known when this vehicle was first registered",
      "ODOMETER_UNKNOWN: up to 1 km; there is no reading yet",
    ]);
  });
});

test("makes and fuels are compared without case and outer blanks", () => {
  expect(why(eligibility({ makes: ["AUDI "], fuels: ["Petrol"] }))).toEqual([]);
});

test("an odometer is compared to the millimetre across units, and the last one is still in", () => {
  expect(why(eligibility({ maxOdometer: km(13_550) }))).toHaveLength(1);
  expect(why(eligibility({ maxOdometer: km(13_551) }))).toEqual([]);
  expect(why(eligibility({ maxOdometer: mi(8_420) }))).toEqual([]);
});

test("an odometer said of the start does not take back what was read: the higher one counts", () => {
  const upTo = eligibility({ maxOdometer: mi(8_420) });
  expect(why(upTo, { startOdometer: mi(12) })).toEqual([]);
  expect(why(upTo, { startOdometer: km(13_552) })).toEqual([
    "ODOMETER_TOO_HIGH: up to 8,420 mi; this vehicle has 13,552 km",
  ]);
  const less = eligibility({ maxOdometer: mi(8_419) });
  expect(why(less, { startOdometer: mi(12) })).toEqual([
    "ODOMETER_TOO_HIGH: up to 8,419 mi; this vehicle has 8,420 mi",
  ]);
  expect(why(less, { ...vehicle({ odometer: null }), startOdometer: mi(12) })).toEqual([]);
});

test("by age a vehicle is eligible from the day it is so many months old to the day it is as old as it may be, both in", () => {
  const bounds = fc.tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 120 }));
  fc.assert(
    fc.property(aDate, bounds, fc.integer({ min: -40, max: 9_000 }), (first, [min, more], days) => {
      const [from, to] = [monthsAfter(first, min), monthsAfter(first, min + more)];
      const asked = eligibility({ minAgeMonths: min, maxAgeMonths: min + more });
      const on = (saleDate: string) => why(asked, { saleDate, ...vehicle({ firstRegistrationDate: first }) });
      for (const day of [addDays(first, days), from, to, addDays(from, -1), addDays(to, 1)])
        expect(on(day).length === 0, day).toBe(day >= from && day <= to);
    }),
  );
});

test("a plan with money in it is for stores of its currencies", () => {
  expect(why({}, { currency: "JPY" })).toEqual([
    "CURRENCY_NOT_SOLD: sold in EUR, GBP; this store sells in JPY",
  ]);
  expect(why({ prices: [] }, { currency: "JPY" })).toEqual([]);
});

test("a plan that starts by what is not known of the vehicle is not for it", () => {
  expect(why({ startBasis: "FIRST_REGISTRATION" }, vehicle({ firstRegistrationDate: null }))).toEqual([
    expect.stringContaining("REGISTRATION_UNKNOWN"),
  ]);
  expect(why({ startBasis: "END_OF_MANUFACTURER_WARRANTY" }, { warranty: null })).toEqual([
    expect.stringContaining("WARRANTY_UNKNOWN"),
  ]);
  // Unless the sale may say another day.
  expect(
    why({ startBasis: "END_OF_MANUFACTURER_WARRANTY", mayChange: ["startDate"] }, { warranty: null }),
  ).toEqual([]);
});

test("what would have ended before the sale is not sold", () => {
  const plan = { startBasis: "FIRST_REGISTRATION", termMonths: 20 } as const;
  expect(why(plan)).toEqual(["OVER_ALREADY: it would have ended on 2 Nov 2026, before the sale"]);
  expect(why({ ...plan, termMonths: 21 })).toEqual([]);
});

test("the manufacturer's warranty is the one that ends last and was ever valid; one that ends early has run out", () => {
  const warranty = (
    effectiveStatus: "ACTIVE" | "EXPIRED" | "VOID" | "CANCELLED" | "DRAFT",
    endDate: string | null,
  ) => ({
    type: "MANUFACTURER_WARRANTY",
    effectiveStatus,
    endDate,
  });
  const found = (...contracts: Parameters<typeof manufacturerWarranty>[0][number][]) =>
    manufacturerWarranty(contracts, "2026-11-25");
  expect(found(warranty("ACTIVE", "2028-03-02"), warranty("EXPIRED", "2026-03-02"))).toEqual({
    endDate: "2028-03-02",
    runOut: false,
  });
  expect(found(warranty("EXPIRED", "2028-03-02"))).toEqual({ endDate: "2028-03-02", runOut: true });
  for (const never of ["VOID", "CANCELLED", "DRAFT"] as const)
    expect(found(warranty(never, "2028-03-02"))).toBeNull();
  expect(found(warranty("ACTIVE", null))).toBeNull();
  expect(found({ ...warranty("ACTIVE", "2028-03-02"), type: "SERVICE_PLAN" })).toBeNull();
});
