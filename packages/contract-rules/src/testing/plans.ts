import type { ContractInput, PlanTerms } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import type { CatalogueFacts, CataloguePlan } from "../plan/sell-from-plan.ts";
import { aDate } from "./arbitraries.ts";

const id = (digit: number) => `0199b3c4-5d6e-7f80-9a1b-00000000000${digit}`;
const km = (value: number) => ({ value, unit: "KM" as const });
const mi = (value: number) => ({ value, unit: "MI" as const });
const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
const gbp = (amountMinor: number) => ({ amountMinor, currency: "GBP" });

/** A service plan of 48 months and 60,000 km or 40,000 mi, in two currencies, that leaves nothing to the sale. */
export const aPlan = (facts: Partial<CataloguePlan> = {}): CataloguePlan => ({
  code: "SERVICE-4",
  version: 6,
  state: "READY",
  name: "Service Plan 4",
  description: null,
  type: "SERVICE_PLAN",
  providerId: id(3),
  termMonths: 48,
  openEnded: false,
  distance: { kind: "limited", limits: [km(60_000), mi(40_000)] },
  engineHours: { kind: "unlimited" },
  startBasis: "SALE",
  waitingDays: 0,
  eligibility: { minAgeMonths: null, maxAgeMonths: null, maxOdometer: null, makes: [], fuels: [] },
  coverage: [],
  allowances: [
    {
      code: "SERVICE",
      description: "Service with oil",
      quantity: 4,
      dueAfterMonths: 12,
      dueAfterDistances: [km(15_000), mi(10_000)],
    },
  ],
  deductible: { kind: "NONE" },
  prices: [
    price("EUR", 89_900, "19"),
    { ...price("GBP", 74_900, "20"), lowestGrossMinor: null, highestGrossMinor: null },
  ],
  mayChange: [],
  transferPolicy: { kind: "AUTOMATIC" },
  refundRuleSet: { code: "BALANCE", version: 1 },
  ...facts,
});

function price(currency: string, grossMinor: number, taxRate: string): PlanTerms["prices"][number] {
  const netMinor = Math.round((grossMinor * 100) / (100 + Number(taxRate)));
  return {
    netMinor,
    taxRate,
    taxMinor: grossMinor - netMinor,
    grossMinor,
    currency,
    lowestGrossMinor: null,
    highestGrossMinor: null,
  };
}

/** An Audi of 20 months with 8,420 mi, whose own warranty ends on 2028-03-02, in a store in Bristol on 2026-11-25. */
export const inBristol = (facts: Partial<CatalogueFacts> = {}): CatalogueFacts => ({
  today: "2026-11-25",
  currency: "GBP",
  unit: "MI",
  vehicle: {
    make: "Audi",
    fuel: "petrol",
    firstRegistrationDate: "2025-03-03",
    odometer: mi(8_420),
    hours: null,
  },
  warranty: { endDate: "2028-03-02", runOut: false },
  ...facts,
});

/** What a sale sends at least. */
export const aSale = (facts: Partial<ContractInput> = {}): ContractInput => ({
  storeId: id(1),
  vehicleId: id(2),
  type: "SERVICE_PLAN",
  plan: { code: "SERVICE-4", version: 6 },
  ...facts,
});

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

/** A plan that asks nothing of a vehicle whose first registration, readings and warranty are known. */
export const anyPlan: fc.Arbitrary<CataloguePlan> = fc
  .record({
    termMonths: maybe(fc.integer({ min: 1, max: 120 })),
    distance: fc.constantFrom<PlanTerms["distance"]>(
      { kind: "unlimited" },
      { kind: "limited", limits: [km(60_000), mi(40_000)] },
      { kind: "limited", limits: [km(30_000)] },
    ),
    engineHours: fc.constantFrom<PlanTerms["engineHours"]>(
      { kind: "unlimited" },
      { kind: "limited", limit: 2_000 },
    ),
    startBasis: fc.constantFrom<PlanTerms["startBasis"]>("SALE", "END_OF_MANUFACTURER_WARRANTY"),
    waitingDays: fc.integer({ min: 0, max: 90 }),
    coverage: fc.constantFrom<PlanTerms["coverage"]>(
      [],
      [
        {
          code: "ENGINE",
          description: null,
          treatment: "COVERED",
          partsPercent: 100,
          labourPercent: "80",
          endsAfterMonths: 12,
          endsAfterDistances: [km(20_000)],
          maximumAmounts: [eur(300_000), gbp(250_000)],
        },
      ],
    ),
    deductible: fc.constantFrom<PlanTerms["deductible"]>(
      { kind: "NONE" },
      { kind: "PER_VISIT", amounts: [eur(10_000), gbp(8_000)], waivedAtSellingStore: true },
    ),
    transferPolicy: fc.constantFrom<PlanTerms["transferPolicy"]>(
      { kind: "NONE" },
      { kind: "ON_REQUEST", windowDays: 30, fees: [eur(5_000), gbp(4_000)] },
    ),
  })
  .map((facts) => aPlan({ ...facts, openEnded: facts.termMonths === null }));

export const anyFacts: fc.Arbitrary<CatalogueFacts> = fc
  .record({
    today: aDate,
    currency: fc.constantFrom("EUR", "GBP"),
    unit: fc.constantFrom("KM" as const, "MI" as const),
    odometer: fc.record({
      value: fc.integer({ min: 0, max: 300_000 }),
      unit: fc.constantFrom("KM" as const, "MI" as const),
    }),
    hours: fc.integer({ min: 0, max: 9_000 }),
    endDate: aDate,
    runOut: fc.boolean(),
  })
  .map(({ odometer, hours, endDate, runOut, ...facts }) =>
    inBristol({
      ...facts,
      vehicle: { make: "Audi", fuel: "petrol", firstRegistrationDate: "2025-03-03", odometer, hours },
      warranty: { endDate, runOut },
    }),
  );
