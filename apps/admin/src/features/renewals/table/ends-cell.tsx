"use client";

import type { Renewal } from "@vehicle-contracts/contract-model";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import classes from "./table.module.css";

/** Its last day, and in how many that is. */
export function EndsCell({ renewal: { endDate, daysLeft } }: { renewal: Renewal }) {
  const format = useFormat();
  return (
    <TwoLines
      top={<span className={classes.strong}>{format.date(endDate)}</span>}
      below={daysLeft === 0 ? "today" : `in ${format.days(daysLeft)}`}
    />
  );
}
