import { ContractStatus, lineKinds, Percentage } from "@vehicle-contracts/contract-model";
import { z } from "zod";
import { decideEntitlement } from "../entitlement/entitlement.ts";
import type { EntitlementLine } from "../entitlement/question.ts";
import { usedBy } from "../usage.ts";
import { answer, CaseDate, CaseDistance, CaseDistanceTerm, CaseHoursTerm, CaseMoney } from "./case.ts";

const CaseUsage = z.union([
  z.object({ usageId: z.string(), kind: z.literal("ALLOWANCE"), code: z.string(), quantity: z.int() }),
  z.object({ usageId: z.string(), kind: z.literal("AMOUNT"), code: z.string(), amount: CaseMoney }),
  z.object({ usageId: z.string(), reverses: z.string() }),
]);

const CaseContract = z.object({
  contractId: z.string(),
  type: z.string(),
  status: ContractStatus,
  storeId: z.string(),
  startDate: CaseDate.nullish(),
  endDate: CaseDate.nullish(),
  waitingDays: z.int().min(0).nullish(),
  awaitingProvider: z.boolean().nullish(),
  distance: CaseDistanceTerm.nullish(),
  engineHours: CaseHoursTerm.nullish(),
  coverage: z
    .array(
      z.object({
        code: z.string(),
        treatment: z.enum(["COVERED", "EXCLUDED"]),
        partsPercent: Percentage.nullish(),
        labourPercent: Percentage.nullish(),
        endDate: CaseDate.nullish(),
        endOdometer: CaseDistance.nullish(),
        maximumAmount: CaseMoney.nullish(),
      }),
    )
    .default([]),
  allowances: z
    .array(
      z.object({
        code: z.string(),
        quantity: z.int(),
        dueAfterMonths: z.int().min(1).nullish(),
        dueAfterDistance: CaseDistance.nullish(),
      }),
    )
    .default([]),
  deductible: z
    .union([
      z.object({ kind: z.literal("NONE") }),
      z.object({
        kind: z.enum(["PER_VISIT", "PER_COMPONENT", "PER_CLAIM"]),
        amount: CaseMoney,
        waivedAtSellingStore: z.boolean().nullish(),
      }),
    ])
    .nullish(),
  usage: z.array(CaseUsage).default([]),
});

const CaseLine = z.object({
  lineId: z.string(),
  code: z.string(),
  kind: z.enum(lineKinds),
  job: z.string().nullish(),
  amount: CaseMoney,
});

/** The one question of an `entitlement.json`; its cases name no op. */
export const entitlementAnswer = answer(
  z.object({
    date: CaseDate,
    odometer: CaseDistance.nullish(),
    hours: z.int().min(0).nullish(),
    lastReading: CaseDistance.nullish(),
    lastHours: z.int().min(0).nullish(),
    storeId: z.string(),
    currency: z.string(),
    orderOfChoice: z.array(z.array(z.string())).nullish(),
    lines: z.array(CaseLine),
    contracts: z.array(CaseContract),
  }),
  ({ lines, contracts, ...question }) => ({
    lines: decideEntitlement({
      ...question,
      lines: lines.map(({ amount, ...line }) => ({ ...line, amountMinor: amount.amountMinor })),
      contracts: contracts.map(({ usage, deductible, ...contract }) => ({
        ...contract,
        deductible: deductible ?? { kind: "NONE" },
        used: usedBy(usage),
      })),
    }).map(asTheCasesSay),
  }),
);

/** A line that nobody pays has no fields of a contract in the cases; the rule's answer says null. */
function asTheCasesSay(line: EntitlementLine): object {
  if (line.contractId !== null) return line;
  const { lineId, decision, contractId, contractPays, customerPays, passedOver } = line;
  return { lineId, decision, contractId, contractPays, customerPays, passedOver };
}
