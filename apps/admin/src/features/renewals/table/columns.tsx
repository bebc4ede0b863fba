"use client";

import type { Renewal } from "@vehicle-contracts/contract-model";
import type { DataColumn } from "../../../ui/data-table/data-column.ts";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { Plate } from "../../../ui/plate.tsx";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { typeWord } from "../../contracts/words.ts";
import { ConsentMarks } from "../../customers/consent-marks.tsx";
import { vehicleName } from "../../vehicles/vehicle-name.ts";
import { EndsCell } from "./ends-cell.tsx";
import { OfferCell } from "./offer-cell.tsx";
import classes from "./table.module.css";

/** Whom to ask, about which vehicle, until when, and by which channels. */
export const renewalColumns: readonly DataColumn<Renewal>[] = [
  {
    id: "customer",
    header: "Customer",
    width: "20%",
    narrowWidth: "22%",
    skeleton: "two-lines",
    cell: ({ holder, type, description }) => (
      <TwoLines
        top={<span className={classes.strong}>{holder?.name ?? "Nobody holds it"}</span>}
        below={description ?? typeWord(type)}
      />
    ),
  },
  {
    id: "vehicle",
    header: "Vehicle",
    width: "22%",
    narrowWidth: "27%",
    skeleton: "two-lines",
    cell: ({ vehicle, store }) => (
      <TwoLines
        top={vehicleName(vehicle)}
        below={
          <>
            {vehicle.licensePlate && <Plate>{vehicle.licensePlate}</Plate>} {store.name}
          </>
        }
      />
    ),
  },
  {
    id: "endDate",
    header: "Ends",
    width: "13%",
    narrowWidth: "15%",
    skeleton: "two-lines",
    cell: (renewal) => <EndsCell renewal={renewal} />,
  },
  {
    id: "consent",
    header: "May be contacted by",
    width: "15%",
    narrowWidth: "20%",
    skeleton: "badge",
    cell: ({ holder }) =>
      holder ? <ConsentMarks consent={holder.consent} /> : <span className={classes.none}>none</span>,
  },
  {
    id: "offer",
    header: "Offer today",
    width: "18%",
    wideOnly: true,
    skeleton: "two-lines",
    cell: ({ offer }) => <OfferCell offer={offer} />,
  },
  {
    id: "status",
    header: "Status",
    width: "12%",
    narrowWidth: "16%",
    skeleton: "badge",
    cell: ({ effectiveStatus }) => <StatusBadge status={effectiveStatus} />,
  },
];
