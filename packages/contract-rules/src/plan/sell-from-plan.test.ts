import type { ContractChanges, ContractInput, PlanTerms } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeRecord, completeRecord } from "../complete-record.ts";
import { millimetres } from "../distance.ts";
import type { Outcome } from "../outcome.ts";
import { anyFacts, anyPlan, aPlan, aSale, inBristol } from "../testing/plans.ts";
import {
  type CataloguePlan,
  eligibilityBreaks,
  entryBreaks,
  leftToPlan,
  planBreaks,
  sellFromPlan,
} from "./sell-from-plan.ts";
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

test("a sale is not dated after the store's today", () => {
  expect(sold({}, { saleDate: "2026-11-25" }).saleDate).toBe("2026-11-25");
  expect(refused({}, { saleDate: "2026-11-26" })).toEqual(["saleDate SALE_IN_FUTURE"]);
});

test("a sale counts from no less than was read by its start, which passes no limit of its plan either", () => {
  const readings = [{ date: "2026-11-20", odometer: mi(8_420) }];
  const distance = { kind: "limited" as const, limit: mi(40_000), startOdometer: mi(8_419) };
  const low = ["distance.startOdometer START_ODOMETER_BELOW_LAST"];
  expect(refused({}, { distance }, inBristol({ readings }))).toEqual(low);
  const early = { startBasis: "EXPLICIT" as const };
  const at = (startDate: string) => refused(early, { startDate, distance }, inBristol({ readings }));
  expect([at("2026-11-19"), at("2026-11-20")]).toEqual([[], low]);
  const eligibility = { ...aPlan().eligibility, maxOdometer: mi(8_419) };
  expect(refused({ eligibility }, { distance })).toEqual(["plan ODOMETER_TOO_HIGH"]);
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

describe("what is open is left to the plan when a sale is changed", () => {
  const changed = (
    plan: CataloguePlan,
    before: ReturnType<typeof sold>,
    changes: ContractChanges,
    facts = inBristol(),
  ) => value(changeRecord(before, leftToPlan(plan, before, changes, facts)));
  const fields = [
    ...["description", "providerId", "saleDate", "startDate", "termMonths", "endDate", "openEnded"],
    ...["waitingDays", "distance", "engineHours", "coverage", "allowances", "deductible", "price"],
    ...["refundRuleSet", "transferPolicy"],
  ];

  test("each term, alone and with others: the record is as it was sold", () => {
    fc.assert(
      fc.property(anyPlan, anyFacts, fc.subarray(fields), (plan, facts, open) => {
        const outcome = sellFromPlan(plan, aSale(), facts);
        if (!outcome.ok) return;
        const before = value(completeRecord(outcome.value));
        const changes = Object.fromEntries(open.map((field) => [field, null]));
        expect(changed(plan, before, changes, facts)).toEqual(before);
      }),
    );
  });

  test("what was said instead goes, and what is said now stays", () => {
    const plan = aPlan({ mayChange: ["term", "price"] });
    const own = { termMonths: 60, price: { grossMinor: 70_000, currency: "GBP" } };
    const before = sold({ mayChange: ["term", "price"] }, own);
    expect(changed(plan, before, { termMonths: null, price: null })).toMatchObject({
      termMonths: 48,
      endDate: "2030-11-24",
      price: { grossMinor: 74_900 },
    });
    expect(changed(plan, before, { endDate: null })).toMatchObject({ termMonths: 48, endDate: "2030-11-24" });
    const until = { termMonths: null, endDate: "2029-01-01" };
    expect(changed(plan, before, until)).toMatchObject(until);
    expect(changed(plan, before, { notes: null, contractNumber: null, paid: null })).toEqual(before);
  });
});

test("a draft is judged anew when it is sold: by its vehicle of that day, and what was entered since", () => {
  const plan = aPlan({ eligibility: { ...aPlan().eligibility, maxOdometer: mi(9_000) } });
  const record = sold({});
  const since = inBristol({
    vehicle: { ...inBristol().vehicle, odometer: mi(9_001) },
    readings: [{ date: "2026-11-25", odometer: mi(9_001) }],
  });
  const codes = (fields: { code: string }[]) => fields.map(({ code }) => code);
  expect(codes(eligibilityBreaks(plan, record, inBristol()))).toEqual([]);
  expect(codes(eligibilityBreaks(plan, record, since))).toEqual(["ODOMETER_TOO_HIGH"]);
  expect(codes(entryBreaks(plan, record, inBristol()))).toEqual([]);
  expect(codes(entryBreaks(plan, { ...record, saleDate: "2026-11-26" }, since))).toEqual([
    "SALE_IN_FUTURE",
    "START_ODOMETER_BELOW_LAST",
  ]);
});

test("what runs from the first registration counts from 0 for good", () => {
  const plan = aPlan({ startBasis: "FIRST_REGISTRATION" });
  const record = sold({ startBasis: "FIRST_REGISTRATION" });
  const distance = { ...record.distance, startOdometer: mi(30_000), endOdometer: mi(70_000) };
  expect(planBreaks(plan, record, inBristol())).toEqual([]);
  expect(planBreaks(plan, { ...record, distance } as typeof record, inBristol())).toMatchObject([
    { path: "distance", code: "PLAN_DIFFERS" },
  ]);
});
