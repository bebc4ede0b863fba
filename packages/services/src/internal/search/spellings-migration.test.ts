import { readFile } from "node:fs/promises";
import { contract, organization, party, provider, searchTerm, vehicle } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { wordsOf } from "../folding.ts";
import { termKind } from "../search-terms.ts";
import { TestGroup } from "./testing/test-group.ts";

const { database, ownerUrl } = await testDatabase();
const owner = openDatabase({ url: ownerUrl, max: 1 });
afterAll(() => owner.close());
const migration = await readFile(
  new URL("../../../../database/migrations/0005_search_spellings.sql", import.meta.url),
  "utf8",
);

const names = [
  ...["Yıldırımer", "Søren", "Håkan", "Højgård", "Öztürk", "Gülümser", "Đorđević", "DJORĐEVIĆ", "Əliyev"],
  ...[
    "Łukasz",
    "Þór",
    "Guðrún",
    "Ærø",
    "GROẞMANN",
    "Großmann",
    "Müller",
    "Mueller",
    "Ğŋħŧ",
    "Ĳsbrand",
    "ΝΙΚΟΣ",
  ],
  ...[
    "Å-Ö/ø (Ü)",
    "O’Brien–Ångström",
    "Mu\u0308ller",
    "äöüß",
    "ÅØÜ",
    "ǿ",
    "ÄѲÖ",
    "ÅÉÎ",
    "李",
    "Ǖber",
    "x\u0308ö",
  ],
];
const plates = [
  ...[
    "FÜ-AB 123",
    "K-ÄB 1234",
    "ÖÄ-Ü 1",
    "Ü",
    "ÅØ 12",
    "K EL 9643",
    "ıı-1",
    "ŁÓ 77",
    "ÄÖÜ ØÅ",
    "A\u030a 1b",
    null,
  ],
];
const numbers = ["MÜ-2026/ø1", "EW-ÄÖ.Ü 7", "ı-1", "EW-1", "åå đ", null];

function theGroup(): TestGroup {
  const group = new TestGroup();
  const store = group.store("Köln");
  names.forEach((name, index) => {
    group.provider(`${name} ${index}`);
    const car = group.vehicle(`WVWZZZ1JZXW${100_000 + index}`, plates[index % plates.length] ?? null, {
      make: name,
    });
    const holder = group.person(names[(index + 7) % names.length] ?? null, name);
    for (const number of numbers)
      group.contract({ store, vehicle: car, holder }, { contractNumber: number && `${number}-${index}` });
    group.contract({ store, vehicle: car });
  });
  // Two that have taken names which are one now: both keep what they have.
  group.provider("Yildiz");
  group.provider("Yıldız").sortName = "yıldız";
  return group;
}

/** How the program folded before: twofold letters with e and without, and some letters not at all. */
function formerFoldings(text: string): string[] {
  const bare = (lower: string) =>
    lower
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(
        /[ßæœøłđðþ]/g,
        (letter) => ({ ß: "ss", æ: "ae", œ: "oe", ø: "oe", ł: "l", þ: "th" })[letter] ?? "d",
      );
  const small = text.normalize("NFC").toLowerCase();
  const withE = small.replace(/[äöü]/g, (letter) => ({ ä: "ae", ö: "oe" })[letter] ?? "ue");
  return [...new Set([bare(withE), bare(small)])];
}
const formerFold = (text: string) => formerFoldings(text)[0] ?? "";
const formerSort = (...parts: readonly (string | null | undefined)[]) =>
  wordsOf(formerFold(parts.filter(Boolean).join(" "))).join(" ");

/** The group as the program stored it before. */
function asFormerly(group: TestGroup): TestGroup {
  const joined = (text: string) => wordsOf(text).join("");
  const tails = (number: string) =>
    wordsOf(number).map((_, from) => formerFold(wordsOf(number).slice(from).join("")));
  const holderOf = (id: string | null | undefined) => group.parties.find(({ partyId }) => partyId === id);
  const carOf = (id: string) => group.vehicles.find(({ vehicleId }) => vehicleId === id);
  for (const row of group.providers) row.sortName = formerSort(row.name);
  for (const row of group.vehicles) {
    row.plateFolded = row.licensePlate ? formerFold(joined(row.licensePlate)) : null;
    row.sortName = formerSort(row.make, row.model);
  }
  for (const row of group.parties) row.sortName = formerSort(row.familyName, row.givenName);
  for (const row of group.contracts) {
    const holder = holderOf(row.holderId);
    const words = [
      ...wordsOf(holder?.name ?? "").flatMap(formerFoldings),
      ...tails(row.contractNumber ?? ""),
    ];
    row.words = [...new Set(words)].map((word) => ` ${word}`).join("");
    row.holderSort = holder?.sortName ?? null;
    row.plateFolded = carOf(row.vehicleId)?.plateFolded ?? null;
    row.vehicleSort = carOf(row.vehicleId)?.sortName ?? "";
  }
  const terms = [
    ...group.terms.filter(({ kind }) => kind === termKind.vin),
    ...group.parties.flatMap(({ name, partyId }) =>
      wordsOf(name)
        .flatMap(formerFoldings)
        .map((term) => ({ kind: termKind.name, term, target: partyId })),
    ),
    ...group.contracts.flatMap(({ contractNumber, contractId }) =>
      tails(contractNumber ?? "").map((term) => ({ kind: termKind.number, term, target: contractId })),
    ),
    ...group.vehicles.flatMap(({ plateFolded, vehicleId }) =>
      Array.from({ length: Math.max(0, (plateFolded ?? "").length - 2) }, (_, start) => ({
        kind: termKind.plate,
        term: (plateFolded ?? "").slice(start),
        target: vehicleId,
      })),
    ),
  ];
  group.terms.splice(0, group.terms.length, ...terms);
  return group;
}

const sorted = (texts: readonly string[]) => [...new Set(texts)].sort();
const found = (group: Pick<TestGroup, "contracts" | "vehicles" | "parties" | "providers" | "terms">) => ({
  contracts: sorted(
    group.contracts.map(
      ({ contractId, words, ...row }) =>
        `${contractId} ${sorted(words.split(" "))} ${row.holderSort} ${row.plateFolded} ${row.vehicleSort}`,
    ),
  ),
  vehicles: sorted(group.vehicles.map((row) => `${row.vehicleId} ${row.plateFolded} ${row.sortName}`)),
  parties: sorted(group.parties.map((row) => `${row.partyId} ${row.sortName}`)),
  providers: sorted(group.providers.map((row) => `${row.providerId} ${row.sortName}`)),
  terms: sorted(group.terms.map(({ kind, term, target }) => `${kind} ${term} ${target}`)),
});

const stored = (group: TestGroup) =>
  database.read(group.enterpriseId, async (tx) =>
    found({
      contracts: await tx.select().from(contract).where(eq(contract.enterpriseId, tx.enterpriseId)),
      vehicles: await tx.select().from(vehicle).where(eq(vehicle.enterpriseId, tx.enterpriseId)),
      parties: await tx.select().from(party).where(eq(party.enterpriseId, tx.enterpriseId)),
      providers: await tx.select().from(provider).where(eq(provider.enterpriseId, tx.enterpriseId)),
      terms: await tx.select().from(searchTerm).where(eq(searchTerm.enterpriseId, tx.enterpriseId)),
    }),
  );

/** Runs the migration on what is stored now. One that changes the foldings again is to be run here after it. */
const migrateAgain = (enterpriseId: string) =>
  owner.write(enterpriseId, async (tx) => {
    for (const statement of migration.split("--> statement-breakpoint")) await tx.execute(sql.raw(statement));
    await tx.execute(sql`select set_config('app.enterprise_id', ${enterpriseId}, true)`);
  });

test("what the former version stored is found as what is stored now, in every enterprise", async () => {
  const groups = [theGroup(), theGroup()];
  const wanted = groups.map(found);
  for (const group of groups) {
    await asFormerly(group).insertInto(database);
    await database.write(group.enterpriseId, (tx) =>
      tx.insert(organization).values({
        id: tx.enterpriseId,
        name: "Autohaus",
        slug: tx.enterpriseId,
        createdAt: sql`${tx.startedAt}::timestamptz`,
      }),
    );
    expect(await stored(group)).toEqual(found(group));
  }
  await migrateAgain(groups[0]?.enterpriseId ?? "");
  expect(await Promise.all(groups.map(stored))).toEqual(wanted);
});
