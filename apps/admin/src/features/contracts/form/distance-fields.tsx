"use client";

import { readsLower } from "@vehicle-contracts/contract-rules";
import { useWatch } from "react-hook-form";
import { ComputedField } from "../../../ui/fields/computed-field.tsx";
import { FieldGrid } from "../../../ui/fields/form-section.tsx";
import { WholeField } from "../../../ui/fields/number-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { unitWord } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { sumFollowing } from "./computed.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import { unitOf } from "./form-input.ts";
import { AgreedUnitNotice } from "./store-notices.tsx";

/** How far it goes: from an odometer by a limit, without a limit, or not known. */
export function DistanceFields() {
  const { form, around, fixed } = useContractFormState();
  const format = useFormat();
  const { control } = form;
  const distance = useWatch({ control, name: "distance" });
  const unit = unitOf({ distance }, around);
  const end = sumFollowing(distance.startOdometer, distance.limit);
  const reason = fixed("distance");
  return (
    <>
      <FieldGrid columns={4}>
        <SelectField
          control={control}
          name="distance.kind"
          label="Distance"
          options={[
            { value: "limited", label: "Limited" },
            { value: "unlimited", label: "No limit" },
            { value: "unknown", label: "Not known" },
          ]}
          readOnlyReason={reason}
        />
        {distance.kind === "limited" && (
          <>
            <WholeField
              control={control}
              name="distance.startOdometer"
              label="Odometer at start"
              unit={unitWord(unit)}
              readOnlyReason={reason && ""}
            />
            <WholeField
              control={control}
              name="distance.limit"
              label="Distance limit"
              unit={unitWord(unit)}
              readOnlyReason={reason && ""}
            />
            <ComputedField
              label="Ends at"
              value={end === null ? "" : format.whole(end)}
              unit={unitWord(unit)}
            />
          </>
        )}
      </FieldGrid>
      {distance.kind === "limited" && reason === undefined && (
        <>
          <AgreedUnitNotice />
          <BelowReading />
        </>
      )}
    </>
  );
}

/** A start below the latest reading is unusual, not wrong: the contract may have begun before the reading. */
export function BelowReading() {
  const { form, around } = useContractFormState();
  const format = useFormat();
  const distance = useWatch({ control: form.control, name: "distance" });
  const reading = around.readings.latestOdometer;
  const { vehicle } = useContractFormState();
  const { startOdometer } = distance;
  if (!reading || !vehicle?.latestOdometer || !Number.isSafeInteger(startOdometer) || startOdometer === null)
    return null;
  const start = { value: startOdometer, unit: unitOf({ distance }, around) };
  if (!readsLower(start, reading)) return null;
  return (
    <Notice tone="amber" title={`${format.distance(start)} is below the last reading.`}>
      The odometer read {format.distance(reading)} on {format.date(vehicle.latestOdometer.date)}. This is
      right if the contract began before; the start is no reading and changes none.
    </Notice>
  );
}
