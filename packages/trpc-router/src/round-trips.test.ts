import { newId } from "@vehicle-contracts/database";
import { countedWay, testDatabase } from "@vehicle-contracts/database/testing";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import {
  aClock,
  aContract,
  aParty,
  aProvider,
  aReadyPlan,
  aStore,
  aUser,
  aVehicle,
  aVin,
} from "@vehicle-contracts/services/testing";
import { afterAll, describe, expect, test } from "vitest";
import { call, procedures } from "./testing/call.ts";
import { examplesOf } from "./testing/examples.ts";

const clock = aClock().now;
const { database, programUrl } = await testDatabase({ clock });
const { group, examples } = await examplesOf(database);
const way = await countedWay(programUrl);
const counted = openDatabase({ url: way.url, max: 1, clock });
afterAll(async () => {
  await counted.close();
  await way.close();
});

/** A question is one round trip, a change at most three: it looks, then writes, then writes what follows from that. */
const aim = { query: 1, mutation: 3 };

/** What must look before it asks. */
const exceptions: Readonly<Record<string, { trips: number; because: string }>> = {
  "contracts.list": {
    trips: 3,
    because:
      "which stores there are says what day it is there and so which contracts match; those found are then read whole",
  },
  "contracts.count": { trips: 2, because: "the same, without reading any" },
  "renewals.list": { trips: 2, because: "which stores there are says what day it is there" },
  "renewals.count": { trips: 2, because: "the same" },
};

/** Round trips of a call that has come before: what is new to a connection is described first. */
async function tripsOf(name: string, input: () => unknown): Promise<number> {
  const ask = async () => {
    const given = await input();
    way.roundTrips();
    const answer = await call(counted, group.administrator, name, given);
    expect(answer, answer.text).toMatchObject({ status: 200 });
    return way.roundTrips();
  };
  // What comes for the second time is kept prepared.
  for (const _ of ["first", "second", "third"]) await ask();
  return ask();
}

test("every procedure has an example", () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(procedures).sort());
});

test.each(
  Object.entries(examples).map(([name, { input }]) => ({
    name,
    input,
    most: exceptions[name]?.trips ?? aim[procedures[name]?._def.type ?? "query"],
  })),
)("$name takes at most $most round trips, counted at the protocol", async ({ name, input, most }) => {
  expect(await tripsOf(name, input)).toBeLessThanOrEqual(most);
});

test.each(Object.entries(exceptions))("%s is an exception", async (name, { trips }) => {
  expect(await tripsOf(name, () => examples[name]?.input())).toBe(trips);
});

describe("a change that carries what it changes on is three as well:", () => {
  test("a new VIN and plate", async () => {
    const { vehicleId } = await aVehicle(group);
    await aContract(group, { vehicleId });
    let version = 0;
    const input = () => {
      version += 1;
      return { vehicleId, version, changes: { vin: aVin(), licensePlate: `HH-A ${version}` } };
    };
    expect(await tripsOf("vehicles.update", input)).toBe(3);
  });

  test("a sale by a plan of the catalogue, which fills the terms in", async () => {
    const { code, version, providerId, type } = await aReadyPlan(group);
    const { vehicleId } = await aVehicle(group);
    const distance = {
      kind: "limited",
      limit: { value: 60_000, unit: "KM" },
      startOdometer: { value: 1, unit: "KM" },
    };
    const contract = { vehicleId, storeId: group.hamburg.storeId, type, providerId, distance };
    const input = () => ({
      idempotencyKey: newId(),
      contract: { ...contract, plan: { code, version } },
    });
    expect(await tripsOf("contracts.create", input)).toBe(3);
  });

  test("a new name of a holder", async () => {
    const { partyId } = await aParty(group);
    for (const _ of ["one", "two"]) await aContract(group, { parties: [{ role: "HOLDER", partyId }] });
    let version = 0;
    const input = () => {
      version += 1;
      return { partyId, version, changes: { familyName: `Name ${version}` } };
    };
    expect(await tripsOf("parties.update", input)).toBe(3);
  });

  test("a new name of a provider, which no other may have", async () => {
    const { providerId } = await aProvider(group);
    let version = 0;
    const input = () => {
      version += 1;
      return { providerId, version, changes: { name: `Insurer ${newId()}` } };
    };
    expect(await tripsOf("providers.update", input)).toBe(3);
  });

  test("a store's new name", async () => {
    const { storeId } = await aStore(group);
    let version = 0;
    const input = () => {
      version += 1;
      return { storeId, version, changes: { name: `Store ${version}` } };
    };
    expect(await tripsOf("stores.update", input)).toBe(3);
  });

  test("an administrator who is disabled", async () => {
    const input = async () => ({
      userId: (await aUser(group, "Otto Other", "administrator")).id,
      version: 1,
      changes: { disabled: true },
    });
    expect(await tripsOf("users.update", input)).toBe(3);
  });
});

test("vehicles are found by their make in one round trip too, though that is looked for only where nothing else is found", async () => {
  await aVehicle(group, { make: "Wartburg" });
  expect(await tripsOf("vehicles.list", () => ({ search: "wartburg" }))).toBe(1);
  expect(await tripsOf("vehicles.count", () => ({ search: "wartburg" }))).toBe(1);
});

test("the contracts of a vehicle are listed in one round trip", async () => {
  const { vehicleId } = await aVehicle(group);
  expect(await tripsOf("contracts.list", () => ({ vehicleId }))).toBe(1);
});
