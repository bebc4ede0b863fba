import { createVehicleContractsClient } from "@vehicle-contracts/client";
import { servicePlanOf } from "@vehicle-contracts/client/examples/service-desk";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { expect, test } from "vitest";
import { anApi, anEnterprise } from "./testing/a-register.ts";

const { database } = await testDatabase();
const { storeId, client: credentials } = await anEnterprise(database);
const { app } = await anApi(database);
const register = { url: await app.listen({ host: "127.0.0.1", port: 0 }), credentials };

test("the README's service drafts a plan for a vehicle without one, and finds it from then on", async () => {
  const vin = "WVWZZZ1JZXW000001";
  const client = createVehicleContractsClient(register);
  const vehicle = { vin, make: "Volkswagen", model: "Golf" };
  await client.vehicles.create.mutate({ idempotencyKey: "golf", vehicle });
  const drafted = await servicePlanOf(vin, storeId, register);
  expect(drafted).toMatchObject({ status: "DRAFT", description: "Service plan", version: 2 });
  expect(await servicePlanOf(vin, storeId, register)).toMatchObject({ contractId: drafted.contractId });
  expect((await client.contracts.count.query({})).count).toBe(1);
});
