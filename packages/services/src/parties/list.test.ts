import type { ListParties } from "@vehicle-contracts/contract-model";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { noConsent } from "../internal/consent-record.ts";
import { TestGroup } from "../internal/search/testing/test-group.ts";
import { countParties } from "./count.ts";
import { listParties } from "./list.ts";

const { database, withoutPolicies } = await testDatabase();
const group = new TestGroup();
const other = new TestGroup();

const mueller = group.person("Anna", "Müller", {
  email: "Anna.Mueller@example.com",
  phone: "+49 (221) 4711-23",
});
const muller = group.person("Gerd", "Muller", { consent: { ...noConsent.consent, text: true } });
const garcia = group.person("José", "López-García", {
  consent: { ...noConsent.consent, email: true },
  createdAt: "2026-03-04T08:00:00.000Z",
});
const annen = group.person(null, "Annen", { kind: "COMPANY", familyName: null, companyName: "Annen" });
other.person("Anna", "Müller", { email: "anna.mueller@example.com", phone: "+49 221 471123" });
const names = new Map(
  Object.entries({ mueller, muller, garcia, annen }).map(([name, row]) => [row.partyId, name]),
);

beforeAll(async () => {
  await group.insertInto(database);
  await other.insertInto(database);
});

const list = (input: ListParties) =>
  database.read(group.enterpriseId, (tx) => listParties(tx, group.actor(), input));
const found = async (input: ListParties) =>
  (await list(input)).items.map(({ partyId }) => names.get(partyId)).join(" ");

describe("parties are found by", () => {
  test.each([
    ["the beginning of a word of the name", "ann", "annen mueller"],
    ["ü as ue", "mueller", "mueller"],
    ["ü as u, beside those who write u", "muller", "mueller muller"],
    ["every word", "muller gerd", "muller"],
    ["a name without its accents", "jose lopez", "garcia"],
    ["the parts of a hyphenated name", "garcia-lopez", "garcia"],
    ["the beginning of an e-mail address", "anna.mueller@EXAMPLE", "mueller"],
    ["no other part of an e-mail address", "mueller@example.com", ""],
    ["part of a telephone number, however written", "0221 / 4711", ""],
    ["part of a telephone number, however written", "221 / 47112", "mueller"],
    ["no wildcards", "_@", ""],
    ["no part of a word", "üller", ""],
  ])("%s: %s", async (_what, search, expected) => {
    expect(await found({ search })).toBe(expected);
  });
});

test("parties whose names have letters of their own are found without them, in either spelling", async () => {
  const letters = new TestGroup();
  for (const name of ["Yıldırımer", "Søren", "Håkan", "Öztürk"]) letters.person(null, name);
  await letters.insertInto(database);
  const named = (search: string) =>
    database.read(letters.enterpriseId, async (tx) =>
      (await listParties(tx, letters.actor(), { search })).items.map(({ name }) => name).join(" "),
    );
  for (const search of ["yildirimer", "YILDIRIMER", "Yıldır"]) expect(await named(search)).toBe("Yıldırımer");
  for (const search of ["soren", "soeren", "SØR"]) expect(await named(search)).toBe("Søren");
  for (const search of ["hakan", "haakan", "håk"]) expect(await named(search)).toBe("Håkan");
  for (const search of ["ozturk", "oeztuerk", "özturk"]) expect(await named(search)).toBe("Öztürk");
});

describe("parties are narrowed by", () => {
  test.each([
    ["nothing", {}, "annen garcia mueller muller"],
    ["a kind", { kind: ["COMPANY" as const] }, "annen"],
    ["kinds, any of them", { kind: ["COMPANY" as const, "PERSON" as const] }, "annen garcia mueller muller"],
    ["a channel of consent", { consent: ["text" as const] }, "muller"],
    ["channels, any of them", { consent: ["text" as const, "email" as const] }, "garcia muller"],
    [
      "a kind and a channel, both of them",
      { kind: ["PERSON" as const], consent: ["email" as const] },
      "garcia",
    ],
  ])("%s", async (_what, filter, expected) => {
    expect(await found({ filter })).toBe(expected);
    const { count } = await database.read(group.enterpriseId, (tx) =>
      countParties(tx, group.actor(), { filter }),
    );
    expect(count).toBe(expected.split(" ").filter(Boolean).length);
  });

  test("a filter and a search, and are counted alike", async () => {
    const question = { search: "mull", filter: { consent: ["text" as const] } };
    expect(await found(question)).toBe("muller");
    const counted = await database.read(group.enterpriseId, (tx) =>
      countParties(tx, group.actor(), question),
    );
    expect(counted).toEqual({ count: 1, capped: false });
  });
});

test("they come in another order as asked, page by page too", async () => {
  expect(await found({ sort: { by: "name", direction: "desc" } })).toBe("muller mueller garcia annen");
  const sort = { by: "createdAt" as const, direction: "desc" as const };
  const [newest, ...others] = (await found({ sort })).split(" ");
  expect(newest).toBe("garcia");
  const first = await list({ sort, limit: 2 });
  const second = await list({ sort, limit: 2, cursor: first.nextCursor });
  const paged = [...first.items, ...second.items].map(({ partyId }) => names.get(partyId));
  expect(paged).toEqual([newest, ...others]);
  await expect(list({ cursor: first.nextCursor })).rejects.toMatchObject({ problem: { code: "INVALID" } });
});

test("they come by family name, page by page, and one added meanwhile moves nothing", async () => {
  expect(await found({})).toBe("annen garcia mueller muller");
  const first = await list({ limit: 2 });
  group.person("Zoe", "Abel");
  await group.insertInto(database);
  const second = await list({ limit: 2, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ partyId }) => names.get(partyId))).toEqual([
    "annen",
    "garcia",
    "mueller",
    "muller",
  ]);
  expect(second.nextCursor).toBeNull();
  await expect(list({ search: "ann", cursor: first.nextCursor })).rejects.toMatchObject({
    problem: { code: "INVALID" },
  });
});

test("an actor without any store is refused", async () => {
  const nobody = { ...group.actor(), storeIds: [] };
  await expect(database.read(group.enterpriseId, (tx) => listParties(tx, nobody, {}))).rejects.toMatchObject({
    problem: { code: "FORBIDDEN" },
  });
});

test("each statement names its enterprise, without row-level security too", async () => {
  const read = (search: string | null) =>
    withoutPolicies.read(group.enterpriseId, (tx) => listParties(tx, group.actor(), { search, limit: 200 }));
  expect((await read("anna.mueller@")).items.map(({ partyId }) => partyId)).toEqual([mueller.partyId]);
  expect(await read(null)).toEqual(await list({ limit: 200 }));
  const counted = await withoutPolicies.read(group.enterpriseId, (tx) => countParties(tx, group.actor(), {}));
  expect(counted.count).toBe((await list({ limit: 200 })).items.length);
});
