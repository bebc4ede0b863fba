"use client";

import { Button } from "@mantine/core";
import { IconCar } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import type { Vehicle } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import { FormSection } from "../../../ui/fields/form-section.tsx";
import { LookupField } from "../../../ui/fields/lookup-field.tsx";
import { comesBack } from "../../../ui/fields/use-leave-guard.ts";
import { Plate } from "../../../ui/plate.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { Vin } from "../../../ui/vin.tsx";
import { vehicleById } from "../../vehicles/queries.ts";
import { scanned } from "../../vehicles/scanned.ts";
import { vehicleName } from "../../vehicles/vehicle-name.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import classes from "./form.module.css";
import { takeVehicle } from "./take-vehicle.ts";
import { useVehicleLookup } from "./use-lookups.ts";
import { useSectionState } from "./use-section-state.ts";

/** Which vehicle it covers. */
export function VehicleSection() {
  const { vehicle, fixed } = useContractFormState();
  const [isChanging, setIsChanging] = useState(false);
  const state = useSectionState(["vehicleId"], vehicle !== null);
  const reason = fixed("vehicleId");
  return (
    <FormSection title="Vehicle" state={state}>
      {vehicle && !isChanging ? (
        <div className={classes.vehicle}>
          <IconCar size={18} stroke={1.75} aria-hidden />
          <VehicleLines vehicle={vehicle} reason={reason} />
          {reason === undefined && (
            <Button variant="default" onClick={() => setIsChanging(true)}>
              Change
            </Button>
          )}
        </div>
      ) : (
        <VehicleLookup onChosen={() => setIsChanging(false)} />
      )}
    </FormSection>
  );
}

function VehicleLines({ vehicle, reason }: { vehicle: Vehicle; reason: string | undefined }) {
  const format = useFormat();
  const { firstRegistrationDate: registered, latestOdometer: reading } = vehicle;
  return (
    <div className={classes.vehicleLines}>
      <div className={classes.vehicleTop}>
        <span className={classes.strong}>{vehicleName(vehicle)}</span>
        {vehicle.licensePlate && <Plate>{vehicle.licensePlate}</Plate>}
      </div>
      <div className={classes.vehicleBelow}>
        <Vin vin={vehicle.vin} />
        {registered && <span>first registered {format.date(registered)}</span>}
        <span>
          {reading ? `${format.distance(reading)} on ${format.date(reading.date)}` : "no reading yet"}
        </span>
      </div>
      {reason && <div className={classes.reason}>{reason}</div>}
    </div>
  );
}

/** By part of VIN or plate. A whole VIN that is scanned is taken without a choice. */
function VehicleLookup({ onChosen }: { onChosen: () => void }) {
  const { form, around } = useContractFormState();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { items, options, onSearch, isSearching } = useVehicleLookup();

  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams();
  const back = query.size > 0 ? `${path}?${query}` : path;

  const take = (vehicle: Vehicle) => {
    queryClient.setQueryData(vehicleById(trpc, vehicle.vehicleId).queryKey, vehicle);
    takeVehicle(form, vehicle, around);
    onChosen();
  };
  const search = async (text: string) => {
    onSearch(text);
    const vin = scanned(text);
    if (!/^[A-HJ-NPR-Z0-9]{17}$/i.test(vin)) return;
    const found = await queryClient.fetchQuery(trpc.vehicles.list.queryOptions({ search: vin, limit: 2 }));
    const [only, another] = found.items;
    if (only && !another) take(only);
  };
  return (
    <div className={classes.lookup}>
      <LookupField
        control={form.control}
        name="vehicleId"
        label="VIN or plate"
        placeholder="Four characters of the VIN, three of the plate"
        options={options}
        isSearching={isSearching}
        onSearch={(text) => void search(text)}
        onChoose={(id) => {
          const vehicle = items.find((item) => item.vehicleId === id);
          if (vehicle) take(vehicle);
        }}
        nothingFound="No vehicle has this in its VIN or plate."
        create={{
          label: (text) => (text.trim() ? `New vehicle “${text.trim()}”` : "New vehicle"),
          onCreate: (text) => router.push(routes.newVehicle({ sought: text.trim(), back })),
        }}
      />
      <p className={classes.hint}>
        Not there yet?{" "}
        <Link href={routes.newVehicle({ back })} {...comesBack}>
          New vehicle
        </Link>{" "}
        comes back here with it.
      </p>
    </div>
  );
}
