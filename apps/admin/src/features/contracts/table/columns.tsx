"use client";

import type { ContractRead } from "@vehicle-contracts/contract-model";
import type { DataColumn } from "../../../ui/data-table/data-column.ts";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { Mark } from "../../../ui/mark.tsx";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { Vin } from "../../../ui/vin.tsx";
import { vehicleName } from "../../vehicles/vehicle-name.ts";
import { typeWord } from "../words.ts";
import { EndsCell } from "./ends-cell.tsx";
import classes from "./table.module.css";

/** The columns of the list; `sought` is marked where it stands. */
export const contractColumns = (sought: string | null): readonly DataColumn<ContractRead>[] => {
  const mark = (text: string) => (sought ? <Mark text={text} sought={sought} /> : text);
  return [
    {
      id: "contractNumber",
      header: "Contract",
      width: "18%",
      narrowWidth: "25%",
      sortable: true,
      skeleton: "two-lines",
      cell: ({ type, contractNumber, provider }) => (
        <TwoLines
          top={<span className={classes.strong}>{typeWord(type)}</span>}
          below={
            <>
              {contractNumber ? (
                <span className={classes.number}>{mark(contractNumber)}</span>
              ) : (
                "No number yet"
              )}
              {provider && <span className={`${classes.gap} ${classes.wide}`}>{provider.name}</span>}
            </>
          }
        />
      ),
    },
    {
      id: "vehicle",
      header: "Vehicle",
      narrowHeader: "Vehicle and holder",
      width: "22%",
      narrowWidth: "30%",
      sortable: true,
      skeleton: "two-lines",
      cell: ({ vehicle, holder }) => (
        <TwoLines
          top={vehicleName(vehicle)}
          below={
            <>
              {vehicle.licensePlate && (
                <span className={classes.plateText}>{mark(vehicle.licensePlate)}</span>
              )}
              <span className={classes.wide}>
                <Vin vin={vehicle.vin} mark={standsIn(vehicle.vin, sought)} />
              </span>
              <span className={classes.narrow}>{mark(holder?.name ?? "No holder yet")}</span>
            </>
          }
        />
      ),
    },
    {
      id: "holder",
      header: "Holder",
      width: "15%",
      sortable: true,
      wideOnly: true,
      skeleton: "one-line",
      cell: ({ holder }) => (holder ? mark(holder.name) : "–"),
    },
    {
      id: "effectiveStatus",
      header: "Status",
      width: "10%",
      narrowWidth: "18%",
      sortable: true,
      skeleton: "badge",
      cell: ({ effectiveStatus }) => <StatusBadge status={effectiveStatus} compact />,
    },
    {
      id: "endDate",
      header: "Ends",
      note: "first limit on top",
      width: "25%",
      narrowWidth: "27%",
      sortable: true,
      skeleton: "two-lines",
      cell: (contract) => <EndsCell contract={contract} />,
    },
    {
      id: "store",
      header: "Store",
      width: "10%",
      sortable: true,
      wideOnly: true,
      skeleton: "one-line",
      cell: ({ store }) => store.name,
    },
  ];
};

const standsIn = (text: string, sought: string | null) =>
  sought && text.toLowerCase().includes(sought.toLowerCase()) ? sought : null;
