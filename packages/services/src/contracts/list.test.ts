import type { ListContracts } from "@vehicle-contracts/contract-model";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../actor.ts";
import { sixContracts } from "../internal/search/testing/six-contracts.ts";
import { countContracts } from "./count.ts";
import { listContracts } from "./list.ts";

const { database } = await testDatabase({ clock: () => "2026-06-15T12:00:00.000Z" });
const { group, other, names, cologne, hamburg, importer, insurer, mueller, golf, warranty, foreign } =
  sixContracts();

beforeAll(async () => {
  await group.insertInto(database);
  await other.insertInto(database);
});

const anyone = group.actor();
const list = (input: ListContracts, actor: Actor = anyone) =>
  database.read(group.enterpriseId, (tx) => listContracts(tx, actor, input));
const count = (input: ListContracts, actor: Actor = anyone) =>
  database.read(group.enterpriseId, (tx) => countContracts(tx, actor, input));
const found = async (input: ListContracts, actor?: Actor) =>
  (await list(input, actor)).items.map(({ contractId }) => names.get(contractId) ?? "another enterprise's");

describe("filters", () => {
  test.each<[string, NonNullable<ListContracts["filter"]>, string[]]>([
    ["type", { type: ["EXTENDED_WARRANTY", "GOODWILL"] }, ["warranty"]],
    ["stored status", { status: ["PENDING"] }, ["awaited", "sold"]],
    [
      "effective status: ACTIVE on the last day, and sold once the start is reached",
      { effectiveStatus: ["ACTIVE"] },
      ["sold", "warranty"],
    ],
    [
      "effective status: PENDING until the start, and while the provider is awaited",
      { effectiveStatus: ["PENDING"] },
      ["awaited", "plan"],
    ],
    [
      "effective status: EXPIRED from the day after, suspended ones too",
      { effectiveStatus: ["EXPIRED"] },
      ["over"],
    ],
    ["effective status: SUSPENDED", { effectiveStatus: ["SUSPENDED"] }, []],
    ["effective status: several", { effectiveStatus: ["DRAFT", "EXPIRED"] }, ["quote", "over"]],
    [
      "stored and effective status",
      { status: ["SUSPENDED"], effectiveStatus: ["EXPIRED", "ACTIVE"] },
      ["over"],
    ],
    ["stored status that cannot be so effectively", { status: ["DRAFT"], effectiveStatus: ["ACTIVE"] }, []],
    ["provider", { providerId: [importer.providerId, insurer.providerId] }, ["sold", "warranty"]],
    ["store", { storeId: [hamburg.storeId] }, ["quote", "sold", "plan"]],
    ["holder", { holderId: [mueller.partyId] }, ["over", "warranty"]],
    ["first end date, inclusive", { endsFrom: "2028-05-31" }, ["awaited", "sold"]],
    ["last end date, inclusive", { endsTo: "2026-06-15" }, ["over", "warranty"]],
    ["both end dates", { endsFrom: "2026-06-15", endsTo: "2028-06-13" }, ["awaited", "warranty"]],
    [
      "several fields at once",
      { storeId: [cologne.storeId], endsTo: "2027-01-01", effectiveStatus: ["ACTIVE"] },
      ["warranty"],
    ],
    [
      "null, which asks nothing",
      { type: null, endsTo: null },
      ["quote", "over", "awaited", "sold", "plan", "warranty"],
    ],
  ])("by %s", async (_name, filter, expected) => {
    expect(await found({ filter })).toEqual(expected);
    expect(await count({ filter })).toEqual({ count: expected.length, capped: false });
  });

  test("of one vehicle: contracts of all stores, whichever are granted", async () => {
    const advisor = group.actor(cologne);
    expect(await found({ vehicleId: golf.vehicleId }, advisor)).toEqual(["plan", "warranty"]);
    expect(
      await found({ vehicleId: golf.vehicleId, filter: { storeId: [hamburg.storeId] } }, advisor),
    ).toEqual(["plan"]);
    expect(await count({ vehicleId: golf.vehicleId }, advisor)).toEqual({ count: 2, capped: false });
  });

  test("across vehicles: contracts of the granted stores alone", async () => {
    const advisor = group.actor(cologne);
    expect(await found({}, advisor)).toEqual(["over", "awaited", "warranty"]);
    expect(await found({ search: "schmidt" }, advisor)).toEqual([]);
    expect(await count({}, advisor)).toEqual({ count: 3, capped: false });
  });
});

describe("refuses", () => {
  const problem = async (input: ListContracts, actor: Actor = anyone) => {
    const listed = await list(input, actor).catch((error: unknown) => error);
    const counted = await count(input, actor).catch((error: unknown) => error);
    expect(counted).toEqual(listed);
    return listed;
  };

  test("a store that is not granted", async () => {
    expect(
      await problem({ filter: { storeId: [cologne.storeId, hamburg.storeId] } }, group.actor(cologne)),
    ).toMatchObject({
      problem: { code: "FORBIDDEN" },
    });
  });

  test("an actor without any store, of one vehicle too", async () => {
    const nobody: Actor = { ...anyone, storeIds: [] };
    expect(await problem({}, nobody)).toMatchObject({ problem: { code: "FORBIDDEN" } });
    expect(await problem({ vehicleId: golf.vehicleId }, nobody)).toMatchObject({
      problem: { code: "FORBIDDEN" },
    });
  });

  test.each<[string, ListContracts]>([
    ["vehicleId", { vehicleId: foreign.vehicleId }],
    ["filter.storeId.1", { filter: { storeId: [cologne.storeId, foreign.storeId] } }],
    ["filter.providerId.0", { filter: { providerId: [foreign.providerId] } }],
    ["filter.holderId.0", { filter: { holderId: [foreign.holderId] } }],
  ])("another enterprise's id as if it were not there: %s", async (path, input) => {
    expect(await problem(input)).toMatchObject({ problem: { code: "NOT_FOUND", fields: [{ path }] } });
  });

  test("a cursor of another filter, search, vehicle or sort, and what is no cursor", async () => {
    const { nextCursor: cursor } = await list({ limit: 1 });
    const others: ListContracts[] = [
      { filter: { status: ["ACTIVE"] } },
      { search: "mueller" },
      { vehicleId: golf.vehicleId },
      { sort: { by: "createdAt", direction: "asc" } },
    ];
    for (const question of others)
      await expect(list({ ...question, cursor })).rejects.toMatchObject({
        problem: { code: "INVALID", fields: [{ path: "cursor" }] },
      });
    await expect(list({ cursor: "nonsense" })).rejects.toMatchObject({ problem: { code: "INVALID" } });
    expect(
      await found({
        cursor,
        filter: { status: null },
        sort: { by: "createdAt", direction: "desc" },
        limit: 1,
      }),
    ).toEqual(["over"]);
  });
});

test("an item carries what it is read beside", async () => {
  const { items } = await list({ search: "ew-2026" });
  expect(items).toMatchObject([
    {
      contractId: warranty.contractId,
      effectiveStatus: "ACTIVE",
      vehicle: { vin: golf.vin, licensePlate: "K LM-4471", make: "Volkswagen", model: "Golf" },
      holder: { partyId: mueller.partyId, name: "Anna Müller" },
      provider: { providerId: importer.providerId, name: "Importeur" },
      store: { storeId: cologne.storeId, name: "Köln", today: "2026-06-15" },
    },
  ]);
});
