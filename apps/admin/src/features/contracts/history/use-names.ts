"use client";

import { useSuspenseQueries } from "@tanstack/react-query";
import type { FieldChange } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../../trpc/browser.tsx";
import { partyById } from "../../customers/queries.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { vehicleById } from "../../vehicles/queries.ts";
import { vehicleName } from "../../vehicles/vehicle-name.ts";
import { idsNamed } from "../ids-named.ts";
import { providerById } from "../queries.ts";
import type { Names } from "./value-words.ts";

/** The names of those whom the changes name by id. */
export function useNames(changes: readonly FieldChange[]): Names {
  const trpc = useTRPC();
  const { stores } = useDesk();
  const ids = idsNamed(changes);
  const parties = useSuspenseQueries({ queries: ids.parties.map((id) => partyById(trpc, id)) });
  const providers = useSuspenseQueries({ queries: ids.providers.map((id) => providerById(trpc, id)) });
  const vehicles = useSuspenseQueries({ queries: ids.vehicles.map((id) => vehicleById(trpc, id)) });
  return new Map([
    ...stores.map(({ storeId, name }): [string, string] => [storeId, name]),
    ...parties.map(({ data }): [string, string] => [data.partyId, data.name]),
    ...providers.map(({ data }): [string, string] => [data.providerId, data.name]),
    ...vehicles.map(({ data }): [string, string] => [
      data.vehicleId,
      data.licensePlate ? `${vehicleName(data)}, ${data.licensePlate}` : vehicleName(data),
    ]),
  ]);
}
