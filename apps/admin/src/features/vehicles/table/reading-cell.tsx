"use client";

import type { Vehicle } from "@vehicle-contracts/contract-model";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import classes from "./table.module.css";

/** What was read last, and when; the engine's hours where there is no odometer. */
export function ReadingCell({ vehicle: { latestOdometer, latestHours } }: { vehicle: Vehicle }) {
  const format = useFormat();
  if (latestOdometer)
    return (
      <TwoLines top={format.distance(latestOdometer)} below={`on ${format.date(latestOdometer.date)}`} />
    );
  if (latestHours)
    return <TwoLines top={format.hours(latestHours.value)} below={`on ${format.date(latestHours.date)}`} />;
  return <span className={classes.none}>none yet</span>;
}
