import type { Inputs, Trpc } from "../../trpc/trpc-types.ts";

/** Questions about contracts, a function a question: the page asks them on the server, the screen in the browser. */

/** What a list and its count are asked with, alike. */
export type ContractQuestion = Inputs["contracts"]["count"];
export type ContractListInput = Inputs["contracts"]["list"];
export type ContractSort = NonNullable<ContractListInput["sort"]>;

/** Rows of a page of the list. */
const rowsOfPage = 25;

/** One contract with its vehicle, holder, provider and store in short. */
export const contractById = (trpc: Trpc, contractId: string) =>
  trpc.contracts.get.queryOptions({ contractId });

/** A page of contracts: the first where `cursor` is null. */
export const contractList = (
  trpc: Trpc,
  question: ContractQuestion,
  { sort = null, cursor = null }: { sort?: ContractSort | null; cursor?: string | null } = {},
) => trpc.contracts.list.queryOptions({ ...question, sort, cursor, limit: rowsOfPage });

/** How many contracts the list of the same question has; capped at 10,000. */
export const contractCount = (trpc: Trpc, question: ContractQuestion) =>
  trpc.contracts.count.queryOptions(question);

/** A page of a contract's history, newest first: the first where `cursor` is null. */
export const contractHistory = (trpc: Trpc, contractId: string, cursor: string | null = null) =>
  trpc.contracts.history.queryOptions({ contractId, cursor, limit: 10 });

/** Whether the chain of a contract's history holds. */
export const contractVerdict = (trpc: Trpc, contractId: string) =>
  trpc.contracts.verifyHistory.queryOptions({ contractId });

/** Contracts of one vehicle, of all stores: the 200 that end last. */
export const contractsOfVehicle = (trpc: Trpc, vehicleId: string) =>
  trpc.contracts.list.queryOptions({ vehicleId, sort: { by: "endDate", direction: "desc" }, limit: 200 });

/** Contracts that one customer holds, of the granted stores: the 200 that end last. */
export const contractsOfHolder = (trpc: Trpc, partyId: string) =>
  trpc.contracts.list.queryOptions({
    filter: { holderId: [partyId] },
    sort: { by: "endDate", direction: "desc" },
    limit: 200,
  });

/**
 * A page of the contracts of one vehicle, of all stores, along the life cycle: the first has those that are not over. At most
 * 200 a page.
 */
export const vehicleContracts = (trpc: Trpc, vehicleId: string, cursor: string | null = null) =>
  trpc.contracts.list.queryOptions({
    vehicleId,
    sort: { by: "effectiveStatus", direction: "asc" },
    cursor,
    limit: 200,
  });

/** What is in force on a vehicle today, of all stores: the first to end comes first. */
export const contractsInForce = (trpc: Trpc, vehicleId: string) =>
  trpc.contracts.list.queryOptions({
    vehicleId,
    filter: { effectiveStatus: ["ACTIVE"] },
    sort: { by: "endDate", direction: "asc" },
    limit: 10,
  });

/** Providers to choose from. */
export const providerChoices = (trpc: Trpc) => trpc.providers.list.queryOptions({ limit: 200 });

/** Those that a contract or its history names by id alone. */
export const providerById = (trpc: Trpc, providerId: string) =>
  trpc.providers.get.queryOptions({ providerId });

/** The people of a contract, each once. */
export const partyIdsOf = (contract: { parties: readonly { partyId: string }[] }): string[] => [
  ...new Set(contract.parties.map(({ partyId }) => partyId)),
];

/** The transfer of a contract that waits for a decision: one at most. */
export const transferWaiting = (trpc: Trpc, contractId: string) =>
  trpc.transfers.list.queryOptions({ contractId, filter: { state: ["REQUESTED"] }, limit: 1 });

/** Transfers that wait for a decision, the newest first. */
export const transfersWaiting = (trpc: Trpc, cursor: string | null) =>
  trpc.transfers.list.queryOptions({ filter: { state: ["REQUESTED"] }, cursor, limit: 25 });
