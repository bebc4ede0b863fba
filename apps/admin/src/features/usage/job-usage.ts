import type { ContractRead, Distance, Entitlement, UsageInput } from "@vehicle-contracts/contract-model";
import { lineName } from "../contracts/line-name.ts";

/** An entry for the ledger, as a checked job proposes it. */
export type JobUsage = {
  key: string;
  contractId: string;
  /** What was done, in the job's own words. */
  name: string;
  taken:
    | { kind: "ALLOWANCE"; code: string; quantity: number }
    | { kind: "AMOUNT"; code: string; amount: { amountMinor: number; currency: string } };
  /** Under which service or line it is counted. */
  under: string;
};

type AskedLine = { lineId: string; entryId: string; code: string; name: string };
type Paying = Pick<ContractRead, "contractId" | "coverage" | "allowances">;

/**
 * What each contract provides or pays for a checked job, in the order asked: one unit for all lines of a service and job, one
 * sum for each coverage line and job. A line that costs the contract nothing leaves nothing to record.
 */
export function usageOfJob(
  lines: readonly Entitlement["lines"][number][],
  asked: readonly AskedLine[],
  contracts: ReadonlyMap<string, Paying>,
): JobUsage[] {
  const entries = new Map<string, JobUsage>();
  for (const { lineId, contractId, basis, contractPays } of lines) {
    const line = asked.find((each) => each.lineId === lineId);
    const contract = contractId === null ? undefined : contracts.get(contractId);
    if (!line || !contract) continue;
    const under = basis === "ALLOWANCE" ? line.code : coveredAs(contract, line.code);
    const key = [contract.contractId, basis, under, line.entryId].join(" ");
    const before = entries.get(key)?.taken;
    const entry = { key, contractId: contract.contractId, name: line.name };
    if (basis === "ALLOWANCE") {
      const allowance = contract.allowances.find(({ code }) => code === under);
      entries.set(key, {
        ...entry,
        taken: { kind: "ALLOWANCE", code: under, quantity: 1 },
        under: lineName(allowance ?? { code: under, description: null }),
      });
    } else if (contractPays.amountMinor > 0) {
      const sum = before?.kind === "AMOUNT" ? before.amount.amountMinor : 0;
      const covered = contract.coverage.find(
        ({ code, treatment }) => treatment === "COVERED" && code === under,
      );
      entries.set(key, {
        ...entry,
        taken: {
          kind: "AMOUNT",
          code: under,
          amount: { ...contractPays, amountMinor: sum + contractPays.amountMinor },
        },
        under: lineName(covered ?? { code: under, description: null }),
      });
    }
  }
  return [...entries.values()];
}

/** The coverage line that pays a code: its own, else the one for all that is not named. */
const coveredAs = ({ coverage }: Paying, code: string): string =>
  coverage.some((line) => line.treatment === "COVERED" && line.code === code) ? code : "*";

/** The visit that the entries are of. */
export type Visit = { date: string; odometer: Distance | null; repairOrder: string; job: string };

/** An entry as it is sent; without a job named, the job's own words stand for it. */
export const usageOf = (
  { taken, name }: JobUsage,
  { date, odometer, repairOrder, job }: Visit,
): UsageInput => ({
  ...taken,
  date,
  odometer,
  repairOrder,
  job: (job || name).slice(0, 100),
});
