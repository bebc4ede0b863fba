"use client";

import type { Party } from "@vehicle-contracts/contract-model";
import type { DataColumn } from "../../../ui/data-table/data-column.ts";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { Mark } from "../../../ui/mark.tsx";
import { addressLines } from "../address-lines.ts";
import { ConsentMarks } from "../consent-marks.tsx";
import { kindWords } from "../words.ts";
import { AddedCell } from "./added-cell.tsx";
import classes from "./table.module.css";

/** The columns of the list; `sought` is marked where it stands. */
export const customerColumns = (sought: string | null): readonly DataColumn<Party>[] => {
  const mark = (text: string) => (sought ? <Mark text={text} sought={sought} /> : text);
  return [
    {
      id: "name",
      header: "Customer",
      note: "by family name",
      width: "25%",
      narrowWidth: "34%",
      sortable: true,
      skeleton: "two-lines",
      cell: ({ kind, name }) => (
        <TwoLines
          top={<span className={classes.strong}>{mark(name)}</span>}
          below={kind === "COMPANY" ? kindWords[kind] : undefined}
        />
      ),
    },
    {
      id: "contact",
      header: "E-mail and telephone",
      width: "25%",
      narrowWidth: "37%",
      skeleton: "two-lines",
      cell: ({ email, phone }) =>
        email || phone ? (
          <TwoLines top={email ? mark(email) : phone} below={email && phone ? phone : undefined} />
        ) : (
          <span className={classes.none}>none</span>
        ),
    },
    {
      id: "address",
      header: "Address",
      width: "23%",
      wideOnly: true,
      skeleton: "two-lines",
      cell: ({ addresses: [first] }) => {
        if (!first) return <span className={classes.none}>none</span>;
        const { street, town } = addressLines(first);
        return <TwoLines top={street} below={town ?? undefined} />;
      },
    },
    {
      id: "consent",
      header: "May be contacted by",
      width: "15%",
      narrowWidth: "29%",
      skeleton: "badge",
      cell: ({ consent }) => <ConsentMarks consent={consent} />,
    },
    {
      id: "createdAt",
      header: "Added",
      width: "12%",
      sortable: true,
      firstDirection: "desc",
      wideOnly: true,
      skeleton: "one-line",
      cell: ({ createdAt }) => <AddedCell at={createdAt} />,
    },
  ];
};
