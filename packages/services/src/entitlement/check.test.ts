import type { CheckEntitlement, ContractInput, Distance } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { describe, expect, test } from "vitest";
import { getEnterprise } from "../enterprise/get.ts";
import { updateEnterprise } from "../enterprise/update.ts";
import {
  aClock,
  aDealerGroup,
  anActiveContract,
  aStore,
  aVehicle,
  monday,
  refusalOf,
} from "../testing/index.ts";
import { recordUsage } from "../usage/record.ts";
import { recordOdometer } from "../vehicles/record-odometer.ts";
import { checkEntitlement } from "./check.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");

const km = (value: number): Distance => ({ value, unit: "KM" });
const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
const everything = [{ code: "*", treatment: "COVERED" as const, partsPercent: 100, labourPercent: 100 }];
const engine = (amountMinor: number, lineId = "1") => ({
  lineId,
  code: "ENGINE",
  kind: "PARTS" as const,
  amount: eur(amountMinor),
});
const on = (vehicleId: string, facts: Partial<ContractInput> = {}) =>
  anActiveContract(group, { vehicleId, coverage: everything, ...facts });
const check = (vehicleId: string, facts: Partial<CheckEntitlement> = {}, actor = group.advisor) =>
  group.ask(
    checkEntitlement,
    {
      vehicleId,
      storeId: group.hamburg.storeId,
      odometer: km(20_000),
      lines: [engine(85_000)],
      ...facts,
    },
    actor,
  );
const read = (vehicleId: string, value: number, date: string, correction = false) =>
  group.change(recordOdometer, { vehicleId, odometer: km(value), date, source: "workshop", correction });

describe("a job", () => {
  test("is paid by one contract of the vehicle, whichever store sold it, and the others say why not", async () => {
    const { vehicleId } = await aVehicle(group);
    const sold = await on(vehicleId, { storeId: group.leeds.storeId, type: "MANUFACTURER_WARRANTY" });
    const extended = await on(vehicleId);
    const later = await on(vehicleId, { status: "PENDING", startDate: "2026-05-01" });
    const { lines, date, currency, warnings } = await check(vehicleId, {}, group.advisorOfHamburg);
    expect([date, currency, warnings]).toEqual(["2026-03-02", "EUR", []]);
    expect(lines).toMatchObject([
      {
        lineId: "1",
        decision: "COVERED",
        contractId: sold.contractId,
        basis: "COVERAGE",
        contractPays: eur(85_000),
        customerPays: eur(0),
        remaining: { distance: km(52_000), allowance: null },
      },
    ]);
    const why = new Map(lines[0]?.passedOver.map(({ contractId, reason }) => [contractId, reason]));
    expect(why.get(extended.contractId)).toBe("OUTRANKED");
    expect(why.get(later.contractId)).toBe("NOT_STARTED");
  });

  test("of a vehicle without contracts is not covered, and every field of a contract is null", async () => {
    const { vehicleId } = await aVehicle(group);
    expect((await check(vehicleId)).lines).toEqual([
      {
        lineId: "1",
        decision: "NOT_COVERED",
        contractId: null,
        basis: null,
        partsPercent: null,
        labourPercent: null,
        deductible: null,
        contractPays: eur(0),
        customerPays: eur(85_000),
        early: null,
        remaining: null,
        passedOver: [],
      },
    ]);
  });

  test("counts what the ledger has taken", async () => {
    const { vehicleId } = await aVehicle(group);
    const { contractId } = await on(vehicleId, {
      coverage: [],
      allowances: [{ code: "ENGINE", quantity: 1 }],
    });
    expect((await check(vehicleId)).lines).toMatchObject([
      { basis: "ALLOWANCE", remaining: { allowance: 0 } },
    ]);
    const done = { date: "2026-03-01", repairOrder: "RO-4711", job: "1" };
    const usage = { kind: "ALLOWANCE" as const, code: "ENGINE", quantity: 1, ...done };
    await group.change(recordUsage, { idempotencyKey: newId(), contractId, usage });
    expect((await check(vehicleId)).lines[0]?.passedOver).toEqual([
      { contractId, reason: "ALLOWANCE_EXHAUSTED" },
    ]);
  });

  test("is asked about on the day it is at the store that asks", async () => {
    const auckland = await aStore(group, { name: "Auckland", timeZone: "Pacific/Auckland" });
    const { vehicleId } = await aVehicle(group);
    await on(vehicleId, { startDate: "2026-02-01", termMonths: null, endDate: "2026-03-02" });
    clock.set("2026-03-02T13:00:00.000Z"); // 3 March in Auckland
    const asked = async (storeId: string) => {
      const { date, lines } = await check(vehicleId, { storeId });
      return [date, lines[0]?.decision];
    };
    expect(await asked(group.hamburg.storeId)).toEqual(["2026-03-02", "COVERED"]);
    expect(await asked(auckland.storeId)).toEqual(["2026-03-03", "NOT_COVERED"]);
    clock.set(monday);
  });
});

describe("the mileage", () => {
  test("is held to the last reading on or before the day, and a contradiction is said in words", async () => {
    const { vehicleId } = await aVehicle(group);
    const { contractId } = await on(vehicleId);
    await read(vehicleId, 30_000, "2026-02-20");
    await read(vehicleId, 40_000, "2026-03-01");
    const low = await check(vehicleId, { odometer: km(35_000) });
    expect(low.lines).toMatchObject([
      {
        decision: "UNDETERMINED",
        customerPays: eur(85_000),
        passedOver: [{ contractId, reason: "ODOMETER_BELOW_LAST" }],
      },
    ]);
    expect(low.warnings).toMatchObject([
      {
        code: "BELOW_LAST",
        message: expect.stringMatching(/^35,000 km is below the last reading, 40,000 km on 1 Mar 2026\./),
        fields: [{ path: "odometer" }],
      },
    ]);
    expect(low.lastReading).toEqual({ ...km(40_000), date: "2026-03-01" });

    const earlier = await check(vehicleId, { date: "2026-02-25", odometer: km(35_000) });
    expect([earlier.lines[0]?.decision, earlier.warnings]).toEqual(["COVERED", []]);
    const above = await check(vehicleId, { date: "2026-02-25", odometer: km(41_000) });
    expect(above.warnings).toMatchObject([{ code: "ABOVE_NEXT" }]);
  });

  test("that was corrected counts no more", async () => {
    const { vehicleId } = await aVehicle(group);
    await on(vehicleId);
    await read(vehicleId, 300_000, "2026-02-20");
    expect((await check(vehicleId)).lines[0]?.decision).toBe("UNDETERMINED");
    expect((await check(vehicleId, { odometer: null })).lines[0]?.passedOver[0]?.reason).toBe(
      "EXPIRED_DISTANCE",
    );
    await read(vehicleId, 19_000, "2026-02-21", true);
    expect(await check(vehicleId)).toMatchObject({ lines: [{ decision: "COVERED" }], warnings: [] });
  });
});

test("the enterprise's own order of choice holds from the next question on", async () => {
  const { vehicleId } = await aVehicle(group);
  const warranty = await on(vehicleId, { type: "MANUFACTURER_WARRANTY" });
  const extended = await on(vehicleId, { type: "EXTENDED_WARRANTY" });
  const payer = async () => (await check(vehicleId)).lines[0]?.contractId;
  expect(await payer()).toBe(warranty.contractId);
  const settings = () => group.ask(getEnterprise, undefined, group.administrator);
  const update = (version: number, changes: object, actor = group.administrator) =>
    group.change(updateEnterprise, { version, changes }, actor);
  const { version, orderOfChoice } = await settings();
  expect(orderOfChoice).toBeNull();
  const { enterprise } = await update(version, { orderOfChoice: [["EXTENDED_WARRANTY"]] });
  expect(enterprise).toMatchObject({ version: version + 1, orderOfChoice: [["EXTENDED_WARRANTY"]] });
  expect(await settings()).toEqual(enterprise);
  expect(await payer()).toBe(extended.contractId);

  expect(await refusalOf(update(version, { orderOfChoice: null }))).toMatchObject({
    code: "STALE_VERSION",
    current: enterprise,
  });
  expect((await update(enterprise.version, { orderOfChoice: [["EXTENDED_WARRANTY"]] })).enterprise).toEqual(
    enterprise,
  );
  const unknown = update(enterprise.version, { defaultRefundRuleSet: { code: "NOWHERE", version: 1 } });
  expect(await refusalOf(unknown)).toMatchObject({
    code: "NOT_FOUND",
    fields: [{ path: "defaultRefundRuleSet" }],
  });
  await update(enterprise.version, { orderOfChoice: null });
  expect(await payer()).toBe(warranty.contractId);
  expect(await refusalOf(update(1, {}, group.advisor))).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusalOf(group.ask(getEnterprise, undefined, group.advisor))).toMatchObject({
    code: "FORBIDDEN",
  });
});

test("a question is for whoever is granted the store that asks, about a vehicle of the group", async () => {
  const { vehicleId } = await aVehicle(group);
  const elsewhere = { storeId: group.leeds.storeId };
  expect(await refusalOf(check(vehicleId, elsewhere, group.advisorOfHamburg))).toMatchObject({
    code: "FORBIDDEN",
  });
  expect((await check(vehicleId, {}, group.viewer)).lines).toHaveLength(1);
  const theirs = await aVehicle(stranger);
  expect(await refusalOf(check(theirs.vehicleId))).toEqual(await refusalOf(check(newId())));
  expect(await refusalOf(check(vehicleId, { storeId: stranger.leeds.storeId }))).toMatchObject({
    code: "NOT_FOUND",
    fields: [{ path: "storeId" }],
  });
});
