import { countedWay, testDatabase } from "@vehicle-contracts/database/testing";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { aClock, aVehicle } from "@vehicle-contracts/services/testing";
import { afterAll, expect, test } from "vitest";
import { call } from "./testing/call.ts";
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

test.each(
  Object.entries({
    "contracts.list": 3,
    "contracts.count": 3,
    "contracts.get": 1,
    "contracts.create": 3,
    "contracts.update": 3,
    "contracts.submit": 3,
    "vehicles.get": 1,
    "parties.get": 1,
    "providers.get": 1,
    "stores.get": 1,
  }),
)("%s takes %i round trips, counted at the protocol", async (name, trips) => {
  const ask = async () => {
    const input = await examples[name]?.input();
    way.roundTrips();
    const answer = await call(counted, group.administrator, name, input);
    expect(answer, answer.text).toMatchObject({ status: 200 });
    return way.roundTrips();
  };
  // What comes for the second time is kept prepared, and what is new to a connection is described first.
  for (const _ of ["first", "second", "third"]) await ask();
  expect(await ask()).toBe(trips);
});

test("the contracts of a vehicle are listed in one round trip", async () => {
  const { vehicleId } = await aVehicle(group);
  const ask = () => call(counted, group.administrator, "contracts.list", { vehicleId });
  for (const _ of ["first", "second", "third"]) expect(await ask()).toMatchObject({ status: 200 });
  way.roundTrips();
  await ask();
  expect(way.roundTrips()).toBe(1);
});
