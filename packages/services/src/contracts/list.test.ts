import type { ContractSortKey, ListContracts } from "@vehicle-contracts/contract-model";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../actor.ts";
import { TestGroup } from "../internal/search/test-group.ts";
import { countContracts } from "./count.ts";
import { listContracts } from "./list.ts";

const { database } = await testDatabase({ clock: () => "2026-06-15T12:00:00.000Z" });
const group = new TestGroup();
const other = new TestGroup();

const cologne = group.store("Köln");
const hamburg = group.store("Hamburg");
const importer = group.provider("Importeur");
const insurer = group.provider("Versicherer");
const mueller = group.person("Anna", "Müller");
const muller = group.person("Gerd", "Muller");
const schmidt = group.person("Thomas", "Schmidt");
const lopez = group.person("Jose", "López-García");
const golf = group.vehicle("WVWZZZ1JZXW000001", "K LM-4471", { make: "Volkswagen", model: "Golf" });
const astra = group.vehicle("W0L0AHL4855512345", "HH-AB 123", { make: "Opel", model: "Astra" });
const old = group.vehicle("1Q87/T3-N", null, { vinKind: "legacy", make: "Chevrolet", model: "Nova" });

const at = (day: number) => ({
  createdAt: `2026-03-0${day}T10:00:00.000Z`,
  updatedAt: `2026-04-0${day}T10:00:00.000Z`,
});
const warranty = group.contract(
  { store: cologne, vehicle: golf, holder: mueller },
  {
    ...at(1),
    contractNumber: "EW-2026-00042",
    type: "EXTENDED_WARRANTY",
    providerId: importer.providerId,
    endDate: "2026-06-15",
  },
);
const plan = group.contract(
  { store: hamburg, vehicle: golf, holder: schmidt },
  { ...at(2), contractNumber: "SP-2025-7", startDate: "2026-06-16", endDate: null, openEnded: true },
);
const sold = group.contract(
  { store: hamburg, vehicle: astra, holder: muller },
  {
    ...at(3),
    status: "PENDING",
    startDate: "2026-06-15",
    endDate: "2028-06-14",
    providerId: insurer.providerId,
  },
);
const awaited = group.contract(
  { store: cologne, vehicle: astra, holder: lopez },
  { ...at(4), status: "PENDING", startDate: "2026-06-01", endDate: "2028-05-31", awaitingProvider: true },
);
const over = group.contract(
  { store: cologne, vehicle: old, holder: mueller },
  { ...at(5), status: "SUSPENDED", startDate: "2020-01-01", endDate: "2026-06-14" },
);
const quote = group.contract(
  { store: hamburg, vehicle: old },
  { ...at(6), status: "DRAFT", startDate: null, endDate: null },
);
const names = new Map(
  Object.entries({ warranty, plan, sold, awaited, over, quote }).map(([name, row]) => [row.contractId, name]),
);

const foreignStore = other.store("Wien");
const foreignVehicle = other.vehicle("WVWZZZ1JZXW000001", "K LM-4471");
const foreignProvider = other.provider("Anderer");
const foreignHolder = other.person("Anna", "Müller");
other.contract(
  { store: foreignStore, vehicle: foreignVehicle, holder: foreignHolder },
  { contractNumber: "EW-2026-00042" },
);

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
const search = async (text: string) => (await found({ search: text })).sort().join(" ");

describe("search", () => {
  test.each([
    ["Müller", "over warranty"],
    ["MUELLER", "over warranty"],
    ["muller", "over sold warranty"],
    ["mull", "over sold warranty"],
    ["üller", ""],
    ["lopez", "awaited"],
    ["garcia", "awaited"],
    ["López-García", "awaited"],
    ["lopez-gar", "awaited"],
    ["garcia-lopez", "awaited"],
    ["lopez-schmidt", ""],
  ])(
    "finds a customer by the beginning of a word of the name, without case and accents: %s",
    async (text, expected) => {
      // Who types "Müller" means ue: Gerd Muller is another.
      expect(await search(text)).toBe(expected);
    },
  );

  test.each(["K LM-4471", "klm 4471", "KLM4471", "k-lm-4471", "lm 4471", "4471", "m44"])(
    "finds a plate by any three characters, blanks and hyphens left out: %s",
    async (text) => {
      expect(await search(text)).toBe("plan warranty");
    },
  );

  test.each([
    ["000001", "plan warranty"],
    ["wvwz", "plan warranty"],
    ["ZZ1J", "plan warranty"],
    ["WVWZZZ 1JZXW 000001", "plan warranty"],
    ["12345", "awaited sold"],
    ["1q87/t3-n", "over quote"],
    ["/T3-", "over quote"],
    ["q87t", ""],
    ["wvw", ""],
  ])("finds a VIN by any four characters: %s", async (text, expected) => {
    expect(await search(text)).toBe(expected);
  });

  test.each([
    ["ew-2026", "warranty"],
    ["EW 2026", "warranty"],
    ["ew2026000", "warranty"],
    ["2026", "warranty"],
    ["00042", "warranty"],
    ["2026-00042", "warranty"],
    ["0042", ""],
    ["sp", "plan"],
  ])("finds a contract number from the beginning of any of its words: %s", async (text, expected) => {
    expect(await search(text)).toBe(expected);
  });

  test.each([
    ["anna müller", "over warranty"],
    ["mueller 4471", "warranty"],
    ["schmidt ew", ""],
    ["thomas schmidt golf", ""],
    ["anna mueller 000001 ew-2026", "warranty"],
    ["mueller mueller", "over warranty"],
  ])("takes every word to match, each in its own way: %s", async (text, expected) => {
    expect(await search(text)).toBe(expected);
  });

  test.each(["%", "_", "*", "---", "\\", "'", "m%", "44_1"])("has no wildcards: %s", async (text) => {
    const literal: Record<string, string> = { "m%": "over sold warranty" };
    // Signs are left out of names and numbers, as hyphens are.
    expect(await search(text)).toBe(literal[text] ?? "");
  });

  test("finds everything when only blanks are typed", async () => {
    expect(await found({ search: "  " })).toHaveLength(6);
  });

  test("looks in one vehicle alone when one is named", async () => {
    expect(await found({ vehicleId: golf.vehicleId, search: "schmidt" })).toEqual(["plan"]);
    expect(await found({ vehicleId: astra.vehicleId, search: "schmidt" })).toEqual([]);
  });
});

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
    ["vehicleId", { vehicleId: foreignVehicle.vehicleId }],
    ["filter.storeId.1", { filter: { storeId: [cologne.storeId, foreignStore.storeId] } }],
    ["filter.providerId.0", { filter: { providerId: [foreignProvider.providerId] } }],
    ["filter.holderId.0", { filter: { holderId: [foreignHolder.partyId] } }],
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
