"use client";

import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import { CardRow } from "../../../ui/card.tsx";
import { Plate } from "../../../ui/plate.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { contractsOfHolder } from "../../contracts/queries.ts";
import { vehicleName } from "../../vehicles/vehicle-name.ts";
import { vehiclesHeld } from "../vehicles-held.ts";
import classes from "./detail.module.css";

/** More are behind a button: a fleet has dozens. */
const shownAtFirst = 6;

/** The vehicles that the customer's contracts are on. */
export function Vehicles({ partyId }: { partyId: string }) {
  const format = useFormat();
  const { data: page } = useSuspenseQuery(contractsOfHolder(useTRPC(), partyId));
  const [isAll, setIsAll] = useState(false);
  const vehicles = vehiclesHeld(page.items);
  const shown = isAll ? vehicles : vehicles.slice(0, shownAtFirst);
  if (vehicles.length === 0)
    return (
      <CardRow>
        <span className={classes.muted}>None yet: no contract is held.</span>
      </CardRow>
    );
  return (
    <>
      {shown.map(({ vehicle, inForce }) => (
        <CardRow key={vehicle.vehicleId}>
          <div className={classes.vehicle}>
            <Link href={routes.vehicle(vehicle.vehicleId)} className={classes.link}>
              {vehicleName(vehicle)}
            </Link>
            {vehicle.licensePlate && <Plate>{vehicle.licensePlate}</Plate>}
          </div>
          <div className={classes.small}>
            {inForce === 0 ? "nothing in force" : `${format.whole(inForce)} in force`}
          </div>
        </CardRow>
      ))}
      {shown.length < vehicles.length && (
        <CardRow>
          <Button
            variant="transparent"
            size="compact-sm"
            className={classes.more}
            onClick={() => setIsAll(true)}
          >
            Show {format.whole(vehicles.length - shown.length)} more
          </Button>
        </CardRow>
      )}
    </>
  );
}
