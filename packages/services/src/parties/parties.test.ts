import { contract, newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asRevisionActor } from "../actor.ts";
import { getContract } from "../contracts/get.ts";
import { listContracts } from "../contracts/list.ts";
import { aClock, aContract, aDealerGroup, aParty, historyOf, monday, refusalOf } from "../testing/index.ts";
import { createParty } from "./create.ts";
import { getParty } from "./get.ts";
import { updateParty } from "./update.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");

type Changes = Parameters<typeof updateParty>[2]["changes"];
const update = ({ partyId, version }: { partyId: string; version: number }, changes: Changes) =>
  group.change(updateParty, { partyId, version, changes });
const nobody = { email: null, phone: null, text: null, post: null };

describe("a new party", () => {
  test("that is a person has the name made of given and family name, and may not be contacted unless said", async () => {
    const input = {
      idempotencyKey: newId(),
      party: { kind: "PERSON" as const, givenName: "Jörg", familyName: "Weiß" },
    };
    const { party, warnings } = await group.change(createParty, input);
    expect(warnings).toEqual([]);
    expect(party).toEqual({
      partyId: expect.any(String),
      version: 1,
      kind: "PERSON",
      givenName: "Jörg",
      familyName: "Weiß",
      companyName: null,
      name: "Jörg Weiß",
      email: null,
      phone: null,
      addresses: [],
      consent: { email: false, phone: false, text: false, post: false },
      consentRecord: nobody,
      createdAt: monday,
      updatedAt: monday,
    });
    expect(await group.ask(getParty, { partyId: party.partyId }, group.viewer)).toEqual(party);
  });

  test("that is a company has its name, and what else was said", async () => {
    const facts = {
      kind: "COMPANY" as const,
      companyName: "Hansa Logistik GmbH",
      email: "fleet@hansa.example",
      phone: "+49 40 1234",
      addresses: [{ lines: ["Am Kai 1"], postalCode: "20457", city: "Hamburg", country: "DE" }],
      consent: { email: true },
    };
    expect(await aParty(group, { ...facts, givenName: null, familyName: null })).toMatchObject({
      ...facts,
      name: "Hansa Logistik GmbH",
      consent: { email: true, phone: false, text: false, post: false },
    });
  });
});

describe("a change of a party", () => {
  test("touches what is given, and without a difference writes nothing", async () => {
    const before = await aParty(group, { email: "erika@example.com", consent: { email: true } });
    const { party } = await update(before, { phone: "+49 40 1" });
    expect(party).toEqual({ ...before, phone: "+49 40 1", version: 2 });
    expect((await update(party, { phone: "+49 40 1", consent: { email: true } })).party).toEqual(party);
  });

  test("takes consent whole: a channel that is left out is withdrawn", async () => {
    const before = await aParty(group, { consent: { email: true, text: true } });
    const { party } = await update(before, { consent: { post: true, text: true } });
    expect(party.consent).toEqual({ email: false, phone: false, text: true, post: true });
  });

  test("keeps when, by whom and how a channel of consent was given or withdrawn", async () => {
    const made = await group.change(createParty, {
      idempotencyKey: newId(),
      party: { kind: "PERSON", familyName: "Weiß", consent: { email: true, phone: true, text: false } },
      consentSource: "signed form",
    });
    const given = { at: monday, by: asRevisionActor(group.advisor), source: "signed form" };
    expect(made.party.consentRecord).toEqual({ ...nobody, email: given, phone: given });
    clock.set("2026-03-03T10:00:00.000Z");
    const { party } = await group.change(
      updateParty,
      { partyId: made.party.partyId, version: 1, changes: { consent: { phone: true, post: true } } },
      group.program,
    );
    const changed = { at: "2026-03-03T10:00:00.000Z", by: asRevisionActor(group.program), source: null };
    clock.set(monday);
    expect(party.consentRecord).toEqual({ email: changed, phone: given, text: null, post: changed });
  });

  test("takes null as none, and for consent as no", async () => {
    const before = await aParty(group, {
      email: "erika@example.com",
      addresses: [{ lines: ["Am Kai 1"] }],
      consent: { email: true, text: true },
    });
    const { party } = await update(before, { email: null, addresses: null, consent: null });
    expect(party).toMatchObject({
      email: null,
      addresses: [],
      consent: { email: false, phone: false, text: false, post: false },
    });
  });

  test("leaves alone what is given as undefined, as a typed caller may", async () => {
    const before = await aParty(group, { email: "erika@example.com", consent: { email: true } });
    const { party } = await update(before, {
      email: undefined,
      givenName: undefined,
      consent: undefined,
      phone: "+49 40 1",
    });
    expect(party).toEqual({ ...before, phone: "+49 40 1", version: 2 });
  });

  test("leaves a name", async () => {
    const before = await aParty(group);
    expect(await refusalOf(update(before, { familyName: null }))).toMatchObject({
      code: "INVALID",
      fields: [{ path: "familyName", code: "MISSING" }],
    });
    expect(await refusalOf(update(before, { kind: "COMPANY" }))).toMatchObject({
      code: "INVALID",
      fields: [{ path: "companyName", code: "MISSING" }],
    });
  });

  test("of the name is found on the contracts held at once, and leaves their version and history alone", async () => {
    const before = await aParty(group, { familyName: "Altenburg" });
    const held = await aContract(group, {
      parties: [{ role: "HOLDER", partyId: before.partyId }],
      contractNumber: "P-77",
    });
    const paid = await aContract(group, { parties: [{ role: "PAYER", partyId: before.partyId }] });
    await update(before, { familyName: "Neuenburg" });
    const found = async (search: string) =>
      (await group.ask(listContracts, { search })).items.map(({ contractId }) => contractId);
    expect(await found("neuenburg")).toEqual([held.contractId]);
    expect(await found("neuenburg p77")).toEqual([held.contractId]);
    expect(await found("altenburg")).toEqual([]);
    expect(await group.ask(getContract, { contractId: held.contractId })).toMatchObject({
      version: 1,
      holder: { name: "Erika Neuenburg" },
    });
    const [row] = await database.read(group.enterpriseId, (tx) =>
      tx.select().from(contract).where(eq(contract.contractId, held.contractId)),
    );
    expect(row).toMatchObject({ holderSort: "neuenburg erika" });
    expect(await historyOf(group, held.contractId)).toHaveLength(1);
    expect(await group.ask(getContract, { contractId: paid.contractId })).toMatchObject({ holder: null });
  });

  test("of what has changed meanwhile is refused with the current party", async () => {
    const before = await aParty(group);
    await update(before, { phone: "+49 40 1" });
    expect(await refusalOf(update(before, { phone: "+49 40 2" }))).toMatchObject({
      code: "STALE_VERSION",
      current: { partyId: before.partyId, version: 2, phone: "+49 40 1" },
    });
  });

  test("by two at once is one", async () => {
    const before = await aParty(group);
    const calls = await Promise.allSettled([
      update(before, { phone: "+49 40 1" }),
      update(before, { phone: "+49 40 2" }),
    ]);
    expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await group.ask(getParty, { partyId: before.partyId })).toMatchObject({ version: 2 });
  });
});

test("parties are written by advisors, read by everyone in a store, and are not there for a stranger", async () => {
  const { partyId } = await aParty(group);
  const change = { partyId, version: 1, changes: { phone: "+49 40 1" } };
  expect(await refusalOf(group.change(updateParty, change, group.viewer))).toMatchObject({
    code: "FORBIDDEN",
  });
  const withoutStores = { ...group.advisor, storeIds: [] };
  expect(await refusalOf(group.ask(getParty, { partyId }, withoutStores))).toMatchObject({
    code: "FORBIDDEN",
  });
  expect(await refusalOf(stranger.ask(getParty, { partyId }))).toEqual(
    await refusalOf(group.ask(getParty, { partyId: newId() })),
  );
  expect(await refusalOf(stranger.change(updateParty, change))).toEqual(
    await refusalOf(group.change(updateParty, { ...change, partyId: newId() })),
  );
});
