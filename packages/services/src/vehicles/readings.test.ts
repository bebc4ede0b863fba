import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { describe, expect, test } from "vitest";
import {
  aClock,
  aDealerGroup,
  aStore,
  aUser,
  aVehicle,
  faultsOf,
  monday,
  refusalOf,
} from "../testing/index.ts";
import { getVehicle } from "./get.ts";
import { listReadings } from "./readings.ts";
import { recordHours } from "./record-hours.ts";
import { recordOdometer } from "./record-odometer.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");

type Facts = Partial<Parameters<typeof recordOdometer>[2]>;
const read = (vehicleId: string, value: number, date: string, facts: Facts = {}, actor = group.advisor) =>
  group.change(
    recordOdometer,
    { vehicleId, odometer: { value, unit: "KM" }, date, source: "workshop", ...facts },
    actor,
  );
const readHours = (vehicleId: string, hours: number, date: string, correction = false) =>
  group.change(recordHours, { vehicleId, hours, date, source: "customer", correction });

describe("an odometer reading", () => {
  test("is the vehicle's latest, in the unit as read, and leaves the version alone", async () => {
    const before = await aVehicle(group);
    const odometer = { value: 15_625, unit: "MI" as const };
    const { vehicle, warnings } = await read(before.vehicleId, 0, "2026-03-01", { odometer });
    expect(warnings).toEqual([]);
    expect(vehicle).toEqual({
      ...before,
      latestOdometer: { ...odometer, date: "2026-03-01", source: "workshop" },
    });
    expect(await group.ask(getVehicle, { vehicleId: before.vehicleId })).toEqual(vehicle);
  });

  test("of an earlier day takes its place there, and the latest stays", async () => {
    const { vehicleId } = await aVehicle(group);
    await read(vehicleId, 20_000, "2026-02-20");
    const { vehicle } = await read(vehicleId, 10_000, "2026-01-20");
    expect(vehicle.latestOdometer).toMatchObject({ value: 20_000, date: "2026-02-20" });
  });

  test("below the last, above the next or after today is refused; equal is fine", async () => {
    const { vehicleId } = await aVehicle(group);
    await read(vehicleId, 20_000, "2026-02-20");
    expect(await faultsOf(read(vehicleId, 19_999, "2026-02-21"))).toEqual({ odometer: "BELOW_LAST" });
    expect(await faultsOf(read(vehicleId, 20_001, "2026-02-19"))).toEqual({ odometer: "ABOVE_NEXT" });
    expect(await faultsOf(read(vehicleId, 20_001, "2026-03-03"))).toEqual({ date: "FUTURE_READING" });
    await read(vehicleId, 20_000, "2026-02-21");
    await read(vehicleId, 20_000, "2026-02-19");
    const odometer = { value: 12_427, unit: "MI" as const }; // 19,999.3 km: not a whole mile below
    expect((await read(vehicleId, 0, "2026-02-22", { odometer })).vehicle.latestOdometer?.unit).toBe("MI");
  });

  test("that corrects is always taken, but not from tomorrow, and withdraws what contradicts it", async () => {
    const { vehicleId } = await aVehicle(group);
    await read(vehicleId, 10_000, "2026-02-01");
    await read(vehicleId, 150_000, "2026-02-10");
    const { vehicle } = await read(vehicleId, 15_000, "2026-02-12", { correction: true });
    expect(vehicle.latestOdometer).toMatchObject({ value: 15_000 });
    await read(vehicleId, 15_200, "2026-02-13");
    const { odometer } = await group.ask(listReadings, { vehicleId });
    expect(odometer.map(({ value, withdrawn, correction }) => [value, withdrawn, correction])).toEqual([
      [10_000, false, false],
      [150_000, true, false],
      [15_000, false, true],
      [15_200, false, false],
    ]);
    const { kind, id, name } = group.advisor;
    expect(odometer.at(-1)?.recordedBy).toEqual({ kind, id, name, onBehalfOf: null });
    expect(await faultsOf(read(vehicleId, 15_000, "2026-03-03", { correction: true }))).toEqual({
      date: "FUTURE_READING",
    });
  });

  test("goes by the today of the store named, else by the latest of the granted stores", async () => {
    const auckland = await aStore(group, { name: "Auckland", timeZone: "Pacific/Auckland" });
    const inAuckland = await aUser(group, "Aroha Auckland", "advisor", [
      auckland.storeId,
      group.leeds.storeId,
    ]);
    clock.set("2026-03-02T13:00:00.000Z"); // 3 March in Auckland
    const { vehicleId } = await aVehicle(group);
    const at = (date: string, storeId: string | null, actor = inAuckland) =>
      read(vehicleId, 1_000, date, { storeId }, actor);
    expect(await faultsOf(at("2026-03-03", group.leeds.storeId))).toEqual({ date: "FUTURE_READING" });
    expect(await faultsOf(at("2026-03-03", null, group.advisorOfHamburg))).toEqual({
      date: "FUTURE_READING",
    });
    expect(await faultsOf(at("2026-03-04", null))).toEqual({ date: "FUTURE_READING" });
    await at("2026-03-03", null);
    await at("2026-03-03", auckland.storeId);
    clock.set(monday);
  });

  test("names only a store that is there and granted, and a vehicle of the group", async () => {
    const { vehicleId } = await aVehicle(group);
    const at = (storeId: string) => read(vehicleId, 1, "2026-03-01", { storeId }, group.advisorOfHamburg);
    expect(await refusalOf(at(group.leeds.storeId))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(at(newId()))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusalOf(at(stranger.leeds.storeId))).toEqual(await refusalOf(at(newId())));
    const theirs = await aVehicle(stranger);
    expect(await refusalOf(read(theirs.vehicleId, 1, "2026-03-01"))).toEqual(
      await refusalOf(read(newId(), 1, "2026-03-01")),
    );
    expect(await refusalOf(read(vehicleId, 1, "2026-03-01", {}, group.viewer))).toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("of two at once that contradict each other is one", async () => {
    const { vehicleId } = await aVehicle(group);
    const calls = await Promise.allSettled([
      read(vehicleId, 20_000, "2026-02-20"),
      read(vehicleId, 10_000, "2026-02-21"),
    ]);
    expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { odometer } = await group.ask(listReadings, { vehicleId });
    expect(odometer).toHaveLength(1);
  });

  test("twenty at once that agree are all taken, each in its place", async () => {
    const { vehicleId } = await aVehicle(group);
    await Promise.all(
      Array.from({ length: 20 }, (_, day) =>
        read(vehicleId, 1_000 + day, `2026-02-${String(day + 1).padStart(2, "0")}`),
      ),
    );
    const { odometer } = await group.ask(listReadings, { vehicleId });
    expect(odometer.map(({ value }) => value)).toEqual(Array.from({ length: 20 }, (_, day) => 1_000 + day));
    expect((await group.ask(getVehicle, { vehicleId })).latestOdometer?.value).toBe(1_019);
  });
});

describe("a reading of the engine hours", () => {
  test("is held to the same, in whole hours, apart from the odometer", async () => {
    const { vehicleId } = await aVehicle(group);
    await read(vehicleId, 20_000, "2026-02-20");
    await readHours(vehicleId, 100, "2026-02-20");
    expect(await faultsOf(readHours(vehicleId, 99, "2026-02-21"))).toEqual({ hours: "BELOW_LAST" });
    expect(await faultsOf(readHours(vehicleId, 101, "2026-02-19"))).toEqual({ hours: "ABOVE_NEXT" });
    expect(await faultsOf(readHours(vehicleId, 101, "2026-03-03"))).toEqual({ date: "FUTURE_READING" });
    const { vehicle } = await readHours(vehicleId, 90, "2026-02-21", true);
    expect(vehicle.latestHours).toEqual({ value: 90, date: "2026-02-21", source: "customer" });
    expect(vehicle.latestOdometer).toMatchObject({ value: 20_000 });
    const { hours } = await group.ask(listReadings, { vehicleId });
    expect(hours.map(({ value, withdrawn }) => [value, withdrawn])).toEqual([
      [100, true],
      [90, false],
    ]);
  });
});
