"use client";

import type { StoreToday } from "@vehicle-contracts/contract-model";
import { countryName } from "../../../ui/countries.ts";
import type { DataColumn } from "../../../ui/data-table/data-column.ts";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { Mark } from "../../../ui/mark.tsx";
import type { useFormat } from "../../../ui/use-format.ts";
import { moneyAndUnit, systemWord } from "../words.ts";
import classes from "./table.module.css";

type Format = Pick<ReturnType<typeof useFormat>, "weekday" | "locale">;

/** The columns of the list; `sought` is marked where it stands. */
export const storeColumns = (format: Format, sought: string | null): readonly DataColumn<StoreToday>[] => [
  {
    id: "name",
    header: "Store",
    width: "26%",
    narrowWidth: "34%",
    skeleton: "two-lines",
    cell: ({ name, country }) => (
      <TwoLines
        top={
          <span className={classes.strong}>
            <Mark text={name} sought={sought} />
          </span>
        }
        below={countryName(country, format.locale)}
      />
    ),
  },
  {
    id: "today",
    header: "Today there",
    width: "24%",
    narrowWidth: "36%",
    skeleton: "two-lines",
    cell: ({ today, timeZone }) => (
      <TwoLines top={format.weekday(today)} below={timeZone.replaceAll("_", " ")} />
    ),
  },
  { id: "money", header: "Works in", width: "20%", narrowWidth: "30%", cell: moneyAndUnit },
  {
    id: "vinPolicy",
    header: "Wrong VINs",
    width: "14%",
    wideOnly: true,
    cell: ({ vinPolicy }) => (vinPolicy === "strict" ? "Refused" : "Warned of"),
  },
  { id: "system", header: "System", width: "16%", wideOnly: true, cell: ({ system }) => systemWord(system) },
];
