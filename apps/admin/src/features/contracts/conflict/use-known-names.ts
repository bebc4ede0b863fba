"use client";

import { useQueries } from "@tanstack/react-query";
import type { WrittenFields } from "@vehicle-contracts/contract-rules";
import { useTRPC } from "../../../trpc/browser.tsx";
import { partyById } from "../../customers/queries.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { vehicleById } from "../../vehicles/queries.ts";
import { vehicleName } from "../../vehicles/vehicle-name.ts";
import type { Names } from "../history/value-words.ts";
import { partyIdsOf, providerById } from "../queries.ts";

type Named = Pick<WrittenFields, "parties" | "providerId" | "vehicleId">;

/** The names of those whom these versions name by id, as far as they are known; the rest follows when it is. */
export function useKnownNames(versions: readonly Named[]): Names {
  const trpc = useTRPC();
  const { stores } = useDesk();
  const each = (ids: (string | null)[]) => [...new Set(ids)].filter((id) => id !== null && id !== "");
  const parties = useQueries({
    queries: each(versions.flatMap(partyIdsOf)).map((id) => partyById(trpc, id ?? "")),
  });
  const providers = useQueries({
    queries: each(versions.map(({ providerId }) => providerId)).map((id) => providerById(trpc, id ?? "")),
  });
  const vehicles = useQueries({
    queries: each(versions.map(({ vehicleId }) => vehicleId)).map((id) => vehicleById(trpc, id ?? "")),
  });
  return new Map([
    ...stores.map(({ storeId, name }): [string, string] => [storeId, name]),
    ...parties.flatMap(({ data }): [string, string][] => (data ? [[data.partyId, data.name]] : [])),
    ...providers.flatMap(({ data }): [string, string][] => (data ? [[data.providerId, data.name]] : [])),
    ...vehicles.flatMap(({ data }): [string, string][] =>
      data ? [[data.vehicleId, [vehicleName(data), data.licensePlate].filter(Boolean).join(", ")]] : [],
    ),
  ]);
}
