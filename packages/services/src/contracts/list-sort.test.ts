import type { ContractSortKey, ListContracts } from "@vehicle-contracts/contract-model";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { sixContracts } from "../internal/search/testing/six-contracts.ts";
import { listContracts } from "./list.ts";

const { database } = await testDatabase({ clock: () => "2026-06-15T12:00:00.000Z" });
const { group, other, names } = sixContracts();

beforeAll(async () => {
  await group.insertInto(database);
  await other.insertInto(database);
});

const list = (input: ListContracts) =>
  database.read(group.enterpriseId, (tx) => listContracts(tx, group.actor(), input));
const found = async (input: ListContracts) =>
  (await list(input)).items.map(({ contractId }) => names.get(contractId) ?? "another enterprise's");

describe("sort", () => {
  const orders: Record<ContractSortKey, string> = {
    contractNumber: "warranty plan | quote over awaited sold",
    vehicle: "over quote sold awaited warranty plan",
    holder: "awaited warranty over sold plan | quote",
    effectiveStatus: "quote plan awaited warranty sold over",
    startDate: "over warranty awaited sold plan | quote",
    endDate: "over warranty awaited sold | plan quote",
    store: "plan sold quote warranty awaited over",
    createdAt: "warranty plan sold awaited over quote",
    updatedAt: "warranty plan sold awaited over quote",
  };
  // Ids rise in the order of creation above.
  const rank = (name: string) => [...names.values()].indexOf(name);

  test.each(Object.entries(orders))(
    "by %s in both directions, rows without the value last",
    async (by, order) => {
      const [filled = "", empty = ""] = order.split(" | ");
      const without = empty
        .split(" ")
        .filter(Boolean)
        .sort((a, b) => rank(a) - rank(b));
      const sorted = filled.split(" ");
      const key = by as ContractSortKey; // a key of the record above
      expect(await found({ sort: { by: key, direction: "asc" } })).toEqual([...sorted, ...without]);
      expect(await found({ sort: { by: key, direction: "desc" } })).toEqual([
        ...sorted.toReversed(),
        ...without.toReversed(),
      ]);
    },
  );

  test("newest first when no sort is given, 25 a page", async () => {
    expect(await found({})).toEqual(["quote", "over", "awaited", "sold", "plan", "warranty"]);
  });
});
