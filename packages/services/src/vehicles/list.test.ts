import type { ListVehicles } from "@vehicle-contracts/contract-model";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { TestGroup } from "../internal/search/testing/test-group.ts";
import { countVehicles } from "./count.ts";
import { listVehicles } from "./list.ts";

const { database, withoutPolicies } = await testDatabase();
const group = new TestGroup();
const other = new TestGroup();

const at = (day: number) => ({ createdAt: `2026-03-0${day}T10:00:00.000Z` });
const store = group.store("Köln");
const golf = group.vehicle("WVWZZZ1JZXW000001", "K LM-4471", { ...at(1), make: "Volkswagen", model: "Golf" });
const astra = group.vehicle("W0L0AHL4855512345", "HH-AB 123", { ...at(2), make: "Opel", model: "Astra" });
const van = group.vehicle("WDB9066331S123456", null, { ...at(3), make: "Mercedes-Benz", model: "Sprinter" });
const van2 = group.vehicle("WDB9066331S123457", null, { ...at(3), make: "Mercedes-Benz", model: "Sprinter" });
const mueller = group.person("Anna", "Müller");
const hyphenated = group.person("Eva", "Meyer-Golfmann");
group.contract({ store, vehicle: golf, holder: mueller }, { contractNumber: "EW-2026-00042" });
group.contract({ store, vehicle: astra, holder: mueller });
group.contract({ store, vehicle: astra, holder: mueller });
group.contract({ store, vehicle: van, holder: hyphenated });
other.vehicle("WVWZZZ1JZXW000001", "K LM-4471", { make: "Volkswagen", model: "Golf" });
const names = new Map(Object.entries({ golf, astra, van, van2 }).map(([name, row]) => [row.vehicleId, name]));

beforeAll(async () => {
  await group.insertInto(database);
  await other.insertInto(database);
});

const list = (input: ListVehicles) =>
  database.read(group.enterpriseId, (tx) => listVehicles(tx, group.actor(), input));
const found = async (search: string) =>
  (await list({ search })).items
    .map(({ vehicleId }) => names.get(vehicleId))
    .sort()
    .join(" ");

describe("vehicles are found by", () => {
  test.each([
    ["any part of the VIN", "zz1j", "golf"],
    ["any part of the VIN", "WVWZZZ 1JZXW 000001", "golf"],
    ["any part of the plate", "lm-44", "golf"],
    ["a plate typed with blanks", "k lm 4471", "golf"],
    ["the name of a contract's holder, once however many contracts", "mueller", "astra golf"],
    ["a hyphenated name", "Meyer-Golfmann", "van"],
    ["the parts of a hyphenated name in any order", "golfmann-meyer", "van"],
    ["a contract's number", "ew-2026", "golf"],
    ["several words that must all match", "anna müller 4471", "golf"],
    ["make and model, where nothing else matches", "sprinter", "van van2"],
    ["make and model beside the rest", "mueller astra", "astra"],
    ["a make with a hyphen", "mercedes-benz", "van van2"],
    ["make and model only where nothing else matches", "golf", "van"],
    ["a plate typed with blanks beside a name", "k lm 4471 müller", "golf"],
    ["a plate typed with blanks beside a name", "müller lm 44", "golf"],
    ["a plate typed with blanks beside the make", "volkswagen k lm 4471", "golf"],
    ["a plate typed with blanks, but of another than the name", "k lm 4471 meyer", ""],
    ["no wildcards", "%", ""],
    ["nothing that they have", "4471 astra", ""],
  ])("%s: %s", async (_what, search, expected) => {
    expect(await found(search)).toBe(expected);
  });
});

test("the newest come first, page by page, and one added meanwhile moves nothing", async () => {
  const all = [van2, van, astra, golf].map(({ vehicleId }) => vehicleId);
  const first = await list({ limit: 3 });
  group.vehicle("11111111111111111", null, { createdAt: "2026-05-01T00:00:00.000Z" });
  await group.insertInto(database);
  const second = await list({ limit: 3, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ vehicleId }) => vehicleId)).toEqual(all);
  expect(second.nextCursor).toBeNull();
});

test("pages of what make and model found go on by make and model", async () => {
  const first = await list({ search: "sprinter", limit: 1 });
  const second = await list({ search: "sprinter", limit: 1, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ vehicleId }) => names.get(vehicleId))).toEqual([
    "van2",
    "van",
  ]);
  expect(second.nextCursor).toBeNull();
  await expect(list({ search: "astra", cursor: first.nextCursor })).rejects.toMatchObject({
    problem: { code: "INVALID", fields: [{ path: "cursor" }] },
  });
});

test("sorted by make, model and variant, in pages, either way", async () => {
  const byName = async (direction: "asc" | "desc") => {
    const sort = { by: "name", direction } as const;
    const first = await list({ search: "mercedes-benz", sort, limit: 1 });
    const second = await list({ search: "mercedes-benz", sort, limit: 1, cursor: first.nextCursor });
    const all = await list({ sort, limit: 200 });
    return {
      vans: [...first.items, ...second.items].map(({ vehicleId }) => names.get(vehicleId)),
      makes: all.items.flatMap(({ make }) => make ?? []),
    };
  };
  expect(await byName("asc")).toEqual({
    vans: ["van", "van2"],
    makes: ["Mercedes-Benz", "Mercedes-Benz", "Opel", "Volkswagen"],
  });
  expect(await byName("desc")).toEqual({
    vans: ["van2", "van"],
    makes: ["Volkswagen", "Opel", "Mercedes-Benz", "Mercedes-Benz"],
  });
  const byAge = await list({ limit: 1 });
  await expect(
    list({ sort: { by: "name", direction: "asc" }, cursor: byAge.nextCursor }),
  ).rejects.toMatchObject({ problem: { code: "INVALID", fields: [{ path: "cursor" }] } });
});

test("there are as many as the list of the same search has", async () => {
  const many = (search: string | null) =>
    database.read(group.enterpriseId, (tx) => countVehicles(tx, group.actor(), { search }));
  for (const search of [null, "mueller", "sprinter", "mueller astra", "golf", "4471 astra"])
    expect(await many(search), String(search)).toEqual({
      count: (await list({ search, limit: 200 })).items.length,
      capped: false,
    });
});

test("an actor without any store is refused", async () => {
  const nobody = { ...group.actor(), storeIds: [] };
  await expect(database.read(group.enterpriseId, (tx) => listVehicles(tx, nobody, {}))).rejects.toMatchObject(
    { problem: { code: "FORBIDDEN" } },
  );
});

test("each statement names its enterprise, without row-level security too", async () => {
  const read = (search: string | null) =>
    withoutPolicies.read(group.enterpriseId, (tx) => listVehicles(tx, group.actor(), { search, limit: 200 }));
  expect((await read("lm-4471")).items.map(({ vehicleId }) => vehicleId)).toEqual([golf.vehicleId]);
  expect(await read(null)).toEqual(await list({ limit: 200 }));
});
