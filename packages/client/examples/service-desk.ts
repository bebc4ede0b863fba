import { type ClientOptions, createVehicleContractsClient } from "@vehicle-contracts/client";

/** The vehicle's service plan; where it has none yet, one is drafted and described. */
export async function servicePlanOf(vin: string, storeId: string, register: ClientOptions) {
  const { vehicles, contracts } = createVehicleContractsClient(register);
  const { vehicleId } = await vehicles.get.query({ vin });
  const { items } = await contracts.list.query({ vehicleId, filter: { type: ["SERVICE_PLAN"] } });
  if (items[0]) return contracts.get.query({ contractId: items[0].contractId });
  const contract = { storeId, vehicleId, type: "SERVICE_PLAN" } as const;
  const drafted = await contracts.create.mutate({ idempotencyKey: `service-plan-${vin}`, contract });
  const { contractId, version } = drafted.contract;
  const changes = { description: "Service plan" };
  return (await contracts.update.mutate({ contractId, version, changes })).contract;
}
