import type {
  Contract,
  ContractChanges,
  ContractInput,
  ContractResult,
  Plan,
  PlanInput,
  VehicleInput,
} from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { describe, expect, test } from "vitest";
import { createContract } from "../contracts/create.ts";
import { getContract } from "../contracts/get.ts";
import { submitContract } from "../contracts/submit.ts";
import { updateContract } from "../contracts/update.ts";
import {
  aClock,
  aContract,
  aContractInput,
  aDealerGroup,
  aParty,
  aReadyPlan,
  aVehicle,
  refusalOf,
} from "../testing/index.ts";
import { recordOdometer } from "../vehicles/record-odometer.ts";
import { newPlanVersion } from "./new-version.ts";
import { offerPlans } from "./offer.ts";
import { releasePlan } from "./release.ts";
import { retirePlan } from "./retire.ts";
import { updatePlan } from "./update.ts";

// A Monday in March 2026.
const { database } = await testDatabase({ clock: aClock().now });
const group = await aDealerGroup(database);
const { administrator, hamburg } = group;

async function aCar(facts: Partial<VehicleInput> = {}) {
  const { vehicleId } = await aVehicle(group, {
    firstRegistrationDate: "2024-05-02",
    fuel: "petrol",
    ...facts,
  });
  const odometer = { value: 12_000, unit: "KM" as const };
  await group.change(recordOdometer, { vehicleId, odometer, date: "2026-02-27", source: "workshop" });
  return vehicleId;
}

const parties = [{ role: "HOLDER" as const, partyId: (await aParty(group)).partyId }];
const sale = (plan: Plan, vehicleId: string, facts: Partial<ContractInput> = {}): ContractInput => ({
  storeId: hamburg.storeId,
  vehicleId,
  type: plan.type,
  plan: { code: plan.code, version: plan.version },
  status: "PENDING",
  parties,
  ...facts,
});
const sell = async (contract: ContractInput) =>
  (await group.change(createContract, { idempotencyKey: newId(), contract })).contract;
const codes = async (refused: Promise<unknown>) => {
  const problem = await refusalOf(refused);
  return [problem.code, ...(problem.fields ?? []).map(({ path, code }) => `${path} ${code}`)];
};
const offers = async (vehicleId: string, storeId = hamburg.storeId, more = {}) =>
  group.ask(offerPlans, { vehicleId, storeId, ...more }, group.viewer);

describe("what is offered for a vehicle", async () => {
  const dealers = await aDealerGroup(database, "Ostwind Motors");
  const plan = (facts: Partial<PlanInput>) => aReadyPlan(dealers, facts);
  await plan({ name: "Service Plan 4" });
  await plan({ name: "Battery Cover", eligibility: { fuels: ["electric"] } });
  await plan({
    name: "Protect Select",
    eligibility: { minAgeMonths: 36, maxOdometer: { value: 5_000, unit: "MI" } },
  });
  await plan({ name: "Care", prices: [{ grossMinor: 100_000, taxRate: "19", currency: "EUR" }] });
  const { vehicleId } = await aVehicle(dealers, { fuel: "petrol", firstRegistrationDate: "2024-05-02" });
  await dealers.change(recordOdometer, {
    vehicleId,
    odometer: { value: 12_000, unit: "KM" },
    date: "2026-02-27",
    source: "workshop",
  });
  const offered = async (storeId: string, more = {}) =>
    dealers.ask(offerPlans, { vehicleId, storeId, ...more }, dealers.viewer);

  test("is every plan that is ready: with terms and price of the store, or with all reasons", async () => {
    const { offers, saleDate } = await offered(dealers.hamburg.storeId);
    expect(saleDate).toBe("2026-03-02");
    expect(offers.map((one) => `${one.plan.name}: ${one.eligible}`)).toEqual([
      "Care: true",
      "Service Plan 4: true",
      "Battery Cover: false",
      "Protect Select: false",
    ]);
    expect(offers[1]).toMatchObject({
      reasons: [],
      price: { grossMinor: 89_900, currency: "EUR" },
      terms: {
        startDate: "2026-03-02",
        endDate: "2030-03-01",
        distance: {
          startOdometer: { value: 12_000, unit: "KM" },
          endOdometer: { value: 72_000, unit: "KM" },
        },
      },
    });
    expect(offers[3]).toMatchObject({
      terms: null,
      reasons: [{ code: "AGE_TOO_LOW" }, { code: "ODOMETER_TOO_HIGH" }],
    });
  });

  test("is in miles and pounds where the store is, and not what is sold in euros alone", async () => {
    const { offers } = await offered(dealers.leeds.storeId);
    expect(offers.find(({ plan }) => plan.name === "Service Plan 4")).toMatchObject({
      price: { grossMinor: 74_900, currency: "GBP" },
      terms: { distance: { startOdometer: { value: 7_457, unit: "MI" } } },
    });
    expect(offers.find(({ plan }) => plan.name === "Care")).toMatchObject({
      eligible: false,
      price: null,
      reasons: [{ code: "CURRENCY_NOT_SOLD" }],
    });
  });

  test("goes by the day and the odometer of the sale, where they are said", async () => {
    const input = { saleDate: "2026-01-10", odometer: { value: 11_000, unit: "KM" as const } };
    const { offers } = await offered(dealers.hamburg.storeId, input);
    expect(offers[1]?.terms).toMatchObject({
      saleDate: "2026-01-10",
      startDate: "2026-01-10",
      distance: { endOdometer: { value: 71_000 } },
    });
  });

  test("is for who may see the store, and of a vehicle that there is", async () => {
    const refused = (actor = dealers.advisorOfHamburg) =>
      refusalOf(dealers.ask(offerPlans, { vehicleId, storeId: dealers.leeds.storeId }, actor));
    expect(await refused()).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(offers(vehicleId))).toMatchObject({ code: "NOT_FOUND" });
  });
});

test("a sale needs vehicle, store, plan and holder; the rest is copied from the plan", async () => {
  const plan = await aReadyPlan(group, { refundRuleSet: { code: "BALANCE", version: 1 } });
  const contract = await sell(sale(plan, await aCar()));
  expect(contract).toMatchObject({
    status: "PENDING",
    effectiveStatus: "ACTIVE",
    type: "SERVICE_PLAN",
    providerId: plan.providerId,
    description: "Service Plan 4",
    saleDate: "2026-03-02",
    startDate: "2026-03-02",
    endDate: "2030-03-01",
    distance: { endOdometer: { value: 72_000, unit: "KM" } },
    allowances: [{ code: "SERVICE", quantity: 4 }],
    price: { grossMinor: 89_900, currency: "EUR" },
    refundRuleSet: { code: "BALANCE", version: 1 },
    transferPolicy: { kind: "AUTOMATIC" },
  });
});

test("a sale with a number keeps it from another of the plan's provider", async () => {
  const plan = await aReadyPlan(group);
  const vehicleId = await aCar();
  await sell(sale(plan, vehicleId, { contractNumber: "LSP-1" }));
  expect(await codes(sell(sale(plan, vehicleId, { contractNumber: "LSP-1" })))).toEqual([
    "DUPLICATE",
    "contractNumber DUPLICATE",
  ]);
});

test("a plan that follows the manufacturer's warranty starts the day after it", async () => {
  const plan = await aReadyPlan(group, { startBasis: "END_OF_MANUFACTURER_WARRANTY" });
  const vehicleId = await aCar();
  expect(await codes(sell(sale(plan, vehicleId)))).toEqual(["RULE_BROKEN", "plan WARRANTY_UNKNOWN"]);
  await aContract(group, {
    vehicleId,
    type: "MANUFACTURER_WARRANTY",
    status: "ACTIVE",
    startDate: "2024-05-02",
    termMonths: 36,
  });
  expect(await sell(sale(plan, vehicleId))).toMatchObject({
    startDate: "2027-05-02",
    endDate: "2031-05-01",
    effectiveStatus: "PENDING",
  });
});

test("what the plan does not leave to the sale is refused by its code, and what it leaves is taken", async () => {
  const plan = await aReadyPlan(group, {
    mayChange: ["price"],
    prices: [{ grossMinor: 89_900, lowestGrossMinor: 85_000, taxRate: "19", currency: "EUR" }],
  });
  const vehicleId = await aCar();
  const at = (grossMinor: number, more = {}) =>
    sale(plan, vehicleId, { price: { grossMinor, currency: "EUR" }, ...more });
  expect(await codes(sell(at(84_999, { termMonths: 60 })))).toEqual([
    "RULE_BROKEN",
    "termMonths PLAN_DIFFERS",
    "price.grossMinor PRICE_OUT_OF_RANGE",
  ]);
  expect(await sell(at(85_000))).toMatchObject({
    price: { grossMinor: 85_000, taxRate: "19" },
    termMonths: 48,
  });
});

test("a vehicle that the plan is not for gets none, not even a quote", async () => {
  const plan = await aReadyPlan(group, { eligibility: { makes: ["BMW"] } });
  const refused = sell(sale(plan, await aCar(), { status: "DRAFT" }));
  expect(await codes(refused)).toEqual(["RULE_BROKEN", "plan MAKE_NOT_COVERED"]);
});

describe("a plan that the catalogue does not hold a contract to:", () => {
  test("one it does not have, or not in this version, is a reference", async () => {
    const { code } = await aReadyPlan(group);
    for (const plan of [
      { code: "DS36", version: 2 },
      { code, version: 9 },
    ]) {
      const input = await aContractInput(group, { plan, status: "PENDING" });
      expect(await sell(input)).toMatchObject({ plan, termMonths: 36, price: { grossMinor: 100_000 } });
    }
  });

  test("what another system sold, or what runs already, is recorded as it was sold there", async () => {
    const plan = await aReadyPlan(group);
    const { plan: retired } = await group.change(retirePlan, plan, administrator);
    const named = { plan: { code: retired.code, version: retired.version } };
    const origin = { sourceSystem: "AUTOLINE_DRIVE" as const };
    expect(await sell(await aContractInput(group, { ...named, status: "ACTIVE" }))).toMatchObject(named);
    expect(await sell(await aContractInput(group, { ...named, status: "PENDING", origin }))).toMatchObject(
      named,
    );
  });
});

test("a draft or retired version is not sold", async () => {
  const vehicleId = await aCar();
  const first = await aReadyPlan(group);
  const again = { idempotencyKey: newId(), code: first.code };
  const { plan: draft } = await group.change(newPlanVersion, again, administrator);
  expect(await codes(sell(sale(draft, vehicleId)))).toEqual(["RULE_BROKEN", "plan PLAN_NOT_READY"]);
  await group.change(releasePlan, draft, administrator);
  expect(await codes(sell(sale(first, vehicleId)))).toEqual(["RULE_BROKEN", "plan PLAN_NOT_READY"]);
});

test("a new version of a plan never changes a sold contract", async () => {
  const plan = await aReadyPlan(group);
  const { contractId } = await sell(sale(plan, await aCar()));
  const before = await group.ask(getContract, { contractId });
  const again = { idempotencyKey: newId(), code: plan.code };
  const { plan: draft } = await group.change(newPlanVersion, again, administrator);
  const changes = {
    name: "Dearer",
    termMonths: 12,
    allowances: null,
    coverage: [{ code: "*", treatment: "COVERED" as const, partsPercent: 1, labourPercent: 1 }],
  };
  const { plan: changed } = await group.change(updatePlan, { ...draft, changes }, administrator);
  await group.change(releasePlan, changed, administrator);
  await group.change(retirePlan, { ...changed, revision: changed.revision + 1 }, administrator);
  expect(await group.ask(getContract, { contractId })).toEqual(before);
});

const submit = ({ contractId, version }: Contract) => group.change(submitContract, { contractId, version });
const update = ({ contractId, version }: Contract, changes: ContractChanges, correction = false) =>
  group.change(
    updateContract,
    { contractId, version, changes, ...(correction && { correction: { reason: "entered wrongly" } }) },
    administrator,
  );
const edited = async (...asked: Parameters<typeof update>) => (await update(...asked)).contract;

describe("a quote by a plan", () => {
  const quote = async (facts: Partial<PlanInput> = {}) => {
    const plan = await aReadyPlan(group, facts);
    return { plan, contract: await sell(sale(plan, await aCar(), { status: "DRAFT" })) };
  };

  test("is sold as it is", async () => {
    const { contract } = await quote();
    expect((await submit(contract)).contract.status).toBe("PENDING");
  });

  const dearer = { price: { grossMinor: 99_900, taxRate: "19", currency: "EUR" }, waitingDays: 5 };

  test("that was changed beside the plan since is not sold, with the fields", async () => {
    const { contract } = await quote();
    expect(await codes(submit(await edited(contract, dearer)))).toEqual([
      "RULE_BROKEN",
      "waitingDays PLAN_DIFFERS",
      "price PLAN_DIFFERS",
    ]);
  });

  test("whose version is no longer sold is made anew", async () => {
    const { plan, contract } = await quote();
    await group.change(retirePlan, plan, administrator);
    expect(await codes(submit(contract))).toEqual(["RULE_BROKEN", "plan PLAN_NOT_READY"]);
  });

  test("that was sold and has not begun keeps the plan's terms, but for a correction; a retired plan is still its own", async () => {
    const plan = await aReadyPlan(group, { startBasis: "EXPLICIT" });
    const contract = await sell(sale(plan, await aCar(), { startDate: "2026-05-01" }));
    await group.change(retirePlan, plan, administrator);
    expect(await codes(edited(contract, dearer))).toEqual([
      "RULE_BROKEN",
      "waitingDays PLAN_DIFFERS",
      "price PLAN_DIFFERS",
    ]);
    const other = { plan: { code: "OTHER", version: 1 } };
    expect(await codes(edited(contract, other))).toEqual(["RULE_BROKEN", "plan PLAN_DIFFERS"]);
    const noted = await edited(contract, { notes: "calls after five", startDate: "2026-06-01" });
    expect(noted).toMatchObject({ startDate: "2026-06-01", endDate: "2030-05-31" });
    expect(await edited(noted, dearer, true)).toMatchObject({ price: { grossMinor: 99_900 } });
  });
});

describe("a term that a sale leaves open is the plan's again:", async () => {
  const plan = await aReadyPlan(group, {
    startBasis: "EXPLICIT",
    refundRuleSet: { code: "BALANCE", version: 1 },
    transferPolicy: { kind: "NONE" },
    waitingDays: 14,
    deductible: {
      kind: "PER_VISIT",
      amounts: [
        { amountMinor: 10_000, currency: "EUR" },
        { amountMinor: 8_000, currency: "GBP" },
      ],
    },
  });
  const open: ContractChanges = {
    ...{ description: null, providerId: null, saleDate: null, waitingDays: null, price: null },
    ...{ termMonths: null, endDate: null, openEnded: null, distance: null, engineHours: null },
    ...{ coverage: null, allowances: null, deductible: null, refundRuleSet: null, transferPolicy: null },
  };

  test.each(["DRAFT", "PENDING"] as const)("cleared in a contract that is %s", async (status) => {
    const made = await sell(sale(plan, await aCar(), { startDate: "2026-05-01", status }));
    expect(made).toMatchObject({ status, transferPolicy: { kind: "NONE" } });
    for (const [field, value] of Object.entries(open))
      expect(await edited(made, { [field]: value }), field).toEqual(made);
    expect(await edited(made, open)).toEqual(made);
  });

  test("missing in a draft that is sold", async () => {
    const { contractId } = await sell(sale(plan, await aCar(), { startDate: "2026-05-01", status: "DRAFT" }));
    // A correction puts what was entered right, and may leave out what no sale may.
    const none = {
      price: null,
      description: null,
      refundRuleSet: null,
      transferPolicy: null,
      saleDate: null,
    };
    const cleared = await edited(await group.ask(getContract, { contractId }), none, true);
    expect(cleared).toMatchObject(none);
    expect((await submit(cleared)).contract).toMatchObject({
      status: "PENDING",
      description: plan.name,
      saleDate: "2026-03-02",
      price: { grossMinor: 89_900 },
      refundRuleSet: { code: "BALANCE", version: 1 },
      transferPolicy: { kind: "NONE" },
    });
    expect(await group.ask(getContract, { contractId })).toMatchObject({ transferPolicy: { kind: "NONE" } });
  });

  test("and a start by the end of the manufacturer's warranty is that again", async () => {
    const follows = await aReadyPlan(group, { startBasis: "END_OF_MANUFACTURER_WARRANTY" });
    const vehicleId = await aCar();
    const warranty = { vehicleId, type: "MANUFACTURER_WARRANTY" as const, status: "ACTIVE" as const };
    await aContract(group, { ...warranty, startDate: "2024-05-02", termMonths: 36 });
    const made = await sell(sale(follows, vehicleId));
    expect(made.startDate).toBe("2027-05-02");
    expect(await edited(made, { startDate: null })).toEqual(made);
  });
});

describe("the odometer at the start of a sale", async () => {
  const plan = await aReadyPlan(group, { startBasis: "EXPLICIT" });
  const from = (value: number) => ({
    kind: "limited" as const,
    limit: { value: 60_000, unit: "KM" as const },
    startOdometer: { value, unit: "KM" as const },
  });
  const low = ["RULE_BROKEN", "distance.startOdometer START_ODOMETER_BELOW_LAST"];
  const warned = async (changing: Promise<ContractResult>) =>
    (await changing).warnings.map(({ code, fields }) => `${fields[0]?.path} ${code}`);

  test("does not make a vehicle eligible that has been driven further, nor is a plan offered for it", async () => {
    const few = await aReadyPlan(group, { eligibility: { maxOdometer: { value: 10_000, unit: "KM" } } });
    const vehicleId = await aCar();
    const sold = sell(sale(few, vehicleId, { distance: from(9_000) }));
    expect(await codes(sold)).toEqual(["RULE_BROKEN", "plan ODOMETER_TOO_HIGH"]);
    const { offers: offered } = await offers(vehicleId, hamburg.storeId, {
      odometer: { value: 9_000, unit: "KM" },
    });
    expect(offered.find((offer) => offer.plan.code === few.code)?.reasons).toMatchObject([
      { code: "ODOMETER_TOO_HIGH" },
    ]);
  });

  test("is no lower than the last reading by then, when it is made, changed or moved, but for a start before the readings", async () => {
    const vehicleId = await aCar();
    const at = (startDate: string, value: number, status: "DRAFT" | "PENDING" = "PENDING") =>
      sale(plan, vehicleId, { startDate, distance: from(value), status });
    expect(await codes(sell(at("2026-05-01", 11_999)))).toEqual(low);
    const early = await sell(at("2026-02-26", 0, "DRAFT"));
    expect(await codes(edited(early, { startDate: "2026-02-27" }))).toEqual(low);
    for (const status of ["DRAFT", "PENDING"] as const) {
      const made = await sell(at("2026-05-01", 12_000, status));
      expect(await codes(edited(made, { distance: from(11_999) }))).toEqual(low);
      expect(await edited(made, { distance: from(11_999) }, true)).toMatchObject({ distance: from(11_999) });
    }
  });

  test("far above it, or above a later one, is warned of when it is made, changed and sold", async () => {
    const vehicleId = await aCar();
    const far = ["distance.startOdometer START_ODOMETER_FAR_ABOVE_LAST"];
    const contract = sale(plan, vehicleId, {
      startDate: "2026-05-01",
      distance: from(40_000),
      status: "DRAFT",
    });
    const make = (facts: Partial<ContractInput>) =>
      group.change(createContract, { idempotencyKey: newId(), contract: { ...contract, ...facts } });
    expect(await warned(make({}))).toEqual(far);
    expect(await warned(make({ startDate: "2026-02-01" }))).toEqual([
      "distance.startOdometer START_ODOMETER_ABOVE_NEXT",
    ]);
    const near = (await make({ distance: null })).contract;
    expect(await warned(update(near, { distance: from(40_000) }))).toEqual(far);
    const draft = await group.ask(getContract, { contractId: near.contractId });
    expect(await warned(update(draft, { notes: "calls after five" }))).toEqual([]);
    expect(await warned(submit({ ...draft, version: draft.version + 1 }))).toEqual(far);
    const sold = (await make({ status: "PENDING", distance: null, vehicleId: await aCar() })).contract;
    expect(await warned(update(sold, { distance: from(40_000) }))).toEqual(far);
  });
});

test("a quote whose vehicle has been driven on is sold by what is read now", async () => {
  const plan = await aReadyPlan(group, {
    startBasis: "EXPLICIT",
    eligibility: { maxOdometer: { value: 15_000, unit: "KM" } },
  });
  const vehicleId = await aCar();
  const quote = await sell(sale(plan, vehicleId, { startDate: "2026-05-01", status: "DRAFT" }));
  const read = (value: number) =>
    group.change(recordOdometer, {
      ...{ vehicleId, date: "2026-03-02", source: "workshop" },
      odometer: { value, unit: "KM" },
    });
  await read(14_000);
  expect(await codes(submit(quote))).toEqual([
    "RULE_BROKEN",
    "distance.startOdometer START_ODOMETER_BELOW_LAST",
  ]);
  const anew = await edited(quote, { distance: null });
  expect(anew.distance).toMatchObject({ startOdometer: { value: 14_000 }, endOdometer: { value: 74_000 } });
  await read(15_001);
  expect(await codes(submit(anew))).toContain("plan ODOMETER_TOO_HIGH");
});

test("a sale is dated today or earlier, at its store, when it is made, changed and sold", async () => {
  const plan = await aReadyPlan(group, { startBasis: "EXPLICIT" });
  const vehicleId = await aCar();
  const on = (saleDate: string, status: "DRAFT" | "PENDING") =>
    sell(sale(plan, vehicleId, { startDate: "2026-05-01", saleDate, status }));
  const refused = ["RULE_BROKEN", "saleDate SALE_IN_FUTURE"];
  for (const status of ["DRAFT", "PENDING"] as const) {
    expect(await codes(on("2026-03-03", status))).toEqual(refused);
    const made = await on("2026-03-02", status);
    expect(await codes(edited(made, { saleDate: "2026-03-03" }))).toEqual(refused);
    const corrected = await edited(made, { saleDate: "2026-03-03" }, true);
    if (status === "DRAFT") expect(await codes(submit(corrected))).toEqual(refused);
  }
  const besides = await aContractInput(group, { saleDate: "2026-03-03", status: "PENDING" });
  expect(await sell(besides)).toMatchObject({ saleDate: "2026-03-03" });
});
