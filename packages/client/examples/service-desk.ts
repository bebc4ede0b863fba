import { createVehicleContractsClient } from "@vehicle-contracts/client";

/** A small service: lists a vehicle's contracts, and where there is none yet, drafts one and names it. */
export async function serviceDesk(
  url: string,
  clientId: string,
  clientSecret: string,
  vin: string,
  storeId: string,
) {
  const client = createVehicleContractsClient({ url, credentials: { clientId, clientSecret } });
  const { vehicleId } = await client.vehicles.get.query({ vin });
  const { items } = await client.contracts.list.query({ vehicleId });
  if (items[0]) return client.contracts.get.query({ contractId: items[0].contractId });
  const contract = { storeId, vehicleId, type: "SERVICE_PLAN" as const };
  const drafted = await client.contracts.create.mutate({ idempotencyKey: `desk-${vin}`, contract });
  const { contractId, version } = drafted.contract;
  return (
    await client.contracts.update.mutate({ contractId, version, changes: { description: "Service plan" } })
  ).contract;
}
