import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { expect, test } from "vitest";
import {
  aClock,
  aContract,
  aDealerGroup,
  aPendingContract,
  faultsOf,
  historyOf,
  monday,
  refusalOf,
} from "../testing/index.ts";
import { submitContract } from "./submit.ts";
import { updateContract } from "./update.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");

const submit = ({ contractId, version }: { contractId: string; version: number }, actor = group.advisor) =>
  group.change(submitContract, { contractId, version }, actor);

test("a draft that lacks nothing is sold, and the history says by whom", async () => {
  const draft = await aContract(group);
  const { contract } = await submit(draft);
  expect(contract).toEqual({
    ...draft,
    version: 2,
    status: "PENDING",
    effectiveStatus: "ACTIVE",
    updatedAt: monday,
  });
  expect((await historyOf(group, draft.contractId)).at(-1)).toMatchObject({
    revision: 2,
    version: 2,
    action: "contract.submitted",
    actor: { kind: "USER", id: group.advisor.id, name: "Ann Advisor", onBehalfOf: null },
    changes: [{ field: "status", before: "DRAFT", after: "PENDING" }],
  });
});

test.each([
  [{ parties: [] }, { parties: "HOLDER_MISSING" }],
  [{ providerId: null }, { providerId: "PROVIDER_MISSING" }],
  [{ startDate: null, termMonths: null }, { startDate: "START_MISSING" }],
  [{ termMonths: null, distance: null }, { endDate: "END_MISSING" }],
])("a draft with %j is not sold", async (facts, faults) => {
  const draft = await aContract(group, facts);
  expect(await faultsOf(submit(draft))).toEqual(faults);
});

test("what is sold is not sold again", async () => {
  expect(await faultsOf(submit(await aPendingContract(group)))).toEqual({ status: "WRONG_STATUS" });
});

test("a draft that has changed since it was read is not sold", async () => {
  const draft = await aContract(group);
  const changes = { notes: "Wait for the customer" };
  await group.change(updateContract, { ...idOf(draft), changes });
  expect(await refusalOf(submit(draft))).toMatchObject({
    code: "STALE_VERSION",
    current: { version: 2, status: "DRAFT" },
    changedSince: [{ field: "notes", by: { name: "Ann Advisor" } }],
  });
});

test("two who sell one draft at once sell it once", async () => {
  const draft = await aContract(group);
  const calls = await Promise.allSettled([submit(draft), submit(draft, group.advisorOfHamburg)]);
  expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await historyOf(group, draft.contractId)).toHaveLength(2);
});

test("a draft of a store not granted, or of nobody, or of a stranger, is not sold", async () => {
  const ofLeeds = await aContract(group, { storeId: group.leeds.storeId });
  expect(await refusalOf(submit(ofLeeds, group.advisorOfHamburg))).toMatchObject({ code: "FORBIDDEN" });
  const theirs = await aContract(stranger);
  const ofNobody = await refusalOf(submit({ contractId: newId(), version: 1 }));
  expect(ofNobody).toMatchObject({ code: "NOT_FOUND" });
  expect(await refusalOf(submit(theirs))).toEqual(ofNobody);
});

const idOf = ({ contractId, version }: { contractId: string; version: number }) => ({ contractId, version });
