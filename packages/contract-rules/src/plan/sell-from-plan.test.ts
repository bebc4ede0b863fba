import type { ContractInput, PlanTerms } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeRecord } from "../complete-record.ts";
import { millimetres } from "../distance.ts";
import type { Outcome } from "../outcome.ts";
import { anyFacts, anyPlan, aPlan, aSale, inBristol } from "../testing/plans.ts";
import { type CataloguePlan, planBreaks, sellFromPlan } from "./sell-from-plan.ts";
import { termsOfSale } from "./terms-of-sale.ts";

const mi = (value: number) => ({ value, unit: "MI" as const });
const km = (value: number) => ({ value, unit: "KM" as const });
const value = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fields));
  return outcome.value;
};
const faults = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.fields.map(({ path, code }) => `${path} ${code}`);
const sold = (plan: Partial<CataloguePlan>, sale: Partial<ContractInput> = {}, facts = inBristol()) =>
  value(completeRecord(value(sellFromPlan(aPlan(plan), aSale(sale), facts))));
const refused = (plan: Partial<CataloguePlan>, sale: Partial<ContractInput>, facts = inBristol()) =>
  faults(sellFromPlan(aPlan(plan), aSale(sale), facts));

test("plan, vehicle and store suffice: all terms are filled in, in the store's currency and unit", () => {
  expect(sold({})).toMatchObject({
    type: "SERVICE_PLAN",
    description: "Service Plan 4",
    saleDate: "2026-11-25",
    startDate: "2026-11-25",
    endDate: "2030-11-24",
    termMonths: 48,
    distance: { kind: "limited", limit: mi(40_000), startOdometer: mi(8_420), endOdometer: mi(48_420) },
    allowances: [{ code: "SERVICE", quantity: 4, dueAfterMonths: 12, dueAfterDistance: mi(10_000) }],
    price: { grossMinor: 74_900, netMinor: 62_417, taxMinor: 12_483, taxRate: "20", currency: "GBP" },
    refundRuleSet: { code: "BALANCE", version: 1 },
    transferPolicy: { kind: "AUTOMATIC" },
  });
});

describe("a contract starts by the plan's basis:", () => {
  test.each([
    ["SALE", {}, "2026-11-25"],
    ["SALE", { saleDate: "2026-11-20" }, "2026-11-20"],
    ["FIRST_REGISTRATION", {}, "2025-03-03"],
    ["END_OF_MANUFACTURER_WARRANTY", {}, "2028-03-03"],
    ["EXPLICIT", { startDate: "2027-01-01" }, "2027-01-01"],
  ] as const)("%s, %o", (startBasis, sale, startDate) => {
    expect(sold({ startBasis }, sale).startDate).toBe(startDate);
  });

  test("what follows a warranty that is over starts with the sale", () => {
    const plan = { startBasis: "END_OF_MANUFACTURER_WARRANTY" } as const;
    for (const warranty of [
      { endDate: "2026-11-24", runOut: false },
      { endDate: "2028-03-02", runOut: true },
    ])
      expect(sold(plan, {}, inBristol({ warranty })).startDate).toBe("2026-11-25");
    const endsToday = inBristol({ warranty: { endDate: "2026-11-25", runOut: false } });
    expect(sold(plan, {}, endsToday).startDate).toBe("2026-11-26");
  });

  test("a start of choice has to be said", () => {
    expect(refused({ startBasis: "EXPLICIT" }, {})).toEqual(["startDate START_MISSING"]);
  });
});

test("what runs from the first registration counts from 0, all else from the last reading or the one given", () => {
  expect(sold({ startBasis: "FIRST_REGISTRATION" }).distance).toMatchObject({ endOdometer: mi(40_000) });
  const distance = { kind: "limited" as const, limit: mi(40_000), startOdometer: mi(8_500) };
  expect(sold({}, { distance }).distance).toMatchObject({ endOdometer: mi(48_500) });
  const unread = inBristol({ vehicle: {} });
  expect(refused({}, {}, unread)).toEqual(["distance.startOdometer ODOMETER_MISSING"]);
  expect(sold({}, { distance }, unread).distance).toMatchObject({ endOdometer: mi(48_500) });
  expect(refused({ engineHours: { kind: "limited", limit: 100 } }, {}, inBristol())).toEqual([
    "engineHours.startHours HOURS_MISSING",
  ]);
});

test("a plan that is not ready is not sold", () => {
  for (const state of ["DRAFT", "RETIRED"] as const)
    expect(refused({ state }, {})).toEqual(["plan PLAN_NOT_READY"]);
});

test("what the vehicle is not eligible for is not sold, with every reason", () => {
  const eligibility = { ...aPlan().eligibility, makes: ["BMW"], maxOdometer: mi(5_000) };
  expect(refused({ eligibility }, {})).toEqual(["plan MAKE_NOT_COVERED", "plan ODOMETER_TOO_HIGH"]);
});

describe("a sale that deviates where the plan does not let it is refused at the field:", () => {
  const deviations: {
    path: string;
    sale: Partial<ContractInput>;
    by: PlanTerms["mayChange"][number] | null;
  }[] = [
    { path: "type", sale: { type: "MAINTENANCE" }, by: null },
    { path: "providerId", sale: { providerId: "0199b3c4-5d6e-7f80-9a1b-000000000009" }, by: null },
    { path: "startDate", sale: { startDate: "2027-03-03" }, by: "startDate" },
    { path: "termMonths", sale: { termMonths: 60 }, by: "term" },
    { path: "endDate", sale: { endDate: "2031-01-01" }, by: "term" },
    { path: "waitingDays", sale: { waitingDays: 30 }, by: "waitingDays" },
    { path: "distance", sale: { distance: { kind: "unlimited" } }, by: "distance" },
    {
      path: "distance",
      sale: { distance: { kind: "limited", limit: mi(50_000), startOdometer: mi(8_420) } },
      by: "distance",
    },
    { path: "engineHours", sale: { engineHours: { kind: "unknown" } }, by: "engineHours" },
    {
      path: "coverage",
      sale: { coverage: [{ code: "BODY", treatment: "COVERED", partsPercent: 100, labourPercent: 100 }] },
      by: "coverage",
    },
    { path: "allowances", sale: { allowances: [] }, by: "allowances" },
    {
      path: "deductible",
      sale: { deductible: { kind: "PER_VISIT", amount: { amountMinor: 1, currency: "GBP" } } },
      by: "deductible",
    },
    { path: "price", sale: { price: { grossMinor: 70_000, currency: "GBP" } }, by: "price" },
    {
      path: "price.taxRate",
      sale: { price: { grossMinor: 74_900, taxRate: "19", currency: "GBP" } },
      by: null,
    },
    { path: "price", sale: { price: { grossMinor: 74_900, currency: "USD" } }, by: null },
    { path: "transferPolicy", sale: { transferPolicy: { kind: "NONE" } }, by: null },
    { path: "refundRuleSet", sale: { refundRuleSet: { code: "PRO_RATA", version: 1 } }, by: null },
  ];
  test.each(deviations)("$path, unless it may change $by", ({ path, sale, by }) => {
    if (sale.price?.currency === "USD") return expect(refused({}, sale)).toEqual(["plan CURRENCY_NOT_SOLD"]);
    expect(refused({}, sale)).toEqual([`${path} PLAN_DIFFERS`]);
    if (by) expect(refused({ mayChange: [by] }, sale)).toEqual([]);
    const others = aPlan().mayChange.filter((term) => term !== by);
    expect(refused({ mayChange: others }, sale)).toEqual([`${path} PLAN_DIFFERS`]);
  });

  test("openEnded", () => {
    const sale = { openEnded: true, endDate: null, termMonths: null };
    expect(refused({}, sale)).toEqual(["openEnded PLAN_DIFFERS"]);
    expect(sold({ mayChange: ["term"] }, sale)).toMatchObject({ openEnded: true, endDate: null });
  });

  test("both limits of two units are the plan's", () => {
    const distance = { kind: "limited" as const, limit: km(60_000), startOdometer: km(13_551) };
    expect(sold({}, { distance }).distance).toMatchObject({ endOdometer: km(73_551) });
  });
});

test("a price that the plan leaves to the sale stays within its bounds, both in; net or gross suffices", () => {
  const prices = aPlan().prices.map((price) => ({
    ...price,
    lowestGrossMinor: 69_900,
    highestGrossMinor: 74_900,
  }));
  const plan = { prices, mayChange: ["price" as const] };
  const at = (grossMinor: number) => refused(plan, { price: { grossMinor, currency: "GBP" } });
  expect([at(69_900), at(74_900)]).toEqual([[], []]);
  expect(at(69_899)).toEqual(["price.grossMinor PRICE_OUT_OF_RANGE"]);
  expect(at(74_901)).toEqual(["price.grossMinor PRICE_OUT_OF_RANGE"]);
  expect(sold(plan, { price: { netMinor: 60_000, currency: "GBP" } }).price).toMatchObject({
    grossMinor: 72_000,
    taxRate: "20",
  });
});

test("people, number and notes are the sale's own", () => {
  const parties = [{ role: "HOLDER" as const, partyId: "0199b3c4-5d6e-7f80-9a1b-000000000004" }];
  expect(sold({}, { parties, contractNumber: "LSP-1", notes: "calls after five" })).toMatchObject({
    parties: [{ ...parties[0], from: "2026-11-25", to: null }],
    contractNumber: "LSP-1",
    notes: "calls after five",
  });
});

test("what the offer fills in may be sent as it is, and is what leaving it out gives", () => {
  fc.assert(
    fc.property(anyPlan, anyFacts, (plan, facts) => {
      const outcome = sellFromPlan(plan, aSale(), facts);
      if (!outcome.ok) {
        // a term in the past is the one reason left
        expect(faults(outcome)).toEqual(["plan OVER_ALREADY"]);
        return;
      }
      const terms = termsOfSale(plan, { ...facts, saleDate: facts.today });
      const { transferPolicy, ...rest } = terms;
      const again = sellFromPlan(plan, aSale({ ...rest, transferPolicy }), facts);
      expect(value(completeRecord(value(again)))).toEqual(value(completeRecord(outcome.value)));
      expect(planBreaks(plan, value(completeRecord(outcome.value)), facts)).toEqual([]);
    }),
  );
});

test("a limit in another unit than the reading is no shorter than promised, and by less than a unit longer", () => {
  fc.assert(
    fc.property(anyPlan, anyFacts, (plan, facts) => {
      const { distance } = termsOfSale(plan, { ...facts, saleDate: facts.today });
      const read = facts.vehicle.odometer;
      if (distance.kind !== "limited" || !read) return;
      const over = millimetres(distance.endOdometer) - millimetres(read) - millimetres(distance.limit);
      expect(over).toBeGreaterThanOrEqual(0);
      expect(over).toBeLessThan(millimetres({ value: 1, unit: distance.limit.unit }));
    }),
  );
});

test("a coverage line ends with the contract at the latest, and its amounts are in the store's currency", () => {
  fc.assert(
    fc.property(anyPlan, anyFacts, (plan, facts) => {
      const terms = termsOfSale(plan, { ...facts, saleDate: facts.today });
      for (const line of terms.coverage) {
        if (line.endDate !== null && terms.endDate !== null) expect(line.endDate < terms.endDate).toBe(true);
        expect(line.maximumAmount?.currency).toBe(facts.currency);
      }
    }),
  );
});

test("a draft that was changed beside its plan is told where", () => {
  const facts = inBristol();
  const record = sold({});
  const kept = (changes: Partial<typeof record>) =>
    planBreaks(aPlan(), { ...record, ...changes }, facts).map(({ path, code }) => `${path} ${code}`);
  expect(kept({})).toEqual([]);
  expect(kept({ waitingDays: 3 })).toEqual(["waitingDays PLAN_DIFFERS"]);
  expect(kept({ allowances: [] })).toEqual(["allowances PLAN_DIFFERS"]);
  expect(kept({ plan: { code: "SERVICE-2", version: 1 } })).toEqual(["plan PLAN_DIFFERS"]);
  // It keeps the start that it was given when it was made, whatever has become of the warranty since.
  expect(kept({ startDate: "2027-01-01", endDate: "2030-12-31" })).toEqual([]);
});
