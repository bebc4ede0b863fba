import { randomUUID } from "node:crypto";
import { newId } from "@vehicle-contracts/database";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import { type ApiClientCredentials, createApiClient, insertEnterprise } from "@vehicle-contracts/identity";
import { type Actor, createStore, createVehicle } from "@vehicle-contracts/services";

/** An enterprise of a scenario's own: a store, vehicles, and a program that may write. */
export type Register = {
  enterpriseId: string;
  storeId: string;
  vehicleIds: string[];
  credentials: ApiClientCredentials;
};

const vehicles = 20;

export async function makeRegister(database: Database): Promise<Register> {
  const enterpriseId = newId();
  const actor: Actor = {
    kind: "JOB",
    id: "faults",
    name: "faults",
    enterpriseId,
    role: "administrator",
    storeIds: "all",
    scopes: "all",
    onBehalfOf: null,
    correlationId: randomUUID(),
  };
  const made = await database.write(enterpriseId, async (tx) => {
    await insertEnterprise(tx, "Sturmfeld Automobile");
    const place = { timeZone: "Europe/Berlin", country: "DE", currency: "EUR", distanceUnit: "KM" } as const;
    const { store } = await createStore(tx, actor, {
      idempotencyKey: newId(),
      store: { name: "Sturmfeld", ...place },
    });
    const vehicleIds: string[] = [];
    for (let number = 1; number <= vehicles; number += 1) {
      const { vehicle } = await createVehicle(tx, actor, {
        idempotencyKey: newId(),
        vehicle: { vin: `STURM${number}`, vinKind: "legacy" },
        storeId: store.storeId,
      });
      vehicleIds.push(vehicle.vehicleId);
    }
    return { storeId: store.storeId, vehicleIds };
  });
  const credentials = await createApiClient(database, {
    enterpriseId,
    name: "Faults",
    role: "administrator",
    allStores: true,
    storeIds: [],
  });
  return { enterpriseId, credentials, ...made };
}
