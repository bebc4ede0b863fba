import type { Plan, PlanChanges } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { describe, expect, test } from "vitest";
import type { Actor } from "../actor.ts";
import {
  aClock,
  aDealerGroup,
  aPlan,
  aPlanInput,
  aProvider,
  aReadyPlan,
  refusalOf,
} from "../testing/index.ts";
import { createPlan } from "./create.ts";
import { getPlan } from "./get.ts";
import { listPlans } from "./list.ts";
import { newPlanVersion } from "./new-version.ts";
import { releasePlan } from "./release.ts";
import { retirePlan } from "./retire.ts";
import { updatePlan } from "./update.ts";

const { database } = await testDatabase({ clock: aClock().now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");
const { administrator } = group;

const at = ({ code, version, revision }: Plan) => ({ code, version, revision });
const update = (plan: Plan, changes: PlanChanges, actor = administrator) =>
  group.change(updatePlan, { ...at(plan), changes }, actor);
const release = (plan: Plan) => group.change(releasePlan, at(plan), administrator);
const retire = (plan: Plan) => group.change(retirePlan, at(plan), administrator);
const next = ({ code }: { code: string }, version: number | null = null) =>
  group.change(newPlanVersion, { idempotencyKey: newId(), code, version }, administrator);
const read = (code: string, version: number | null = null) =>
  group.ask(getPlan, { code, version }, group.viewer);
const statesOf = async (code: string) =>
  (await read(code)).versions.map((each) => `${each.version} ${each.state}`);

test("a new plan is a draft, made by somebody, with what was left out filled in", async () => {
  const plan = await aPlan(group, { code: "SERVICE-4" });
  expect(plan).toMatchObject({
    code: "SERVICE-4",
    version: 1,
    revision: 1,
    state: "DRAFT",
    startBasis: "SALE",
    prices: [{ grossMinor: 89_900, netMinor: 75_546 }, { grossMinor: 74_900 }],
    createdBy: { name: administrator.name },
    releasedAt: null,
  });
  expect(await read("SERVICE-4")).toEqual({
    ...plan,
    provider: { providerId: plan.providerId, name: expect.any(String) },
    versions: [{ version: 1, state: "DRAFT" }],
  });
  expect(await refusalOf(aPlan(group, { code: "SERVICE-4" }))).toMatchObject({
    code: "DUPLICATE",
    fields: [{ path: "code" }],
  });
});

test("the same call again, by its key, answers the plan that it made", async () => {
  const plan = await aPlanInput(group);
  const create = () => group.change(createPlan, { idempotencyKey: "made once", plan }, administrator);
  expect(await create()).toEqual(await create());
});

test("a draft is changed field by field, and lost updates are refused", async () => {
  const before = await aPlan(group);
  const { plan } = await update(before, { name: "Service Plan Four", mayChange: ["price"] });
  expect(plan).toEqual({ ...before, name: "Service Plan Four", mayChange: ["price"], revision: 2 });
  expect((await update(plan, { name: "Service Plan Four" })).plan).toEqual(plan);
  expect(await refusalOf(update(before, { waitingDays: 3 }))).toMatchObject({
    code: "STALE_VERSION",
    current: { revision: 2 },
  });
});

describe("draft, ready, retired:", () => {
  test("a version that is released replaces the one that was sold, and none of them changes again", async () => {
    const draft = await aPlan(group);
    const { plan: first } = await release(draft);
    expect(first).toMatchObject({ state: "READY", revision: 2, releasedBy: { name: administrator.name } });
    const { plan: second } = await next(first);
    expect(second).toMatchObject({ version: 2, state: "DRAFT", revision: 1, name: first.name });
    expect((await read(first.code)).version).toBe(1);
    const { plan: dearer } = await update(second, { name: "Service Plan 4 new" });
    await release(dearer);
    expect(await statesOf(first.code)).toEqual(["2 READY", "1 RETIRED"]);
    expect(await read(first.code)).toMatchObject({ version: 2, name: "Service Plan 4 new" });
    const { versions: _versions, provider: _provider, ...retired } = await read(first.code, 1);
    expect(retired).toMatchObject({
      ...first,
      state: "RETIRED",
      revision: 3,
      retiredAt: expect.any(String),
      retiredBy: {},
      updatedAt: expect.any(String),
    });
    for (const released of [retired, await read(first.code, 2)])
      expect(await refusalOf(update(released, { name: "Other" }))).toMatchObject({
        code: "RULE_BROKEN",
        fields: [{ path: "state", code: "PLAN_RELEASED" }],
      });
  });

  test("each move has its state, and is refused in the others", async () => {
    const plan = await aPlan(group);
    const wrong = { code: "RULE_BROKEN", fields: [{ code: "WRONG_STATE" }] };
    expect(await refusalOf(retire(plan))).toMatchObject(wrong);
    const { plan: ready } = await release(plan);
    expect(await refusalOf(release(ready))).toMatchObject(wrong);
    expect(await refusalOf(retire(plan))).toMatchObject({ code: "STALE_VERSION" });
    const { plan: retired } = await retire(ready);
    expect(retired.state).toBe("RETIRED");
    expect(await refusalOf(retire(retired))).toMatchObject(wrong);
    // A plan that is sold no longer can come back as a new version.
    expect((await next(plan)).plan).toMatchObject({ version: 2, state: "DRAFT" });
  });

  test("what cannot be sold is not released, with every fault", async () => {
    const plan = await aPlan(group, { termMonths: null, distance: null, allowances: [] });
    expect(await refusalOf(release(plan))).toMatchObject({
      code: "RULE_BROKEN",
      fields: [{ code: "END_MISSING" }, { code: "NOTHING_COVERED" }],
    });
  });

  test("a plan by whose rule set no refund could be reckoned is not released, and stays a draft", async () => {
    const plan = await aPlan(group, { refundRuleSet: { code: "PRO_RATA", version: 9 } });
    expect(await refusalOf(release(plan))).toMatchObject({
      code: "NOT_FOUND",
      fields: [{ path: "refundRuleSet" }],
    });
    expect(await read(plan.code)).toMatchObject({ state: "DRAFT", revision: 1 });
    expect(
      (await release(await aPlan(group, { refundRuleSet: { code: "PRO_RATA", version: 1 } }))).plan.state,
    ).toBe("READY");
  });

  test("a new version may go on from an older one", async () => {
    const first = await aReadyPlan(group, { name: "As it was" });
    const { plan: second } = await next(first);
    await release((await update(second, { name: "As it is" })).plan);
    expect((await next(first, 1)).plan).toMatchObject({ version: 3, name: "As it was" });
    expect(await refusalOf(next(first))).toMatchObject({
      code: "RULE_BROKEN",
      fields: [{ code: "DRAFT_EXISTS" }],
    });
    expect(await refusalOf(next(first, 9))).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("at once", () => {
  const settled = async (calls: Promise<unknown>[]) => {
    const all = await Promise.allSettled(calls);
    return all
      .map((one) => (one.status === "fulfilled" ? "done" : (one.reason.problem?.code ?? one.reason)))
      .sort();
  };

  test("two new versions are one draft, and no number is left out", async () => {
    const plan = await aReadyPlan(group);
    expect(await settled([next(plan), next(plan), next(plan)])).toEqual([
      "RULE_BROKEN",
      "RULE_BROKEN",
      "done",
    ]);
    expect(await statesOf(plan.code)).toEqual(["2 DRAFT", "1 READY"]);
  });

  test("two plans of one code are one", async () => {
    const code = newId();
    expect(await settled([aPlan(group, { code }), aPlan(group, { code })])).toEqual(["DUPLICATE", "done"]);
  });

  test("a draft is released once, and a change that comes with it does not get into what is sold", async () => {
    const plan = await aPlan(group);
    const answers = await settled([release(plan), release(plan), update(plan, { name: "Too late" })]);
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    const now = await read(plan.code);
    expect(now.state === "READY" ? now.name : now.state).toBe(now.state === "READY" ? plan.name : "DRAFT");
  });
});

test("the catalogue is one entry a plan, found by name, code, state, type and provider, page by page", async () => {
  const dealers = await aDealerGroup(database, "Ostwind Motors");
  const insurer = await aProvider(dealers);
  await aReadyPlan(dealers, {
    code: "TYRES",
    name: "Tyre and Wheel 36",
    type: "TYRE_AND_WHEEL",
    providerId: insurer.providerId,
  });
  await aReadyPlan(dealers, { code: "SP2", name: "Service Plan 2" });
  await aPlan(dealers, { code: "SP4", name: "Service Plan 4" });
  const found = async (input: Parameters<typeof listPlans>[2] = {}, actor: Actor = dealers.viewer) =>
    (await dealers.ask(listPlans, input, actor)).items.map(({ code }) => code);
  expect(await found()).toEqual(["SP2", "SP4", "TYRES"]);
  expect(await found({ search: "wheel" })).toEqual(["TYRES"]);
  expect(await found({ search: "sp4" })).toEqual(["SP4"]);
  expect(await found({ filter: { state: ["READY"] } })).toEqual(["SP2", "TYRES"]);
  expect(await found({ filter: { type: ["SERVICE_PLAN"], state: ["DRAFT"] } })).toEqual(["SP4"]);
  expect(await found({ filter: { providerId: [insurer.providerId] } })).toEqual(["TYRES"]);
  const page = await dealers.ask(listPlans, { limit: 2 }, dealers.viewer);
  expect(await found({ limit: 2, cursor: page.nextCursor })).toEqual(["TYRES"]);
});

test("plans are an administrator's to write, everybody's to read, and not there for a stranger", async () => {
  const plan = await aReadyPlan(group);
  const input = { idempotencyKey: newId(), plan: await aPlanInput(group) };
  const one = { ...at(plan), changes: {} };
  const forbidden = { code: "FORBIDDEN" };
  expect(await refusalOf(group.change(createPlan, input))).toMatchObject(forbidden);
  expect(await refusalOf(group.change(updatePlan, one))).toMatchObject(forbidden);
  expect(await refusalOf(group.change(releasePlan, at(plan)))).toMatchObject(forbidden);
  expect(await refusalOf(group.change(retirePlan, at(plan)))).toMatchObject(forbidden);
  expect(await refusalOf(stranger.ask(getPlan, { code: plan.code }))).toEqual(
    await refusalOf(group.ask(getPlan, { code: "none" })),
  );
  expect(await refusalOf(stranger.change(retirePlan, at(plan), stranger.administrator))).toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await stranger.ask(listPlans, {})).toEqual({ items: [], nextCursor: null });
  const theirs = await aProvider(stranger);
  expect(await refusalOf(aPlan(group, { providerId: theirs.providerId }))).toMatchObject({
    code: "NOT_FOUND",
    fields: [{ path: "providerId" }],
  });
});
