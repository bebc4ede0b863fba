import { ContractSortKey, type ListContracts } from "@vehicle-contracts/contract-model";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { describe, expect, test } from "vitest";
import { TestGroup } from "../internal/search/test-group.ts";
import { countContracts } from "./count.ts";
import { listContracts } from "./list.ts";

const { database } = await testDatabase({ clock: () => "2026-06-15T12:00:00.000Z" });

const listOf = (group: TestGroup) => (input: ListContracts) =>
  database.read(group.enterpriseId, (tx) => listContracts(tx, group.actor(), input));

/** Twelve contracts, four at a time created together; every third has no number, holder or end. */
function twelve() {
  const group = new TestGroup();
  const store = group.store("Köln");
  const vehicle = group.vehicle("WVWZZZ1JZXW000001", "K LM-4471");
  const holders = ["Arndt", "Berg", "Arndt"].map((name) => group.person("Anna", name));
  const add = (index: number) =>
    group.contract(
      { store, vehicle, holder: index % 3 === 2 ? null : (holders[index % 3] ?? null) },
      {
        createdAt: `2026-03-0${1 + (index % 3)}T00:00:00.000Z`,
        updatedAt: `2026-03-0${1 + (index % 3)}T00:00:00.000Z`,
        contractNumber: index % 3 === 2 ? null : `N-${index % 2}`,
        startDate: index % 2 ? "2026-06-15" : null,
        endDate: index % 3 === 2 ? null : `2027-01-0${1 + (index % 2)}`,
        status: index % 2 ? "ACTIVE" : "DRAFT",
      },
    );
  for (let index = 0; index < 12; index += 1) add(index);
  return { group, add };
}

describe("pages", () => {
  const sorts = ContractSortKey.options.flatMap((by) => [
    { by, direction: "asc" as const },
    { by, direction: "desc" as const },
  ]);

  test.each(sorts)(
    "by $by, $direction: contracts added between two pages neither repeat nor hide one that was there",
    async (sort) => {
      const { group, add } = twelve();
      await group.insertInto(database);
      const list = listOf(group);
      const before = (await list({ sort, limit: 200 })).items.map(({ contractId }) => contractId);
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await list({ sort, limit: 5, cursor });
        seen.push(...page.items.map(({ contractId }) => contractId));
        cursor = page.nextCursor;
        for (const index of [0, 1, 2]) add(index);
        await group.insertInto(database);
      } while (cursor !== null && seen.length < 60);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((contractId) => before.includes(contractId))).toEqual(before);
    },
  );

  test("a page is at most the limit, and the last one has no cursor", async () => {
    const { group } = twelve();
    await group.insertInto(database);
    const list = listOf(group);
    const first = await list({ limit: 11 });
    expect(first.items).toHaveLength(11);
    const last = await list({ limit: 11, cursor: first.nextCursor });
    expect(last.items).toHaveLength(1);
    expect(last.nextCursor).toBeNull();
    expect((await list({ limit: 12 })).nextCursor).toBeNull();
  });
});

test("a count stops at 10,000 and says so", async () => {
  const group = new TestGroup();
  const store = group.store("Köln");
  const vehicle = group.vehicle("WVWZZZ1JZXW000001", "K LM-4471");
  const holder = group.person("Anna", "Müller");
  const add = () => group.contract({ store, vehicle, holder });
  for (let index = 0; index < 10_000; index += 1) add();
  await group.insertInto(database);
  const questions = [
    {},
    { search: "mueller" },
    { vehicleId: vehicle.vehicleId },
    { filter: { effectiveStatus: ["ACTIVE" as const] } },
  ];
  const counts = () =>
    Promise.all(
      questions.map((question) =>
        database.read(group.enterpriseId, (tx) => countContracts(tx, group.actor(), question)),
      ),
    );
  expect(await counts()).toEqual(questions.map(() => ({ count: 10_000, capped: false })));
  add();
  group.terms.length = 0;
  group.contracts.splice(0, 10_000);
  await group.insertInto(database);
  expect(await counts()).toEqual(questions.map(() => ({ count: 10_000, capped: true })));
  expect((await listOf(group)({ limit: 200, search: "mueller" })).items).toHaveLength(200);
});
