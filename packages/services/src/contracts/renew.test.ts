import type { ContractInput, Plan } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../actor.ts";
import { newPlanVersion } from "../plans/new-version.ts";
import { releasePlan } from "../plans/release.ts";
import { retirePlan } from "../plans/retire.ts";
import { updatePlan } from "../plans/update.ts";
import {
  aClock,
  aContract,
  aContractInput,
  aDealerGroup,
  anActiveContract,
  aReadyPlan,
  aVehicle,
  faultsOf,
  historyOf,
  monday,
  refusalOf,
} from "../testing/index.ts";
import { recordOdometer } from "../vehicles/record-odometer.ts";
import { createContract } from "./create.ts";
import { extendContract } from "./extend.ts";
import { getContract } from "./get.ts";
import { listContracts } from "./list.ts";
import { renewContract } from "./renew.ts";
import { suspendContract } from "./suspend.ts";
import { verifyContractHistory } from "./verify-history.ts";
import { voidContract } from "./void.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");
beforeEach(() => clock.set(monday));

type At = { contractId: string; version: number };
const at = ({ contractId, version }: At): At => ({ contractId, version });
const renew = (one: At, actor?: Actor, idempotencyKey = newId()) =>
  group.change(renewContract, { idempotencyKey, ...at(one) }, actor).then(({ contract }) => contract);
const read = (contractId: string) => group.ask(getContract, { contractId });
const active = (facts: Partial<ContractInput> = {}) => anActiveContract(group, facts);
const why = { reason: "Sold in error" };

test("the successor follows the day after, for as long, from the latest reading, and both name each other", async () => {
  const { vehicleId } = await aVehicle(group);
  const former = await active({ vehicleId, waitingDays: 30, contractNumber: "EW-7", notes: "Calls back" });
  const odometer = { value: 30_500, unit: "KM" as const };
  await group.change(recordOdometer, { vehicleId, odometer, date: "2026-03-01", source: "workshop" });
  const successor = await renew(former);
  expect(successor).toEqual({
    ...former,
    contractId: successor.contractId,
    version: 1,
    status: "PENDING",
    effectiveStatus: "PENDING",
    contractNumber: null,
    notes: null,
    parties: [{ role: "HOLDER", partyId: former.parties[0]?.partyId, from: "2029-02-01", to: null }],
    saleDate: "2026-03-02",
    startDate: "2029-02-01",
    endDate: "2032-01-31",
    waitingDays: 0,
    distance: {
      kind: "limited",
      limit: { value: 60_000, unit: "KM" },
      startOdometer: { value: 30_500, unit: "KM" },
      endOdometer: { value: 90_500, unit: "KM" },
    },
    predecessorId: former.contractId,
    successorId: null,
    createdAt: monday,
    updatedAt: monday,
  });
  expect(await read(former.contractId)).toMatchObject({
    version: 2,
    status: "ACTIVE",
    successorId: successor.contractId,
  });
  const [made] = await historyOf(group, successor.contractId);
  expect(made).toMatchObject({ action: "contract.created", revision: 1 });
  expect((await historyOf(group, former.contractId)).at(-1)).toMatchObject({
    action: "contract.renewed",
    changes: [{ field: "successorId", before: null, after: successor.contractId }],
  });
  for (const one of [former, successor])
    expect(await group.ask(verifyContractHistory, at(one))).toMatchObject({ intact: true });
});

test("the successor is found as any contract is, and passes no limit yet", async () => {
  const former = await active();
  const successor = await renew(former);
  const { items } = await group.ask(listContracts, {
    vehicleId: former.vehicleId,
    filter: { effectiveStatus: ["PENDING"] },
  });
  expect(items.map(({ contractId, holder }) => [contractId, holder?.name])).toEqual([
    [successor.contractId, "Erika Mustermann"],
  ]);
});

describe("by a plan of the catalogue", () => {
  const sold = async (facts: Parameters<typeof aReadyPlan>[1] = {}) => {
    const plan = await aReadyPlan(group, facts);
    const input = {
      ...(await aContractInput(group)),
      type: "SERVICE_PLAN" as const,
      providerId: plan.providerId,
    };
    const { termMonths: _t, startDate: _s, price: _p, saleDate: _d, ...asThePlan } = input;
    const contract: ContractInput = {
      ...asThePlan,
      status: "PENDING",
      plan: { code: plan.code, version: 1 },
    };
    const made = await group.change(createContract, { idempotencyKey: newId(), contract });
    return { plan, former: made.contract };
  };
  const next = async (code: string, changes: object) => {
    const by = group.administrator;
    const { plan } = await group.change(newPlanVersion, { idempotencyKey: newId(), code }, by);
    const changed = await group.change(updatePlan, { ...idOf(plan), changes }, by);
    return group.change(releasePlan, idOf(changed.plan), by);
  };
  const idOf = ({ code, version, revision }: Plan) => ({ code, version, revision });

  test("the successor has its version and price of today, and the terms that go with them", async () => {
    const { plan, former } = await sold();
    await next(plan.code, {
      name: "Service Plan 5",
      termMonths: 60,
      allowances: [{ code: "SERVICE", quantity: 5, dueAfterMonths: 12 }],
      prices: [{ grossMinor: 99_900, taxRate: "19", currency: "EUR" }],
    });
    const successor = await renew(former);
    expect(successor).toMatchObject({
      plan: { code: plan.code, version: 2 },
      description: "Service Plan 5",
      price: { grossMinor: 99_900, currency: "EUR" },
      allowances: [{ code: "SERVICE", quantity: 5 }],
      startDate: "2030-03-02",
      endDate: "2034-03-01",
      termMonths: 48,
      distance: { limit: { value: 60_000, unit: "KM" } },
    });
    expect(await read(former.contractId)).toMatchObject({
      plan: { version: 1 },
      price: { grossMinor: 89_900 },
    });
  });

  test("what is no longer sold has no price of today", async () => {
    const { plan, former } = await sold();
    await group.change(retirePlan, idOf(plan), group.administrator);
    expect(await faultsOf(renew(former))).toEqual({ plan: "PLAN_NOT_READY" });
  });
});

test("the same call again answers the same successor; the key with another contract is refused", async () => {
  const former = await active();
  const key = newId();
  const successor = await renew(former, undefined, key);
  expect(await renew(former, undefined, key)).toEqual(successor);
  expect(await refusalOf(renew(await active(), undefined, key))).toMatchObject({
    code: "IDEMPOTENCY_KEY_REUSED",
  });
  expect(await historyOf(group, former.contractId)).toHaveLength(2);
});

test("what is renewed is neither renewed again nor extended", async () => {
  const former = await active();
  await renew(former);
  const now = await read(former.contractId);
  expect(await faultsOf(renew(now))).toEqual({ successorId: "ALREADY_RENEWED" });
  expect(await faultsOf(group.change(extendContract, { ...at(now), months: 1 }))).toEqual({
    successorId: "ALREADY_RENEWED",
  });
});

test("a successor that was voided is none: the contract may be extended and renewed again", async () => {
  const former = await active();
  const first = await renew(former);
  await group.change(voidContract, { ...at(first), ...why });
  await group.change(extendContract, { ...at(await read(former.contractId)), months: 12 });
  const second = await renew(await read(former.contractId));
  expect(second).toMatchObject({ predecessorId: former.contractId, startDate: "2030-02-01" });
  expect(await read(former.contractId)).toMatchObject({ successorId: second.contractId });
});

test("two who renew at once make one successor", async () => {
  const former = await active();
  const calls = await Promise.allSettled([
    renew(former),
    renew(former, group.advisorOfHamburg),
    renew(former, group.administrator),
  ]);
  expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  for (const call of calls)
    if (call.status === "rejected") expect(call.reason).toMatchObject({ problem: { code: "STALE_VERSION" } });
  const { items } = await group.ask(listContracts, { vehicleId: former.vehicleId });
  expect(items).toHaveLength(2);
});

test("who renews while another extends comes too late, and nothing is made", async () => {
  const former = await active();
  const calls = await Promise.allSettled([
    renew(former),
    group.change(extendContract, { ...at(former), months: 12 }),
  ]);
  expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const { items } = await group.ask(listContracts, { vehicleId: former.vehicleId });
  expect(items).toHaveLength(calls[0].status === "fulfilled" ? 2 : 1);
});

test.each<[string, () => Promise<At>, Record<string, string>]>([
  ["a draft", () => aContract(group), { status: "WRONG_STATUS" }],
  [
    "what waits for its start",
    () => aContract(group, { status: "PENDING", startDate: "2026-03-03" }),
    { status: "WRONG_STATUS" },
  ],
  ["what has no end", () => active({ termMonths: null, openEnded: true }), { endDate: "OPEN_ENDED" }],
])("%s is not renewed", async (_, make, faults) => {
  expect(await faultsOf(renew(await make()))).toEqual(faults);
});

test("a suspended contract is renewed, and to its last day in its own store; what has expired is sold anew", async () => {
  const suspended = await group.change(suspendContract, { ...at(await active()), reason: "Stolen" });
  expect((await renew(suspended.contract)).status).toBe("PENDING");
  const last = await active();
  clock.set("2029-01-31T22:59:00.000Z"); // in Hamburg a minute before midnight
  expect((await renew(last)).startDate).toBe("2029-02-01");
  const late = await active({ startDate: "2027-02-01", termMonths: 24 });
  clock.set("2029-01-31T23:00:00.000Z");
  expect(await faultsOf(renew(late))).toEqual({ status: "WRONG_STATUS" });
});

test("it takes an advisor of the contract's store; another group's contract is not there", async () => {
  const ofLeeds = await active({ storeId: group.leeds.storeId, price: { grossMinor: 1, currency: "GBP" } });
  for (const actor of [group.viewer, group.advisorOfHamburg])
    expect(await refusalOf(renew(ofLeeds, actor))).toMatchObject({ code: "FORBIDDEN" });
  const ofNobody = await refusalOf(renew({ contractId: newId(), version: 1 }));
  expect(ofNobody).toMatchObject({ code: "NOT_FOUND" });
  expect(await refusalOf(renew(await anActiveContract(stranger)))).toEqual(ofNobody);
});
