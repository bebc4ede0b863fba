import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { expect, test } from "vitest";
import { hashOf } from "../internal/revisions.ts";
import { aClock, aContract, aDealerGroup, historyOf, monday, refusalOf } from "../testing/index.ts";
import { contractHistory } from "./history.ts";
import { submitContract } from "./submit.ts";
import { updateContract } from "./update.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");

const note = (contract: { contractId: string; version: number }, notes: string, actor = group.advisor) =>
  group
    .change(
      updateContract,
      { contractId: contract.contractId, version: contract.version, changes: { notes } },
      actor,
    )
    .then((result) => result.contract);

test("the first entry says every field that was given a value, and who made the contract", async () => {
  const made = await aContract(group, { contractNumber: "H-1" });
  const [first, ...others] = await historyOf(group, made.contractId);
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    revision: 1,
    version: 1,
    action: "contract.created",
    at: monday,
    actor: { kind: "USER", id: group.advisor.id, name: "Ann Advisor", onBehalfOf: null },
    correlationId: group.advisor.correlationId,
    reason: null,
    previousHash: null,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const after = Object.fromEntries((first?.changes ?? []).map((change) => [change.field, change.after]));
  expect(after).toMatchObject({
    contractNumber: "H-1",
    status: "DRAFT",
    startDate: "2026-02-01",
    parties: made.parties,
    price: made.price,
  });
  expect(first?.changes.every(({ before }) => before === null)).toBe(true);
  expect(Object.keys(after)).not.toContain("notes");
  expect(Object.keys(after)).not.toContain("effectiveStatus");
});

test("each change is one entry: what changed, from what to what, by whom for whom, in one chain", async () => {
  const made = await aContract(group);
  clock.set("2026-03-02T10:00:00.000Z");
  const noted = await note(made, "By the planner", group.program);
  clock.set(monday);
  await group.change(submitContract, { contractId: made.contractId, version: noted.version });
  const entries = await historyOf(group, made.contractId);
  expect(entries.map(({ revision, version, action }) => [revision, version, action])).toEqual([
    [1, 1, "contract.created"],
    [2, 2, "contract.updated"],
    [3, 3, "contract.submitted"],
  ]);
  expect(entries[1]).toMatchObject({
    at: "2026-03-02T10:00:00.000Z",
    actor: {
      kind: "API_CLIENT",
      id: group.program.id,
      name: "Workshop planner",
      onBehalfOf: { id: group.advisor.id, name: "Ann Advisor" },
    },
    correlationId: group.program.correlationId,
    changes: [{ field: "notes", before: null, after: "By the planner" }],
  });
  entries.forEach((entry, index) => {
    expect(entry.previousHash).toBe(entries[index - 1]?.hash ?? null);
    const { hash, ...link } = entry;
    expect(hashOf({ ...link, enterpriseId: group.enterpriseId, contractId: made.contractId })).toBe(hash);
  });
});

test("pages go from the newest entry to the first, whatever is added between them", async () => {
  let contract = await aContract(group);
  const { contractId } = contract;
  for (const notes of ["2", "3", "4", "5"]) contract = await note(contract, notes);
  const page = (cursor: string | null) => group.ask(contractHistory, { contractId, cursor, limit: 2 });
  const first = await page(null);
  await note(contract, "6");
  const second = await page(first.nextCursor);
  const third = await page(second.nextCursor);
  expect([first, second, third].map(({ items }) => items.map(({ revision }) => revision))).toEqual([
    [5, 4],
    [3, 2],
    [1],
  ]);
  expect(third.nextCursor).toBeNull();
});

test("a cursor of another contract, or none of ours, is refused", async () => {
  const one = await aContract(group);
  await note(one, "Two entries");
  const other = await aContract(group);
  const { nextCursor } = await group.ask(contractHistory, { contractId: one.contractId, limit: 1 });
  for (const cursor of [nextCursor, "nonsense", "e30"])
    expect(
      await refusalOf(group.ask(contractHistory, { contractId: other.contractId, cursor })),
    ).toMatchObject({ code: "INVALID", fields: [{ path: "cursor" }] });
});

test("whoever may read in one store reads it; a stranger finds nothing", async () => {
  const ofLeeds = await aContract(group, { storeId: group.leeds.storeId });
  const { contractId } = ofLeeds;
  expect((await group.ask(contractHistory, { contractId }, group.advisorOfHamburg)).items).toHaveLength(1);
  expect(await refusalOf(stranger.ask(contractHistory, { contractId }))).toEqual(
    await refusalOf(group.ask(contractHistory, { contractId: newId() })),
  );
  const withoutStores = { ...group.viewer, storeIds: [] };
  expect(await refusalOf(group.ask(contractHistory, { contractId }, withoutStores))).toMatchObject({
    code: "FORBIDDEN",
  });
});
