"use client";

import type { Vehicle } from "@vehicle-contracts/contract-model";
import type { ReactNode } from "react";
import type { DataColumn } from "../../../ui/data-table/data-column.ts";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { Mark } from "../../../ui/mark.tsx";
import { Plate } from "../../../ui/plate.tsx";
import { Vin } from "../../../ui/vin.tsx";
import { vehicleName } from "../vehicle-name.ts";
import { InForceCell } from "./in-force-cell.tsx";
import { ReadingCell } from "./reading-cell.tsx";
import { RegisteredCell } from "./registered-cell.tsx";
import classes from "./table.module.css";

/** The columns of the list; `sought` is marked where it stands. */
export const vehicleColumns = (sought: string | null): readonly DataColumn<Vehicle>[] => {
  const mark = (text: string) => (sought ? <Mark text={text} sought={sought} /> : text);
  return [
    {
      // what the server calls it: make, model and variant
      id: "name",
      header: "Vehicle",
      width: "29%",
      narrowWidth: "38%",
      sortable: true,
      skeleton: "two-lines",
      cell: (vehicle) => (
        <TwoLines
          top={
            <span className={classes.strong}>
              {isNamed(vehicle) ? mark(vehicleName(vehicle)) : "Not named"}
            </span>
          }
          below={
            <>
              <Vin vin={vehicle.vin} mark={standsIn(vehicle.vin, sought)} />
              {vehicle.vinKind === "legacy" && <span className={classes.kind}>chassis number</span>}
            </>
          }
        />
      ),
    },
    {
      id: "licensePlate",
      header: "Plate",
      width: "13%",
      narrowWidth: "17%",
      skeleton: "badge",
      cell: ({ licensePlate }) => (licensePlate ? <Plate>{licensePlate}</Plate> : none),
    },
    {
      id: "inForce",
      header: "In force",
      width: "25%",
      narrowWidth: "26%",
      skeleton: "two-lines",
      cell: ({ vehicleId }) => <InForceCell vehicleId={vehicleId} />,
    },
    {
      id: "firstRegistrationDate",
      header: "First registered",
      width: "16%",
      wideOnly: true,
      skeleton: "two-lines",
      cell: (vehicle) => <RegisteredCell vehicle={vehicle} />,
    },
    {
      id: "reading",
      header: "Last reading",
      width: "17%",
      narrowWidth: "19%",
      skeleton: "two-lines",
      cell: (vehicle) => <ReadingCell vehicle={vehicle} />,
    },
  ];
};

const none: ReactNode = <span className={classes.none}>none</span>;

const isNamed = ({ make, model, variant }: Vehicle) => Boolean(make || model || variant);

const standsIn = (text: string, sought: string | null) =>
  sought && text.toLowerCase().includes(sought.toLowerCase()) ? sought : null;
