import { type ClientOptions, createVehicleContractsClient } from "@vehicle-contracts/client";

/** The vehicle's service plan; where it has none yet, one is drafted and described. */
export async function servicePlanOf(vin: string, storeId: string, register: ClientOptions) {
  const client = createVehicleContractsClient(register);
  const { vehicleId } = await client.vehicles.get.query({ vin });

  const { items } = await client.contracts.list.query({ vehicleId, filter: { type: ["SERVICE_PLAN"] } });
  if (items[0]) return client.contracts.get.query({ contractId: items[0].contractId });

  const drafted = await client.contracts.create.mutate({
    idempotencyKey: `service-plan-${vin}`, // who asks again after a lost answer gets the first one's
    contract: { storeId, vehicleId, type: "SERVICE_PLAN" },
  });
  const { contractId, version } = drafted.contract;
  const changes = { description: "Service plan" };
  return (await client.contracts.update.mutate({ contractId, version, changes })).contract;
}
