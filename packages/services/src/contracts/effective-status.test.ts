import { addDays } from "@vehicle-contracts/contract-rules/temporal";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { describe, expect, test } from "vitest";
import {
  aClock,
  aContract,
  aDealerGroup,
  anActiveContract,
  aPendingContract,
  aStore,
  aVehicle,
  monday,
} from "../testing/index.ts";
import { recordHours } from "../vehicles/record-hours.ts";
import { recordOdometer } from "../vehicles/record-odometer.ts";
import { getContract } from "./get.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);

const statusOf = async ({ contractId }: { contractId: string }) => {
  const { status, effectiveStatus } = await group.ask(getContract, { contractId });
  return [status, effectiveStatus];
};
const at = async (instant: string, contract: { contractId: string }) => {
  clock.set(instant);
  const [, effective] = await statusOf(contract);
  clock.set(monday);
  return effective;
};

describe("the effective status goes by the calendar date of the contract's own store", () => {
  test.each([
    // A day of 23 hours, then one of 25.
    ["Europe/Berlin", "2026-03-29", "2026-03-28T22:59:59.999Z", "2026-03-28T23:00:00.000Z"],
    ["Europe/Berlin", "2026-03-30", "2026-03-29T21:59:59.999Z", "2026-03-29T22:00:00.000Z"],
    ["Pacific/Auckland", "2026-04-05", "2026-04-04T10:59:59.999Z", "2026-04-04T11:00:00.000Z"],
    ["Pacific/Auckland", "2026-04-06", "2026-04-05T11:59:59.999Z", "2026-04-05T12:00:00.000Z"],
    ["America/Los_Angeles", "2026-11-02", "2026-11-02T07:59:59.999Z", "2026-11-02T08:00:00.000Z"],
  ])("in %s %s begins at its midnight", async (timeZone, date, lastMoment, firstMoment) => {
    const { storeId } = await aStore(group, { name: `Store ${date}`, timeZone });
    const starting = await aPendingContract(group, { storeId, startDate: date, saleDate: null });
    expect(await at(lastMoment, starting)).toBe("PENDING");
    expect(await at(firstMoment, starting)).toBe("ACTIVE");
    // The day before is the last one covered.
    const ending = await aPendingContract(group, {
      storeId,
      termMonths: null,
      endDate: addDays(date, -1),
    });
    expect(await at(lastMoment, ending)).toBe("ACTIVE");
    expect(await at(firstMoment, ending)).toBe("EXPIRED");
  });

  test("so that two stores may differ about the same moment", async () => {
    const auckland = await aStore(group, { name: "Auckland", timeZone: "Pacific/Auckland" });
    const losAngeles = await aStore(group, { name: "Los Angeles", timeZone: "America/Los_Angeles" });
    const facts = { startDate: "2026-05-02", saleDate: null };
    const there = await aPendingContract(group, { ...facts, storeId: auckland.storeId });
    const here = await aPendingContract(group, { ...facts, storeId: losAngeles.storeId });
    expect(await at("2026-05-01T18:00:00.000Z", there)).toBe("ACTIVE");
    expect(await at("2026-05-01T18:00:00.000Z", here)).toBe("PENDING");
  });
});

describe("the effective status goes by the latest reading", () => {
  const read = (vehicleId: string, value: number, facts: { unit?: "KM" | "MI"; correction?: boolean } = {}) =>
    group.change(recordOdometer, {
      vehicleId,
      odometer: { value, unit: facts.unit ?? "KM" },
      date: "2026-03-01",
      source: "workshop",
      correction: facts.correction ?? false,
    });

  test("and its end is still covered, one more is not, and a correction takes that back", async () => {
    const { vehicleId } = await aVehicle(group);
    const contract = await anActiveContract(group, { vehicleId });
    await read(vehicleId, 72_000);
    expect(await statusOf(contract)).toEqual(["ACTIVE", "ACTIVE"]);
    await read(vehicleId, 72_001);
    expect(await statusOf(contract)).toEqual(["ACTIVE", "EXPIRED"]);
    await read(vehicleId, 71_000, { correction: true });
    expect(await statusOf(contract)).toEqual(["ACTIVE", "ACTIVE"]);
  });

  test("in miles too, to the millimetre", async () => {
    const { vehicleId } = await aVehicle(group);
    const contract = await anActiveContract(group, { vehicleId });
    await read(vehicleId, 44_738, { unit: "MI" });
    expect(await statusOf(contract)).toEqual(["ACTIVE", "ACTIVE"]);
    await read(vehicleId, 44_739, { unit: "MI" });
    expect(await statusOf(contract)).toEqual(["ACTIVE", "EXPIRED"]);
  });

  test("but not before the start, nor of a draft", async () => {
    const { vehicleId } = await aVehicle(group);
    await read(vehicleId, 80_000);
    const later = await aPendingContract(group, { vehicleId, startDate: "2026-03-10" });
    expect(await statusOf(later)).toEqual(["PENDING", "PENDING"]);
    expect(await at("2026-03-10T09:00:00.000Z", later)).toBe("EXPIRED");
    expect(await statusOf(await aContract(group, { vehicleId }))).toEqual(["DRAFT", "DRAFT"]);
  });

  test("of the engine hours too", async () => {
    const { vehicleId } = await aVehicle(group);
    const contract = await anActiveContract(group, {
      vehicleId,
      distance: { kind: "unlimited" },
      engineHours: { kind: "limited", limit: 500, startHours: 100 },
    });
    const hours = (value: number, correction = false) =>
      group.change(recordHours, {
        vehicleId,
        hours: value,
        date: "2026-03-01",
        source: "workshop",
        correction,
      });
    await hours(600);
    expect(await statusOf(contract)).toEqual(["ACTIVE", "ACTIVE"]);
    await hours(601);
    expect(await statusOf(contract)).toEqual(["ACTIVE", "EXPIRED"]);
    await hours(599, true);
    expect(await statusOf(contract)).toEqual(["ACTIVE", "ACTIVE"]);
  });
});
