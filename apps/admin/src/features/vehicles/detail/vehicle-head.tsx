"use client";

import type { ContractRead, Vehicle } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import type { ReactNode } from "react";
import { routes } from "../../../routes.ts";
import type { Fact } from "../../../ui/facts.tsx";
import { PageHead } from "../../../ui/page/page-head.tsx";
import { Plate } from "../../../ui/plate.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { Vin } from "../../../ui/vin.tsx";
import { peopleOf } from "../people.ts";
import { vehicleName } from "../vehicle-name.ts";
import { numberWord, vehicleLabels } from "../words.ts";
import classes from "./detail.module.css";

type VehicleHeadProps = {
  vehicle: Vehicle;
  /** Null while they are not read, or cannot be: the cards below say so. */
  contracts: readonly ContractRead[] | null;
  actions: ReactNode;
};

/** Which vehicle it is, how far it has gone, and whose contracts it has. */
export function VehicleHead({ vehicle, contracts, actions }: VehicleHeadProps) {
  const format = useFormat();
  const { latestOdometer, latestHours, firstRegistrationDate } = vehicle;
  const facts: Fact[] = [
    { label: numberWord(vehicle.vinKind), value: <Vin vin={vehicle.vin} copy /> },
    {
      label: "Odometer",
      value: latestOdometer ? (
        <Reading value={format.distance(latestOdometer)} date={latestOdometer.date} />
      ) : (
        <span className={classes.muted}>not read yet</span>
      ),
    },
    ...(latestHours
      ? [
          {
            label: "Engine hours",
            value: <Reading value={format.hours(latestHours.value)} date={latestHours.date} />,
          },
        ]
      : []),
    ...(firstRegistrationDate
      ? [{ label: vehicleLabels.firstRegistrationDate, value: format.date(firstRegistrationDate) }]
      : []),
    ...(contracts ? [{ label: "Holder", value: <Holders contracts={contracts} /> }] : []),
  ];
  return (
    <PageHead
      title={vehicleName(vehicle)}
      beside={vehicle.licensePlate && <Plate>{vehicle.licensePlate}</Plate>}
      facts={facts}
      actions={actions}
    />
  );
}

function Reading({ value, date }: { value: string; date: string }) {
  const format = useFormat();
  return (
    <span>
      <span className={classes.strong}>{value}</span>{" "}
      <span className={classes.muted}>{format.date(date)}</span>
    </span>
  );
}

/** The holders of contracts that are not over; who was the last where all are. */
function Holders({ contracts }: { contracts: readonly ContractRead[] }) {
  const names = new Map(contracts.flatMap(({ holder }) => (holder ? [[holder.partyId, holder.name]] : [])));
  const holders = peopleOf(contracts).filter(
    ({ roles, partyId }) => roles.includes("HOLDER") && names.has(partyId),
  );
  const current = holders.filter((person) => person.current);
  const shown = current.length > 0 ? current : holders.slice(0, 1);
  if (shown.length === 0) return <span className={classes.muted}>nobody yet</span>;
  return (
    <span>
      {shown.map(({ partyId, current: isCurrent }, place) => (
        <span key={partyId}>
          {place > 0 && ", "}
          <Link href={routes.customer(partyId)} className={classes.link}>
            {names.get(partyId)}
          </Link>
          {!isCurrent && <span className={classes.muted}> of contracts that are over</span>}
        </span>
      ))}
    </span>
  );
}
