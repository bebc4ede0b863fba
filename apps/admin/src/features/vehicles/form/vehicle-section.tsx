"use client";

import { useFormState, useWatch } from "react-hook-form";
import { DateField } from "../../../ui/fields/date-field.tsx";
import { FieldGrid, FormSection } from "../../../ui/fields/form-section.tsx";
import { YearField } from "../../../ui/fields/number-fields.tsx";
import { SuggestField } from "../../../ui/fields/suggest-field.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { vehicleLabels as labels } from "../words.ts";
import { useVehicleFormState } from "./vehicle-form-context.tsx";

const fields = [
  "licensePlate",
  "make",
  "model",
  "variant",
  "modelYear",
  "firstRegistrationDate",
  "fuel",
  "engineNumber",
] as const;

const fuels = ["petrol", "diesel", "hybrid", "plug-in hybrid", "electric", "LPG", "CNG", "hydrogen"];

/** What it is. All of it may be left open. */
export function VehicleSection() {
  const { form, around } = useVehicleFormState();
  const { control } = form;
  const { errors } = useFormState({ control });
  const [plate, make, model] = useWatch({ control, name: ["licensePlate", "make", "model"] });
  const isFaulty = fields.some((field) => errors[field] !== undefined);
  const isDone = make !== null && model !== null && plate !== null;
  return (
    <FormSection title="Vehicle" state={isFaulty ? "faulty" : isDone ? "done" : "open"}>
      <FieldGrid columns={3}>
        <TextField control={control} name="licensePlate" label={labels.licensePlate} emptyAsNull />
        <DateField
          control={control}
          name="firstRegistrationDate"
          label={labels.firstRegistrationDate}
          today={around.today}
        />
        <YearField control={control} name="modelYear" label={labels.modelYear} />
      </FieldGrid>
      <FieldGrid columns={3}>
        <TextField control={control} name="make" label={labels.make} emptyAsNull />
        <TextField control={control} name="model" label={labels.model} emptyAsNull />
        <TextField control={control} name="variant" label={labels.variant} emptyAsNull />
      </FieldGrid>
      <FieldGrid columns={3}>
        <SuggestField control={control} name="fuel" label={labels.fuel} suggestions={fuels} />
        <TextField control={control} name="engineNumber" label={labels.engineNumber} mono emptyAsNull />
      </FieldGrid>
    </FormSection>
  );
}
