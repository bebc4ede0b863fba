import type { Contract, Role } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { getEnterprise } from "@vehicle-contracts/services";
import {
  aContract,
  aContractInput,
  aDealerGroup,
  anApiClient,
  aParty,
  aProvider,
  aReadyPlan,
  aRefundQuote,
  aRuleSet,
  aStoreInput,
  aUser,
  aVehicle,
  aVin,
  type DealerGroup,
  type Units,
} from "@vehicle-contracts/services/testing";
import { aTransferRequest, lifeExamples } from "./life-examples.ts";
import { planExamples } from "./plan-examples.ts";
import { refundExamples } from "./refund-examples.ts";
import { anEntry, usageExamples } from "./usage-examples.ts";

/** A procedure as the tests of who may do what call it. */
export type Example = {
  /** The least role that may. */
  role: Role;
  /** An input that is taken, new at each call; `of` the store in Hamburg, or of another. */
  input: (store?: string) => unknown;
  /** Whether a store not granted is refused: the one written, or the one asked for. */
  byStore?: true;
  /** Whether someone without any store may. */
  withoutStores?: true;
  /** Where ids stand in the input, and what a stranger has of their kind. */
  ids: Record<string, string>;
};

export type Register = {
  group: DealerGroup;
  vehicleId: string;
  vin: string;
  partyId: string;
  providerId: string;
  planCode: string;
  contractId: string;
  userId: string;
  clientId: string;
  /** Of a transfer that is asked for. */
  requestId: string;
  quoteId: string;
  ruleSetCode: string;
  usageId: string;
};

/** Everything the examples name, of one group, whose name stands in every text of it. */
export async function aRegister(database: Units, name: string): Promise<Register> {
  const group = await aDealerGroup(database, name);
  const { vehicleId, vin } = await aVehicle(group, { variant: name });
  const { partyId } = await aParty(group, { givenName: `Erika ${name}` });
  const { providerId } = await aProvider(group, { name: `Insurer of ${name}` });
  const { code: planCode } = await aReadyPlan(group, { providerId, name: `Service plan of ${name}` });
  const { contractId } = await aContract(group, { vehicleId, description: name });
  const { requestId } = await aTransferRequest(group, { description: name });
  const { id: userId } = await aUser(group, `Ulla User ${name}`, "viewer");
  const { clientId } = (await anApiClient(group, { name: `Program of ${name}` })).apiClient;
  const { quoteId } = await aRefundQuote(group);
  const { code: ruleSetCode } = await aRuleSet(group, { name });
  const { usageId } = await anEntry(group, group.hamburg.storeId, `Repair order of ${name}`);
  return {
    group,
    vehicleId,
    vin,
    partyId,
    providerId,
    planCode,
    contractId,
    userId,
    clientId,
    requestId,
    quoteId,
    ruleSetCode,
    usageId,
  };
}

/** Two strangers, and an example of each procedure between them. */
export async function examplesOf(database: Units): Promise<{
  group: DealerGroup;
  stranger: DealerGroup;
  examples: Record<string, Example>;
}> {
  const [own, theirs] = [await aRegister(database, "Nordwind"), await aRegister(database, "Südstern")];
  return { group: own.group, stranger: theirs.group, examples: examplesBetween(own, theirs) };
}

/** An example of each procedure, called by the one, with what the other has of each kind. */
export function examplesBetween(own: Register, theirs: Register): Record<string, Example> {
  const { group } = own;
  const hamburg = group.hamburg.storeId;
  const { storeId: theirStore } = theirs.group.hamburg;
  const key = () => ({ idempotencyKey: newId() });
  const at = ({ contractId, version }: Contract) => ({ contractId, version });
  const contract = { contractId: theirs.contractId };
  const vehicle = { vehicleId: theirs.vehicleId };
  const client = async () => {
    const { clientId, version } = (await anApiClient(group)).apiClient;
    return { clientId, version };
  };
  const draft = (storeId: string) => aContract(group, { storeId });

  const examples: Record<string, Example> = {
    "contracts.list": {
      role: "viewer",
      byStore: true,
      input: (storeId = hamburg) => ({
        filter: { storeId: [storeId], providerId: [own.providerId], holderId: [own.partyId] },
      }),
      ids: {
        ...vehicle,
        "filter.storeId.0": theirStore,
        "filter.providerId.0": theirs.providerId,
        "filter.holderId.0": theirs.partyId,
      },
    },
    "contracts.count": {
      role: "viewer",
      byStore: true,
      input: (storeId = hamburg) => ({
        filter: { storeId: [storeId], providerId: [own.providerId], holderId: [own.partyId] },
      }),
      ids: {
        ...vehicle,
        "filter.storeId.0": theirStore,
        "filter.providerId.0": theirs.providerId,
        "filter.holderId.0": theirs.partyId,
      },
    },
    "contracts.get": { role: "viewer", input: () => ({ contractId: own.contractId }), ids: contract },
    "contracts.create": {
      role: "advisor",
      byStore: true,
      input: async (storeId = hamburg) => ({
        ...key(),
        contract: await aContractInput(group, {
          storeId,
          vehicleId: own.vehicleId,
          providerId: own.providerId,
          parties: [{ role: "HOLDER", partyId: own.partyId }],
        }),
      }),
      ids: {
        "contract.storeId": theirStore,
        "contract.vehicleId": theirs.vehicleId,
        "contract.providerId": theirs.providerId,
        "contract.parties.0.partyId": theirs.partyId,
      },
    },
    "contracts.update": {
      role: "advisor",
      byStore: true,
      input: async (storeId = hamburg) => ({
        ...at(await draft(storeId)),
        changes: {
          storeId,
          vehicleId: own.vehicleId,
          providerId: own.providerId,
          parties: [{ role: "HOLDER", partyId: own.partyId }],
        },
      }),
      ids: {
        ...contract,
        "changes.storeId": theirStore,
        "changes.vehicleId": theirs.vehicleId,
        "changes.providerId": theirs.providerId,
        "changes.parties.0.partyId": theirs.partyId,
      },
    },
    "contracts.submit": {
      role: "advisor",
      byStore: true,
      input: async (storeId = hamburg) => at(await draft(storeId)),
      ids: contract,
    },
    ...lifeExamples(own, theirs),
    ...planExamples(own, theirs),
    ...refundExamples(own, theirs),
    ...usageExamples(own, theirs),
    "contracts.history": { role: "viewer", input: () => ({ contractId: own.contractId }), ids: contract },
    "contracts.verifyHistory": {
      role: "viewer",
      input: () => ({ contractId: own.contractId }),
      ids: contract,
    },
    "vehicles.list": { role: "viewer", input: () => ({ search: own.vin }), ids: {} },
    "vehicles.count": { role: "viewer", input: () => ({ search: "golf" }), ids: {} },
    "vehicles.get": { role: "viewer", input: () => ({ vehicleId: own.vehicleId }), ids: vehicle },
    "vehicles.readings": { role: "viewer", input: () => ({ vehicleId: own.vehicleId }), ids: vehicle },
    "vehicles.create": {
      role: "advisor",
      byStore: true,
      input: (storeId = hamburg) => ({ ...key(), vehicle: { vin: aVin() }, storeId }),
      ids: { storeId: theirStore },
    },
    "vehicles.update": {
      role: "advisor",
      byStore: true,
      input: async (storeId = hamburg) => ({
        vehicleId: (await aVehicle(group)).vehicleId,
        version: 1,
        changes: { fuel: "petrol" },
        storeId,
      }),
      ids: { ...vehicle, storeId: theirStore },
    },
    "vehicles.recordOdometer": {
      role: "advisor",
      byStore: true,
      input: (storeId = hamburg) => ({
        vehicleId: own.vehicleId,
        odometer: { value: 1_000, unit: "KM" },
        date: "2026-03-01",
        source: "workshop",
        storeId,
      }),
      ids: { ...vehicle, storeId: theirStore },
    },
    "vehicles.recordHours": {
      role: "advisor",
      byStore: true,
      input: (storeId = hamburg) => ({
        vehicleId: own.vehicleId,
        hours: 100,
        date: "2026-03-01",
        source: "workshop",
        storeId,
      }),
      ids: { ...vehicle, storeId: theirStore },
    },
    "parties.list": { role: "viewer", input: () => ({ search: "mustermann" }), ids: {} },
    "parties.count": { role: "viewer", input: () => ({ filter: { kind: ["PERSON"] } }), ids: {} },
    "parties.get": {
      role: "viewer",
      input: () => ({ partyId: own.partyId }),
      ids: { partyId: theirs.partyId },
    },
    "parties.create": {
      role: "advisor",
      input: () => ({ ...key(), party: { kind: "PERSON", familyName: "Muster" } }),
      ids: {},
    },
    "parties.update": {
      role: "advisor",
      input: async () => ({
        partyId: (await aParty(group)).partyId,
        version: 1,
        changes: { phone: "+49 40 1234" },
      }),
      ids: { partyId: theirs.partyId },
    },
    "providers.list": { role: "viewer", input: () => ({ filter: { kind: ["INSURER"] } }), ids: {} },
    "providers.get": {
      role: "viewer",
      input: () => ({ providerId: own.providerId }),
      ids: { providerId: theirs.providerId },
    },
    "providers.create": {
      role: "administrator",
      withoutStores: true,
      input: () => ({ ...key(), provider: { name: `Provider ${newId()}`, kind: "INSURER" } }),
      ids: {},
    },
    "providers.update": {
      role: "administrator",
      withoutStores: true,
      input: async () => ({
        providerId: (await aProvider(group)).providerId,
        version: 1,
        changes: { kind: "DEALER" },
      }),
      ids: { providerId: theirs.providerId },
    },
    "stores.list": { role: "viewer", withoutStores: true, input: () => ({}), ids: {} },
    "stores.get": {
      role: "viewer",
      byStore: true,
      input: (storeId = hamburg) => ({ storeId }),
      ids: { storeId: theirStore },
    },
    "stores.todayIn": {
      role: "administrator",
      withoutStores: true,
      input: () => ({ timeZone: "Europe/London" }),
      ids: {},
    },
    "stores.create": {
      role: "administrator",
      withoutStores: true,
      input: () => ({ ...key(), store: aStoreInput({ name: `Store ${newId()}` }) }),
      ids: {},
    },
    "stores.update": {
      role: "administrator",
      withoutStores: true,
      input: () => ({ storeId: hamburg, version: 1, changes: {} }),
      ids: { storeId: theirStore },
    },
    "enterprise.get": {
      role: "administrator",
      withoutStores: true,
      input: () => undefined,
      ids: {},
    },
    "enterprise.update": {
      role: "administrator",
      withoutStores: true,
      input: async () => {
        const { version } = await group.ask(getEnterprise, undefined, group.administrator);
        return { version, changes: { orderOfChoice: version % 2 === 0 ? null : [["GOODWILL"]] } };
      },
      ids: {},
    },
    "users.list": { role: "administrator", withoutStores: true, input: () => ({}), ids: {} },
    "users.get": {
      role: "administrator",
      withoutStores: true,
      input: () => ({ userId: own.userId }),
      ids: { userId: theirs.userId },
    },
    "users.invite": {
      role: "administrator",
      withoutStores: true,
      input: () => ({
        name: "Nora New",
        email: `${newId()}@example.com`,
        role: "viewer",
        storeIds: [hamburg],
      }),
      ids: { "storeIds.0": theirStore },
    },
    "users.update": {
      role: "administrator",
      withoutStores: true,
      input: async () => ({
        userId: (await aUser(group, "Ulf User", "viewer")).id,
        version: 1,
        changes: { storeIds: [hamburg] },
      }),
      ids: { userId: theirs.userId, "changes.storeIds.0": theirStore },
    },
    "users.renewInvitation": {
      role: "administrator",
      withoutStores: true,
      input: () => ({ userId: own.userId }),
      ids: { userId: theirs.userId },
    },
    "users.resetSecondFactor": {
      role: "administrator",
      withoutStores: true,
      input: () => ({ userId: own.userId }),
      ids: { userId: theirs.userId },
    },
    "apiClients.list": { role: "administrator", withoutStores: true, input: () => ({}), ids: {} },
    "apiClients.get": {
      role: "administrator",
      withoutStores: true,
      input: () => ({ clientId: own.clientId }),
      ids: { clientId: theirs.clientId },
    },
    "apiClients.create": {
      role: "administrator",
      withoutStores: true,
      input: () => ({
        ...key(),
        apiClient: {
          name: `Program ${newId()}`,
          role: "advisor",
          storeIds: [hamburg],
          scopes: ["contracts:read"],
        },
      }),
      ids: { "apiClient.storeIds.0": theirStore },
    },
    "apiClients.update": {
      role: "administrator",
      withoutStores: true,
      input: async () => ({
        ...(await client()),
        changes: { storeIds: [hamburg], scopes: ["contracts:read"] },
      }),
      ids: { clientId: theirs.clientId, "changes.storeIds.0": theirStore },
    },
    "apiClients.rotate": {
      role: "administrator",
      withoutStores: true,
      input: async () => ({ ...(await client()), overlapHours: 24 }),
      ids: { clientId: theirs.clientId },
    },
    "apiClients.revoke": {
      role: "administrator",
      withoutStores: true,
      input: async () => ({ clientId: (await client()).clientId }),
      ids: { clientId: theirs.clientId },
    },
    "session.me": { role: "viewer", withoutStores: true, input: () => undefined, ids: {} },
  };
  return examples;
}
