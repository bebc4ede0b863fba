import type { Contract, ContractInput } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { recordOdometer, suspendContract, transferContract } from "@vehicle-contracts/services";
import {
  anActiveContract,
  aParty,
  aPendingContract,
  aVehicle,
  type DealerGroup,
} from "@vehicle-contracts/services/testing";
import type { Example, Register } from "./examples.ts";

const at = ({ contractId, version }: Contract) => ({ contractId, version });
const transferPolicy = { kind: "ON_REQUEST" as const, windowDays: 3_660, fee: null };
const date = "2026-02-02";

/** A transfer of a new contract that is asked for, and not decided yet. */
export async function aTransferRequest(
  group: DealerGroup,
  facts: Partial<ContractInput> = {},
): Promise<{ requestId: string }> {
  const contract = await anActiveContract(group, { transferPolicy, ...facts });
  const { partyId: toPartyId } = await aParty(group);
  const input = { ...at(contract), date, toPartyId };
  const { transferRequest } = await group.change(transferContract, input, group.administrator);
  if (!transferRequest) throw new Error("A transfer on request asks first.");
  return { requestId: transferRequest.requestId };
}

/** Examples of the moves of the life cycle, of transfers and of renewals. */
export function lifeExamples(own: Register, theirs: Register): Record<string, Example> {
  const { group } = own;
  const hamburg = group.hamburg.storeId;
  const { storeId: theirStore } = theirs.group.hamburg;
  const ids = { contractId: theirs.contractId };
  const advisor = { role: "advisor", byStore: true, ids } as const;
  const pending = (storeId: string) => aPendingContract(group, { storeId });
  const active = (storeId: string) => anActiveContract(group, { storeId });
  const reason = "Agreed on the telephone";

  const suspended = async (storeId: string) =>
    (await group.change(suspendContract, { ...at(await active(storeId)), reason }, group.administrator))
      .contract;

  /** Expired by a reading that was put right afterwards. */
  async function expiredInError(storeId: string): Promise<Contract> {
    const { vehicleId } = await aVehicle(group);
    const read = (value: number, correction: boolean) =>
      group.change(
        recordOdometer,
        {
          vehicleId,
          odometer: { value, unit: "KM" as const },
          date: "2026-03-01",
          source: "workshop",
          correction,
        },
        group.administrator,
      );
    await read(90_000, true);
    const taken = await anActiveContract(group, { storeId, vehicleId });
    await read(20_000, true);
    return taken;
  }

  return {
    "contracts.activate": { ...advisor, input: async (store = hamburg) => at(await pending(store)) },
    "contracts.suspend": {
      ...advisor,
      input: async (store = hamburg) => ({ ...at(await active(store)), reason }),
    },
    "contracts.resume": {
      ...advisor,
      input: async (store = hamburg) => ({ ...at(await suspended(store)), reason }),
    },
    "contracts.void": {
      ...advisor,
      input: async (store = hamburg) => ({ ...at(await pending(store)), reason }),
    },
    "contracts.reinstate": { ...advisor, input: async (store = hamburg) => at(await expiredInError(store)) },
    "contracts.extend": {
      ...advisor,
      input: async (store = hamburg) => ({ ...at(await active(store)), months: 12 }),
    },
    "contracts.addNote": {
      ...advisor,
      input: async (store = hamburg) => ({ ...at(await active(store)), note: "Called back" }),
    },
    "contracts.transfer": {
      ...advisor,
      input: async (store = hamburg) => ({ ...at(await active(store)), date, toPartyId: own.partyId }),
      ids: { ...ids, toPartyId: theirs.partyId },
    },
    "contracts.renew": {
      ...advisor,
      input: async (store = hamburg) => ({ idempotencyKey: newId(), ...at(await active(store)) }),
    },
    "transfers.list": { role: "viewer", input: () => ({}), ids },
    "transfers.approve": {
      role: "administrator",
      input: async () => ({ ...(await aTransferRequest(group)), feePaid: true }),
      ids: { requestId: theirs.requestId },
    },
    "transfers.refuse": {
      role: "administrator",
      input: async () => ({ ...(await aTransferRequest(group)), reason: "No proof of sale" }),
      ids: { requestId: theirs.requestId },
    },
    "renewals.list": {
      role: "viewer",
      byStore: true,
      input: (store = hamburg) => ({ days: 730, filter: { storeId: [store], consentFor: "email" } }),
      ids: { "filter.storeId.0": theirStore },
    },
    "renewals.count": {
      role: "viewer",
      byStore: true,
      input: (store = hamburg) => ({ days: 730, filter: { storeId: [store] } }),
      ids: { "filter.storeId.0": theirStore },
    },
  };
}
