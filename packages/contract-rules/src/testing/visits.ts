import { contractStatuses, contractTypes, lineKinds } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import type {
  AskedLine,
  EntitlementQuestion,
  JudgedContract,
  JudgedCoverage,
} from "../entitlement/question.ts";
import { addDays } from "../temporal.ts";
import { aDistanceTerm, aNearDate, aNearOdometer } from "./arbitraries.ts";

const aCode = fc.constantFrom("ENGINE", "OIL", "CLUTCH");
const aPercentage = fc.constantFrom(0, 50, 80, 100, "33.3333", "66.6667");
const someMoney = fc.record({
  amountMinor: fc.integer({ min: 0, max: 200 }),
  currency: fc.constantFrom("EUR", "EUR", "EUR", "GBP"),
});

const aCoverageLine: fc.Arbitrary<JudgedCoverage> = fc.oneof(
  fc.record({
    code: fc.oneof(aCode, fc.constant("*")),
    treatment: fc.constant("COVERED" as const),
    partsPercent: aPercentage,
    labourPercent: aPercentage,
    endDate: fc.option(aNearDate),
    endOdometer: fc.option(aNearOdometer),
    maximumAmount: fc.option(someMoney),
  }),
  fc.record({ code: aCode, treatment: fc.constant("EXCLUDED" as const) }),
);

const aHoursTerm = fc.oneof(
  fc.constant({ kind: "unlimited" as const }),
  fc.constant({ kind: "unknown" as const }),
  fc
    .integer({ min: 1, max: 20 })
    .map((limit) => ({ kind: "limited" as const, limit, startHours: 5, endHours: 5 + limit })),
);

const someUnits = fc.dictionary(aCode, fc.integer({ min: 0, max: 2 }));

/** Contracts as they come: often in force in the weeks asked about, seldom with all that could be wrong. */
export const aJudgedContract: fc.Arbitrary<JudgedContract> = fc
  .record({
    contractId: fc.constantFrom("a", "b", "c", "d", "e", "\u{1f697}", "\uff5e"),
    type: fc.constantFrom(...contractTypes),
    status: fc.oneof(
      { weight: 3, arbitrary: fc.constant("ACTIVE" as const) },
      fc.constantFrom(...contractStatuses),
    ),
    storeId: fc.constantFrom("here", "there"),
    startDate: aNearDate,
    days: fc.option(fc.integer({ min: 0, max: 60 })),
    waitingDays: fc.constantFrom(0, 0, 3),
    awaitingProvider: fc.boolean(),
    distance: fc.oneof(fc.constant({ kind: "unlimited" as const }), aDistanceTerm),
    engineHours: fc.oneof({ weight: 3, arbitrary: fc.constant({ kind: "unlimited" as const }) }, aHoursTerm),
    coverage: fc.uniqueArray(aCoverageLine, {
      maxLength: 5,
      selector: ({ code, treatment }) => `${treatment} ${code}`,
    }),
    allowances: fc.uniqueArray(
      fc.record({
        code: aCode,
        quantity: fc.integer({ min: 1, max: 3 }),
        dueAfterMonths: fc.option(fc.constant(1)),
      }),
      { maxLength: 2, selector: ({ code }) => code },
    ),
    deductible: fc.oneof(
      fc.constant({ kind: "NONE" as const }),
      fc.record({
        kind: fc.constantFrom("PER_VISIT", "PER_COMPONENT", "PER_CLAIM"),
        amount: someMoney,
        waivedAtSellingStore: fc.boolean(),
      }),
    ),
    used: fc.record({ allowances: someUnits, amounts: fc.constant({}) }),
  })
  .map(({ days, ...contract }) => ({
    ...contract,
    endDate: days === null ? null : addDays(contract.startDate, days),
  }));

const aLine: fc.Arbitrary<Omit<AskedLine, "lineId">> = fc.record({
  code: aCode,
  kind: fc.constantFrom(...lineKinds),
  job: fc.constantFrom("A", "B", null),
  amountMinor: fc.integer({ min: 0, max: 300 }),
});

export const aVisit: fc.Arbitrary<EntitlementQuestion> = fc.record({
  date: aNearDate,
  odometer: fc.option(aNearOdometer, { freq: 6 }),
  hours: fc.option(fc.integer({ min: 0, max: 30 })),
  lastReading: fc.option(aNearOdometer),
  lastHours: fc.option(fc.integer({ min: 0, max: 30 })),
  storeId: fc.constantFrom("here", "there"),
  currency: fc.constant("EUR"),
  orderOfChoice: fc.option(fc.constant([["EXTENDED_WARRANTY"], ["SERVICE_PLAN", "OTHER"]])),
  lines: fc
    .array(aLine, { minLength: 1, maxLength: 6 })
    .map((lines) => lines.map((line, at) => ({ ...line, lineId: `line ${at}` }))),
  contracts: fc.uniqueArray(aJudgedContract, { maxLength: 5, selector: ({ contractId }) => contractId }),
});
