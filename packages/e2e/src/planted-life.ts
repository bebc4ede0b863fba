import { randomUUID } from "node:crypto";
import {
  AddNote,
  type ContractResult,
  CreatePlan,
  CreateRuleSet,
  MoveContract,
  type PlanResult,
  QuoteRefund,
  RecordUsage,
  ReverseUsage,
  type UsageResult,
} from "@vehicle-contracts/contract-model";
import { long, short } from "./planted.ts";

/** Calls a procedure, and keeps what was sent under its schema; null: it has no text. */
export type Send = (procedure: string, schema: object | null, input: object) => Promise<unknown>;

const key = () => ({ idempotencyKey: randomUUID() });
const more = () => randomUUID().slice(0, 8);

/** A plan, a rule set, and a contract's life (usage, a move, a note, a quote), in which every free text is markup. */
export async function plantLife(
  send: Send,
  contract: { contractId: string; version: number; service: string },
  providerId: string,
): Promise<{ planCode: string; ruleSetCode: string; version: number }> {
  const planCode = `${short} ${more()}`;
  const { plan } = (await send("plans.create", CreatePlan, {
    ...key(),
    plan: {
      ...{ code: planCode, name: `${long} ${more()}`, description: long, type: "SERVICE_PLAN", providerId },
      ...{ termMonths: 24, eligibility: { makes: [short, long], fuels: [short] } },
      coverage: [
        { code: short, description: long, treatment: "COVERED", partsPercent: 100, labourPercent: 100 },
      ],
      allowances: [{ code: short, description: long, quantity: 2 }],
      prices: [{ currency: "GBP", grossMinor: 40_000, taxRate: "20" }],
    },
  })) as PlanResult;
  await send("plans.release", null, { code: planCode, version: plan.version, revision: plan.revision });
  const ruleSetCode = `${short} ${more()}`;
  await send("ruleSets.create", CreateRuleSet, {
    ...key(),
    ruleSet: {
      ...{ code: ruleSetCode, name: `${long} ${more()}`, note: long },
      rules: { method: "PRO_RATA", basis: "TIME" },
    },
  });

  const { contractId, service } = contract;
  const job = { date: "2024-02-01", repairOrder: long, job: long };
  const { usage } = (await send("usage.record", RecordUsage, {
    ...key(),
    contractId,
    usage: { kind: "ALLOWANCE", code: service, quantity: 1, ...job },
  })) as UsageResult;
  await send("usage.reverse", ReverseUsage, { ...key(), usageId: usage.usageId, reason: long });
  const noted = (await send("contracts.addNote", AddNote, {
    ...{ contractId, version: contract.version, note: long, reason: long },
  })) as ContractResult;
  const suspended = (await send("contracts.suspend", MoveContract, {
    ...{ contractId, version: noted.contract.version, reason: long },
  })) as ContractResult;
  const { version } = suspended.contract;
  await send("refunds.quote", QuoteRefund, {
    ...{ contractId, version, cancelDate: "2026-01-01", cancelledBy: "CUSTOMER", reason: long },
  });
  return { planCode, ruleSetCode, version };
}
