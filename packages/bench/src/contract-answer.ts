import type {
  Contract,
  ContractParty,
  ContractRead,
  ExternalReference,
} from "@vehicle-contracts/contract-model";
import { effectiveStatus, remainingOf } from "@vehicle-contracts/contract-rules";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import type { contract, party, provider, store, vehicle } from "@vehicle-contracts/database";

/** What a contract is answered from: its row and those it is read beside. */
export type ContractRows = {
  contract: typeof contract.$inferSelect;
  parties: ContractParty[];
  externalReferences: ExternalReference[];
  vehicle: Pick<
    typeof vehicle.$inferSelect,
    | "vin"
    | "licensePlate"
    | "make"
    | "model"
    | "variant"
    | "odometerValue"
    | "odometerUnit"
    | "odometerDate"
    | "hoursValue"
    | "hoursDate"
  >;
  store: Pick<typeof store.$inferSelect, "name" | "timeZone">;
  provider: Pick<typeof provider.$inferSelect, "name"> | null;
  holder: Pick<typeof party.$inferSelect, "name"> | null;
};

const days = new Map<string, string>();

/** Calendars are slow, and a day is the same for all calls of one minute. */
function todayOf(timeZone: string, now: string): string {
  const key = `${timeZone} ${now.slice(0, 16)}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  if (days.size > 100) days.clear();
  const today = todayIn(timeZone, now);
  days.set(key, today);
  return today;
}

/** A contract as the register answers it, written again by hand for the servers that it is measured against. */
export function contractRead(
  { contract: c, vehicle: v, store: s, ...rows }: ContractRows,
  now: string,
): ContractRead {
  const today = todayOf(s.timeZone, now);
  const latestOdometer =
    v.odometerValue !== null && v.odometerUnit !== null && v.odometerDate !== null
      ? { value: v.odometerValue, unit: v.odometerUnit, date: v.odometerDate }
      : null;
  const latestHours =
    v.hoursValue !== null && v.hoursDate !== null ? { value: v.hoursValue, date: v.hoursDate } : null;
  return {
    ...{ contractId: c.contractId, version: c.version, storeId: c.storeId, vehicleId: c.vehicleId },
    ...{ contractNumber: c.contractNumber, type: c.type, status: c.status },
    effectiveStatus: effectiveStatus(c, { latestOdometer, latestHours: latestHours?.value ?? null, today }),
    ...{ description: c.description, notes: c.notes, providerId: c.providerId },
    plan: c.planCode !== null && c.planVersion !== null ? { code: c.planCode, version: c.planVersion } : null,
    parties: rows.parties,
    ...{ saleDate: c.saleDate, startDate: c.startDate, endDate: c.endDate, termMonths: c.termMonths },
    ...{ openEnded: c.openEnded, waitingDays: c.waitingDays, awaitingProvider: c.awaitingProvider },
    ...{ distance: c.distance, engineHours: c.engineHours, coverage: c.coverage, allowances: c.allowances },
    ...{
      deductible: c.deductible,
      price: c.price,
      paid: c.paid,
      transferPolicy: c.transferPolicy,
      predecessorId: c.predecessorId,
      successorId: c.successorId,
    },
    refundRuleSet:
      c.refundRuleSetCode !== null && c.refundRuleSetVersion !== null
        ? { code: c.refundRuleSetCode, version: c.refundRuleSetVersion }
        : null,
    cancellation: c.cancellation,
    remaining: remainingOf(c, c.used),
    origin: { sourceSystem: c.sourceSystem, externalReferences: rows.externalReferences },
    ...{ createdAt: c.createdAt, updatedAt: c.updatedAt },
    vehicle: {
      ...{ vehicleId: c.vehicleId, vin: v.vin, licensePlate: v.licensePlate },
      ...{ make: v.make, model: v.model, variant: v.variant, latestOdometer, latestHours },
    },
    holder: c.holderId !== null && rows.holder ? { partyId: c.holderId, name: rows.holder.name } : null,
    provider:
      c.providerId !== null && rows.provider ? { providerId: c.providerId, name: rows.provider.name } : null,
    store: { storeId: c.storeId, name: s.name, today },
  };
}

/** What a change answers: the contract without what it is read beside. */
export function withoutShorts({
  vehicle: _v,
  holder: _h,
  provider: _p,
  store: _s,
  ...alone
}: ContractRead): Contract {
  return alone;
}
