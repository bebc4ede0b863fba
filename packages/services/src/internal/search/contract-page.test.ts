import type { ContractQuestion, ContractRead, ListContracts } from "@vehicle-contracts/contract-model";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import { contract, party, store, vehicle } from "@vehicle-contracts/database";
import { type TestDatabase, testDatabase } from "@vehicle-contracts/database/testing";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "../../actor.ts";
import { contractCount, contractPage } from "./contract-page.ts";
import { type SearchLimits, searchLimits } from "./limits.ts";
import { inOrder, isAnswer, type KnownContract, statusByTable } from "./testing/judged-by-hand.ts";
import { now, randomGroup, randomQuestion } from "./testing/random-contracts.ts";

const { database, withoutPolicies } = await testDatabase({ clock: () => now });
const group = randomGroup(400);
await group.insertInto(database);
await randomGroup(200).insertInto(database);

const known = await database.read(group.enterpriseId, async (tx) => {
  const rows = await tx
    .select()
    .from(contract)
    .innerJoin(vehicle, eq(vehicle.vehicleId, contract.vehicleId))
    .innerJoin(store, eq(store.storeId, contract.storeId))
    .leftJoin(party, eq(party.partyId, contract.holderId))
    .where(eq(contract.enterpriseId, tx.enterpriseId));
  return rows.map(
    (row): KnownContract => ({
      ...row.contract,
      awaiting: row.contract.awaitingProvider,
      drivenTooFar: isDrivenTooFar(row),
      today: todayIn(row.store.timeZone, now),
      vin: row.vehicle.vin,
      plate: row.vehicle.licensePlate,
      vehicleSort: row.vehicle.sortName,
      holderName: row.party?.name ?? null,
      holderSort: row.party?.sortName ?? null,
      number: row.contract.contractNumber,
      storeName: row.store.name,
    }),
  );
});

function isDrivenTooFar(row: {
  contract: typeof contract.$inferSelect;
  vehicle: typeof vehicle.$inferSelect;
}) {
  const { distance, engineHours } = row.contract;
  const { odometerValue, hoursValue } = row.vehicle; // in kilometres
  const end = distance.kind === "limited" ? distance.endOdometer : null;
  const endInMetres = end && end.value * (end.unit === "KM" ? 1000 : 1609.344);
  return (
    (endInMetres !== null && odometerValue !== null && odometerValue * 1000 > endInMetres) ||
    (engineHours.kind === "limited" && hoursValue !== null && hoursValue > engineHours.endHours)
  );
}

/** Limits under which a few hundred contracts are searched in every way. */
const ways: Record<string, SearchLimits> = {
  measured: searchLimits,
  "walks and counts end early": {
    fewForOne: 3,
    fewForSeveral: 2,
    fewDirect: 4,
    walkBudget: 7,
    furthestCount: 50,
  },
  "all words at once": {
    fewForOne: 0,
    fewForSeveral: 0,
    fewDirect: 5_000,
    walkBudget: 40,
    furthestCount: 5_000,
  },
  "walks alone": { fewForOne: 0, fewForSeveral: 0, fewDirect: 0, walkBudget: 1_000, furthestCount: 5_000 },
};

async function everyPage(
  of: TestDatabase["database"],
  actor: Actor,
  question: ListContracts,
  limits: SearchLimits,
): Promise<ContractRead[]> {
  const items: ContractRead[] = [];
  let cursor: string | null = null;
  do {
    const page = await of.read(group.enterpriseId, (tx) =>
      contractPage(tx, actor, { ...question, cursor }, limits),
    );
    expect(page.items.length).toBeLessThanOrEqual(question.limit ?? 25);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

test("the contracts cover what is to be tested", () => {
  expect(new Set(known.map(({ today }) => today)).size).toBe(3);
  expect(new Set(known.map(statusByTable)).size).toBe(7);
  expect(known.filter(({ drivenTooFar }) => drivenTooFar).length).toBeGreaterThan(40);
});

test.each([
  ...Object.entries(ways).map(([name, limits]) => ({ name, limits, of: database })),
  // Where only the statements themselves tell one enterprise from another.
  ...Object.entries(ways).map(([name, limits]) => ({
    name: `${name}, without row-level security`,
    limits,
    of: withoutPolicies,
  })),
])(
  "pages and count are what judging every contract by hand gives: $name",
  async ({ limits, of }) => {
    let answers = 0;
    const property = fc.asyncProperty(randomQuestion(group), async (random) => {
      const { granted, storesAsked, vehicleId, search, sort, limit, ...filters } = random;
      const mayAsk =
        vehicleId || granted === "all" ? storesAsked : storesAsked?.filter((id) => granted.includes(id));
      const filter = { ...filters, storeId: mayAsk && mayAsk.length > 0 ? mayAsk : null };
      const question: ContractQuestion = { vehicleId, search, filter };
      const actor: Actor = { ...group.actor(), storeIds: granted };

      const expected = inOrder(
        known.filter((one) => isAnswer(one, question, granted)),
        sort,
      );
      const items = await everyPage(of, actor, { ...question, sort, limit }, limits);
      expect(items.map(({ contractId }) => contractId)).toEqual(expected.map(({ contractId }) => contractId));
      expect(items.map(({ effectiveStatus }) => effectiveStatus)).toEqual(expected.map(statusByTable));
      const counted = await of.read(group.enterpriseId, (tx) => contractCount(tx, actor, question, limits));
      expect(counted).toEqual({ count: expected.length, capped: false });
      answers += Number(expected.length > 0);
    });
    await fc.assert(property, { numRuns: 80 });
    expect(answers).toBeGreaterThan(20);
  },
  120_000,
);
