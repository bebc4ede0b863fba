import { type Contract, type ContractRead, contractTypes } from "@vehicle-contracts/contract-model";

/** Where a contract stands as the customer asks it: what covers now, what will, what did. */
export type GroupName = "inForce" | "suspended" | "awaited" | "later" | "drafts" | "over";

export type Group = { name: GroupName; contracts: readonly ContractRead[] };

type Placed = Pick<ContractRead, "effectiveStatus" | "startDate" | "store">;

/** The group of a contract, by its effective status at its own store's today. */
export function groupOf({ effectiveStatus, startDate, store }: Placed): GroupName {
  switch (effectiveStatus) {
    case "ACTIVE":
      return "inForce";
    case "SUSPENDED":
      return "suspended";
    case "PENDING":
      // what has started and is pending all the same waits for the provider
      return startDate !== null && startDate <= store.today ? "awaited" : "later";
    case "DRAFT":
      return "drafts";
    default:
      return "over";
  }
}

const groupNames: readonly GroupName[] = ["inForce", "suspended", "awaited", "later", "drafts", "over"];

/** The contracts in their groups, each once; groups without a contract are left out. */
export function groupsOf(contracts: readonly ContractRead[]): Group[] {
  // while a page is read again, a contract that moved may be in two of them
  const each = [...new Map(contracts.map((contract) => [contract.contractId, contract])).values()];
  return groupNames
    .map((name) => ({
      name,
      contracts: each.filter((contract) => groupOf(contract) === name).toSorted(orders[name]),
    }))
    .filter((group) => group.contracts.length > 0);
}

/** The contracts of one group. */
export const inGroup = (groups: readonly Group[], name: GroupName): readonly ContractRead[] =>
  groups.find((group) => group.name === name)?.contracts ?? [];

type Order = (a: Contract, b: Contract) => number;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byId: Order = (a, b) => compare(a.contractId, b.contractId);
const byType: Order = (a, b) => contractTypes.indexOf(a.type) - contractTypes.indexOf(b.type);
const byStart: Order = (a, b) => compare(a.startDate ?? "~", b.startDate ?? "~");
/** The last to end first; without an end before all. */
const byEndBackwards: Order = (a, b) => compare(b.endDate ?? "~", a.endDate ?? "~");

const inTurn =
  (...orders: readonly Order[]): Order =>
  (a, b) =>
    orders.reduce((decided, order) => decided || order(a, b), 0);

const orders: Readonly<Record<GroupName, Order>> = {
  inForce: inTurn(byType, byStart, byId),
  suspended: inTurn(byType, byStart, byId),
  awaited: inTurn(byStart, byType, byId),
  later: inTurn(byStart, byType, byId),
  drafts: inTurn((a, b) => compare(b.updatedAt, a.updatedAt), byId),
  over: inTurn(byEndBackwards, byType, byId),
};
