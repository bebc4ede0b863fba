import type { RefundRulesInput } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { expect, test } from "vitest";
import { listRefundQuotes } from "../refunds/list.ts";
import {
  aClock,
  aDealerGroup,
  anActiveContract,
  aRuleSet,
  aRuleSetInput,
  monday,
  refusalOf,
} from "../testing/index.ts";
import { createRuleSet } from "./create.ts";
import { getRuleSet } from "./get.ts";
import { listRuleSets } from "./list.ts";
import { newRuleSetVersion } from "./new-version.ts";
import { tryOutRuleSet } from "./try-out.ts";

const { database } = await testDatabase({ clock: aClock().now, max: 4 });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");

const { code: _, ...contents } = aRuleSetInput();
const newVersion = (code: string, version: number, ruleSet = contents, idempotencyKey = newId()) =>
  group.change(newRuleSetVersion, { idempotencyKey, code, version, ruleSet }, group.administrator);

test("the shipped ones are there from the start, marked as such, and one is what counts where nothing is said", async () => {
  const { items } = await aDealerGroup(database, "Neu").then((fresh) => fresh.ask(listRuleSets, {}));
  expect(items.map(({ code, version, shipped, isDefault }) => [code, version, shipped, isDefault])).toEqual([
    ["BALANCE", 1, true, false],
    ["CALIFORNIA", 1, true, false],
    ["OKLAHOMA", 1, true, false],
    ["PRO_RATA", 1, true, true],
  ]);
});

test("a rule set is in full what was left out, says who made it, and the same call makes it once", async () => {
  const input = { idempotencyKey: newId(), ruleSet: aRuleSetInput({ note: "For vans" }) };
  const make = () => group.change(createRuleSet, input, group.administrator);
  const { ruleSet } = await make();
  expect(ruleSet).toEqual({
    ...input.ruleSet,
    version: 1,
    newestVersion: 1,
    shipped: false,
    isDefault: false,
    rules: {
      method: "PRO_RATA",
      basis: "LESSER",
      freeLookDays: 0,
      retainedPercent: {},
      fee: { kind: "NONE" },
      feeTaxPercent: 0,
      deductClaims: true,
      rounding: "HALF_UP",
    },
    createdAt: monday,
    createdBy: { kind: "USER", id: group.administrator.id, name: "Adam Administrator", onBehalfOf: null },
  });
  expect((await make()).ruleSet).toEqual(ruleSet);
  expect(await group.ask(getRuleSet, { code: ruleSet.code })).toEqual(ruleSet);
  expect(
    await refusalOf(group.change(createRuleSet, { ...input, idempotencyKey: newId() }, group.administrator)),
  ).toMatchObject({
    code: "DUPLICATE",
    existingId: ruleSet.code,
    fields: [{ path: "code" }],
  });
});

test("a new version leaves those before as they are, of a shipped one too", async () => {
  const own = await aRuleSet(group);
  const rules = {
    method: "BALANCE" as const,
    fee: { kind: "FIXED" as const, amount: { amountMinor: 2_500, currency: "EUR" } },
  };
  const { ruleSet } = await newVersion(own.code, 1, { ...contents, name: "Balance, ours", rules });
  expect(ruleSet).toMatchObject({ version: 2, newestVersion: 2, name: "Balance, ours", rules });
  expect(await group.ask(getRuleSet, { code: own.code, version: 1 })).toEqual({ ...own, newestVersion: 2 });
  const { items } = await group.ask(listRuleSets, { code: own.code });
  expect(items.map(({ version }) => version)).toEqual([2, 1]);

  const shipped = await group.ask(getRuleSet, { code: "OKLAHOMA" });
  await newVersion("OKLAHOMA", 1);
  expect(await group.ask(getRuleSet, { code: "OKLAHOMA", version: 1 })).toEqual({
    ...shipped,
    newestVersion: 2,
  });
  expect(await group.ask(getRuleSet, { code: "OKLAHOMA" })).toMatchObject({ version: 2, shipped: false });
});

test("of two who follow the same version at once one is told of the other's", async () => {
  const { code } = await aRuleSet(group);
  const calls = await Promise.allSettled([newVersion(code, 1), newVersion(code, 1)]);
  expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await refusalOf(newVersion(code, 1))).toMatchObject({
    code: "STALE_VERSION",
    current: { code, version: 2 },
  });
  const key = newId();
  const once = await newVersion(code, 2, contents, key);
  expect(await newVersion(code, 2, contents, key)).toEqual(once);
});

test("rule sets are found by name or code, a page at a time", async () => {
  const { code } = await aRuleSet(group, { name: "Wohnmobile" });
  const found = await group.ask(listRuleSets, { search: "wohnmo" });
  expect(found.items.map((item) => item.code)).toEqual([code]);
  expect((await group.ask(listRuleSets, { search: code.slice(0, 20) })).items).toHaveLength(1);
  const first = await group.ask(listRuleSets, { limit: 2 });
  const second = await group.ask(listRuleSets, { limit: 2, cursor: first.nextCursor });
  const names = [...first.items, ...second.items].map(({ name }) => name.toLowerCase());
  expect(names).toEqual(names.toSorted());
  expect(new Set([...first.items, ...second.items].map((item) => item.code)).size).toBe(4);
});

test("administrators write, everybody with a store reads, and a stranger's is not there", async () => {
  expect(
    await refusalOf(group.change(createRuleSet, { idempotencyKey: newId(), ruleSet: aRuleSetInput() })),
  ).toMatchObject({
    code: "FORBIDDEN",
  });
  const theirs = await aRuleSet(stranger);
  const nobody = await refusalOf(group.ask(getRuleSet, { code: "NOWHERE" }, group.viewer));
  expect(nobody).toMatchObject({ code: "NOT_FOUND" });
  expect(await refusalOf(group.ask(getRuleSet, { code: theirs.code }))).toEqual(nobody);
  expect(await refusalOf(group.ask(getRuleSet, { code: "PRO_RATA", version: 2 }))).toEqual(nobody);
  expect(await refusalOf(group.ask(listRuleSets, { code: theirs.code }))).toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await refusalOf(newVersion(theirs.code, 1))).toEqual(nobody);
  // The same code in two groups is two rule sets.
  const ours = await aRuleSet(group, { code: theirs.code, name: "Ours" });
  expect(await stranger.ask(getRuleSet, { code: theirs.code })).toEqual(theirs);
  expect(ours.name).toBe("Ours");
});

test("rules are tried out on a contract before they are kept, by an administrator, and nothing comes of it", async () => {
  const { contractId } = await anActiveContract(group);
  const ask = (rules: RefundRulesInput, actor = group.administrator) =>
    group.ask(
      tryOutRuleSet,
      {
        contractId,
        cancelDate: "2026-03-02",
        odometer: { value: 42_000, unit: "KM" },
        cancelledBy: "CUSTOMER",
        rules,
      },
      actor,
    );
  const trial = await ask({ method: "PRO_RATA", basis: "DISTANCE", retainedPercent: { CUSTOMER: 10 } });
  expect(trial).toMatchObject({
    refund: { amountMinor: 45_000, currency: "EUR" },
    steps: [
      { code: "DISTANCE_SHARE", exact: "1/2" },
      { code: "SHARE" },
      { code: "UNEARNED" },
      { code: "RETAINED" },
      { code: "REFUND" },
    ],
  });
  expect((await group.ask(listRefundQuotes, { contractId })).items).toEqual([]);
  expect(await refusalOf(ask({ method: "BALANCE" }, group.advisor))).toMatchObject({ code: "FORBIDDEN" });
  const theirs = await anActiveContract(stranger);
  const ofNobody = {
    cancelDate: "2026-03-02",
    cancelledBy: "CUSTOMER" as const,
    rules: { method: "BALANCE" as const },
  };
  for (const id of [theirs.contractId, newId()])
    expect(
      await refusalOf(group.ask(tryOutRuleSet, { contractId: id, ...ofNobody }, group.administrator)),
    ).toMatchObject({
      code: "NOT_FOUND",
    });
});
