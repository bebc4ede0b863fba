import { randomUUID } from "node:crypto";
import type { ContractInput, ContractPage, ContractResult } from "@vehicle-contracts/contract-model";

/** Calls a procedure and answers its data, whose type is that of the procedure's schema. */
export type Call = (procedure: string, input: object) => Promise<unknown>;

/**
 * A goodwill contract of its own for a test: of the store, vehicle, provider and holder of an active one that is there,
 * from today for two years unless `given` says otherwise.
 */
export async function aContract(
  call: Call,
  given: Partial<ContractInput> | ((today: string) => Partial<ContractInput>) = {},
): Promise<ContractResult["contract"]> {
  const { items } = (await call("contracts.list", {
    filter: { effectiveStatus: ["ACTIVE"] },
    limit: 1,
  })) as ContractPage;
  const [like] = items;
  if (!like) throw new Error("The demo group has no active contract.");
  const contract: ContractInput = {
    storeId: like.storeId,
    vehicleId: like.vehicleId,
    type: "GOODWILL",
    status: "ACTIVE",
    providerId: like.providerId,
    parties: like.parties
      // who holds it now: another test may have transferred it
      .filter(({ role, to }) => role === "HOLDER" && to === null)
      .map(({ role, partyId }) => ({ role, partyId })),
    startDate: like.store.today,
    termMonths: 24,
    ...(typeof given === "function" ? given(like.store.today) : given),
  };
  const made = (await call("contracts.create", { idempotencyKey: randomUUID(), contract })) as ContractResult;
  return made.contract;
}
