"use client";

import type { Vehicle } from "@vehicle-contracts/contract-model";
import { Card } from "../../../ui/card.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { numberWord, type VehicleField, vehicleLabels } from "../words.ts";
import classes from "./detail.module.css";

const fields = [
  "make",
  "model",
  "variant",
  "modelYear",
  "fuel",
  "engineNumber",
] as const satisfies VehicleField[];

/** What is known of the vehicle besides what stands on top of the page, and what is not. */
export function VehicleCard({ vehicle }: { vehicle: Vehicle }) {
  const known = fields.filter((field) => vehicle[field] !== null);
  const unknown = fields
    .filter((field) => vehicle[field] === null)
    .map((field) => vehicleLabels[field].toLowerCase());
  const kind =
    vehicle.vinKind === "legacy" ? [{ label: vehicleLabels.vinKind, value: numberWord("legacy") }] : [];
  return (
    <Card title="Vehicle">
      <Facts
        items={[...known.map((field) => ({ label: vehicleLabels[field], value: vehicle[field] })), ...kind]}
      />
      {unknown.length > 0 && <p className={classes.unknown}>Not known: {unknown.join(", ")}.</p>}
    </Card>
  );
}
