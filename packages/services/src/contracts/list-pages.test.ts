import {
  type ContractQuestion,
  ContractSortKey,
  type ListContracts,
} from "@vehicle-contracts/contract-model";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { TestGroup } from "../internal/search/testing/test-group.ts";
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
  group.contract({ store, vehicle, holder: group.person("Anna", "Müller") });
  await group.insertInto(database);
  const copies = (from: number, to: number) =>
    database.write(group.enterpriseId, (tx) =>
      tx.execute(sql`
        insert into contract select copy.* from
          (select to_jsonb(c) as content from contract c where c.enterprise_id = ${tx.enterpriseId} limit 1) one,
          generate_series(${from}::int, ${to}::int) n,
          jsonb_populate_record(null::contract, one.content || jsonb_build_object('contract_id', md5(n::text)::uuid)) copy`),
    );
  const questions: ContractQuestion[] = [
    {},
    { search: "mueller" },
    { vehicleId: vehicle.vehicleId },
    { filter: { effectiveStatus: ["ACTIVE"] } },
  ];
  const counts = () =>
    Promise.all(
      questions.map((question) =>
        database.read(group.enterpriseId, (tx) => countContracts(tx, group.actor(), question)),
      ),
    );
  // Some at a time: a statement is given five seconds, however busy the machine.
  for (let from = 2; from <= 10_000; from += 2_500) await copies(from, Math.min(from + 2_499, 10_000));
  expect(await counts()).toEqual(questions.map(() => ({ count: 10_000, capped: false })));
  await copies(10_001, 10_001);
  expect(await counts()).toEqual(questions.map(() => ({ count: 10_000, capped: true })));
}, 30_000);
