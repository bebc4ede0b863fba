"use client";

import type { Provider } from "@vehicle-contracts/contract-model";
import type { DataColumn } from "../../../ui/data-table/data-column.ts";
import { Mark } from "../../../ui/mark.tsx";
import { ContractCount } from "../../contracts/contract-count.tsx";
import { kindWord } from "../words.ts";
import classes from "./table.module.css";

type ColumnFacts = {
  /** What was sought, marked where it stands. */
  sought: string | null;
  /** The store whose contracts are counted; null for all. */
  storeName: string | null;
};

/** The columns of the list. */
export const providerColumns = ({ sought, storeName }: ColumnFacts): readonly DataColumn<Provider>[] => [
  {
    id: "name",
    header: "Provider",
    width: "46%",
    cell: ({ name }) => (
      <span className={classes.strong}>
        <Mark text={name} sought={sought} />
      </span>
    ),
  },
  { id: "kind", header: "Who it is", width: "24%", cell: ({ kind }) => kindWord(kind) },
  {
    id: "active",
    header: "Active contracts",
    ...(storeName !== null && { note: storeName }),
    width: "30%",
    align: "end",
    cell: ({ providerId }) => <ContractCount of={{ provider: [providerId], status: ["ACTIVE"] }} />,
  },
];
