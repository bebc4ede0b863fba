"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Party, Vehicle } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useTRPC } from "../../../trpc/browser.tsx";
import type { Option } from "../../../ui/fields/choice-fields.tsx";
import { scanned } from "../../vehicles/scanned.ts";
import { vehicleName } from "../../vehicles/vehicle-name.ts";

const wait = 200;
const shown = 8;

/** A vehicle as an option: plate and VIN beside what it is called. */
const vehicleOption = (vehicle: Vehicle): Option => ({
  value: vehicle.vehicleId,
  label: vehicleName(vehicle),
  note: [vehicle.licensePlate, vehicle.vin].filter(Boolean).join("  "),
});

const partyOption = (party: Party): Option => ({
  value: party.partyId,
  label: party.name,
  note: [party.email, party.phone].filter(Boolean).join(", "),
});

/** Vehicles by part of VIN or plate, the newest before anything is typed. */
export function useVehicleLookup() {
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const [sought] = useDebouncedValue(scanned(text), wait);
  const answer = useQuery({
    ...trpc.vehicles.list.queryOptions({ search: sought || null, limit: shown }),
    placeholderData: keepPreviousData,
  });
  const items = answer.data?.items ?? [];
  const isSearching = answer.isFetching || scanned(text) !== sought;
  return { items, options: items.map(vehicleOption), onSearch: setText, isSearching };
}

/** People and companies by words of their names, e-mail address or telephone number. */
export function usePartyLookup(isOpen: boolean) {
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const [sought] = useDebouncedValue(text.trim(), wait);
  const answer = useQuery({
    ...trpc.parties.list.queryOptions({ search: sought || null, limit: shown }),
    placeholderData: keepPreviousData,
    enabled: isOpen,
  });
  return {
    options: (answer.data?.items ?? []).map(partyOption),
    onSearch: setText,
    isSearching: answer.isFetching || text.trim() !== sought,
  };
}
