"use client";

import type { Vehicle } from "@vehicle-contracts/contract-model";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import classes from "./table.module.css";

/** Since when it is on the road, and of which model year it is. */
export function RegisteredCell({ vehicle: { firstRegistrationDate, modelYear } }: { vehicle: Vehicle }) {
  const format = useFormat();
  const year = modelYear === null ? undefined : `model year ${modelYear}`;
  if (firstRegistrationDate === null) return year ?? <span className={classes.none}>not known</span>;
  return <TwoLines top={format.date(firstRegistrationDate)} below={year} />;
}
