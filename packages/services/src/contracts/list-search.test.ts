import type { ListContracts } from "@vehicle-contracts/contract-model";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { sixContracts } from "../internal/search/testing/six-contracts.ts";
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
