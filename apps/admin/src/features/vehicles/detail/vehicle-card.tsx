"use client";

import type { Vehicle } from "@vehicle-contracts/contract-model";
import { Card } from "../../../ui/card.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { numberWord, vehicleLabels } from "../words.ts";
import classes from "./detail.module.css";

/** What is known of the vehicle besides what stands on top of the page. */
export function VehicleCard({ vehicle }: { vehicle: Vehicle }) {
  const none = <span className={classes.muted}>not known</span>;
  const { make, model, variant, modelYear, fuel, engineNumber, vinKind } = vehicle;
  return (
    <Card title="Vehicle">
      <Facts
        items={[
          { label: vehicleLabels.make, value: make ?? none },
          { label: vehicleLabels.model, value: model ?? none },
          { label: vehicleLabels.variant, value: variant ?? none },
          { label: vehicleLabels.modelYear, value: modelYear ?? none },
          { label: vehicleLabels.fuel, value: fuel ?? none },
          { label: vehicleLabels.engineNumber, value: engineNumber ?? none },
          ...(vinKind === "legacy" ? [{ label: vehicleLabels.vinKind, value: numberWord(vinKind) }] : []),
        ]}
      />
    </Card>
  );
}
