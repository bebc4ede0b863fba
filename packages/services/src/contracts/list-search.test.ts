import type { ListContracts } from "@vehicle-contracts/contract-model";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { sixContracts } from "../internal/search/testing/six-contracts.ts";
import { TestGroup } from "../internal/search/testing/test-group.ts";
import { listContracts } from "./list.ts";

const { database } = await testDatabase({ clock: () => "2026-06-15T12:00:00.000Z" });
const { group, other, names, golf, astra } = sixContracts();

beforeAll(async () => {
  await group.insertInto(database);
  await other.insertInto(database);
});

const list = (input: ListContracts) =>
  database.read(group.enterpriseId, (tx) => listContracts(tx, group.actor(), input));
const found = async (input: ListContracts) =>
  (await list(input)).items.map(({ contractId }) => names.get(contractId) ?? "another enterprise's");
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

describe("search, of names and plates with letters of their own", () => {
  const letters = new TestGroup();
  const store = letters.store("Köln");
  const held = new Map(
    [
      ["K EL 9643", "Rüdiger", "Lindenfäller"],
      ["FÜ-AB 123", "Søren", "Yıldırımer"],
      ["K-ÄB 1234", "Håkan", "Öztürk"],
      ["YC72 WOM", "Łucja", "Đorđević"],
      [null, "Guðrún", "Højgård-Weiß"],
    ].map(([plate, given, family], index) => [
      letters.contract({
        store,
        vehicle: letters.vehicle(`WVWZZZ1JZXW00001${index}`, plate ?? null, { make: "Škoda" }),
        holder: letters.person(given ?? null, family ?? ""),
      }).contractId,
      given ?? "",
    ]),
  );
  beforeAll(() => letters.insertInto(database));

  const namesOf = async (search: string) =>
    (await database.read(letters.enterpriseId, (tx) => listContracts(tx, letters.actor(), { search }))).items
      .map(({ contractId }) => held.get(contractId))
      .join(" ");

  test.each([
    ["K EL 9643 lindenfäller", "Rüdiger"],
    ["Rüdiger K EL 9643", "Rüdiger"],
    ["rüdiger k el 96 lindenf", "Rüdiger"],
    ["EL 9643 lindenfäller", "Rüdiger"],
    ["el 96 rüdiger", "Rüdiger"],
    ["rüdiger el lindenfäller", ""],
    ["K EL 9643 öztürk", ""],
    ["K AB 12 öztürk", "Håkan"],
    ["YC72 WOM djordjevic", "Łucja"],
    ["wom 1234 öztürk", ""],
  ])("a plate typed with blanks is one word beside the others: %s", async (search, expected) => {
    expect(await namesOf(search)).toBe(expected);
  });

  test.each([
    ["fueab123", "Søren"],
    ["fuab123", "Søren"],
    ["FU AB 123", "Søren"],
    ["fu-ab", "Søren"],
    ["FÜ AB", "Søren"],
    ["kaeb", "Håkan"],
    ["kab", "Håkan"],
  ])("the letters of a plate are found in both spellings: %s", async (search, expected) => {
    expect(await namesOf(search)).toBe(expected);
  });

  test.each([
    ["yildirimer", "Søren"],
    ["YILDIRIMER", "Søren"],
    ["Yıldırımer", "Søren"],
    ["soren", "Søren"],
    ["soeren", "Søren"],
    ["SØREN", "Søren"],
    ["hakan", "Håkan"],
    ["haakan", "Håkan"],
    ["ozturk", "Håkan"],
    ["oeztuerk", "Håkan"],
    ["özturk", "Håkan"],
    ["lucja", "Łucja"],
    ["dordevic", "Łucja"],
    ["gudrun hojgaard", "Guðrún"],
    ["hoejgard", "Guðrún"],
    ["weiss", "Guðrún"],
    ["WEIẞ-HØJGÅRD", "Guðrún"],
  ])("a name is found without its accents, and in either spelling: %s", async (search, expected) => {
    expect(await namesOf(search)).toBe(expected);
  });
});
