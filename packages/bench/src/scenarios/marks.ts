import type { Marks } from "../recording/template.ts";

/** What the scenarios' inputs have of their own, each where it applies. */
export type Asked = {
  contractId?: string;
  vehicleId?: string | null;
  version?: number;
  changes?: { notes?: string | null };
  idempotencyKey?: string;
  contract?: {
    vehicleId?: string;
    storeId?: string;
    contractNumber?: string | null;
    parties?: readonly { partyId: string }[] | null;
  };
};

/** How the numbers of the contracts that a run makes begin; ten digits follow, which no other value has. */
export const numbersBegin = "BN-";

/** Names for what differs between two calls of one scenario, by its input; `contractId` also of one that is made. */
export function marksOf(
  { vehicleId, version, changes, idempotencyKey, contract }: Asked,
  contractId: string,
): Marks {
  const marks: Record<string, string> = {};
  if (contractId !== "") marks.contract = contractId;
  if (vehicleId) marks.vehicle = vehicleId;
  if (version !== undefined) {
    marks.version = String(version);
    marks.nextVersion = String(version + 1);
  }
  if (changes?.notes) marks.notes = changes.notes;
  if (idempotencyKey !== undefined) marks.key = idempotencyKey;
  if (contract?.vehicleId !== undefined) marks.vehicle = contract.vehicleId;
  if (contract?.storeId !== undefined) marks.store = contract.storeId;
  if (contract?.contractNumber) marks.number = contract.contractNumber.slice(numbersBegin.length);
  const [party] = contract?.parties ?? [];
  if (party !== undefined) marks.party = party.partyId;
  return marks;
}
