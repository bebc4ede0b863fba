"use client";

import { useFormState } from "react-hook-form";
import { CheckboxField } from "../../../ui/fields/checkbox-field.tsx";
import { FieldGrid, FormSection } from "../../../ui/fields/form-section.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { useDesk } from "../../session/desk-context.tsx";
import { useVehicleFormState } from "./vehicle-form-context.tsx";
import { VinField } from "./vin-field.tsx";

/** The number it is known by, and the store whose rule for check digits holds. */
export function NumberSection() {
  const { form, verdict, base } = useVehicleFormState();
  const { stores } = useDesk();
  const { control } = form;
  const { errors } = useFormState({ control });
  const state = errors.vin ? "faulty" : verdict.result === "ERROR" ? "open" : "done";
  return (
    <FormSection title="Number" state={state}>
      <FieldGrid columns={2}>
        <VinField />
        {stores.length > 1 && (
          <SelectField
            control={control}
            name="storeId"
            label="Store"
            options={stores.map(({ storeId, name }) => ({ value: storeId, label: name }))}
            help={
              base
                ? "Its rule for check digits holds. The vehicle is known in all stores."
                : "Its rule for check digits, its unit and its date hold. The vehicle is known in all stores."
            }
          />
        )}
      </FieldGrid>
      <CheckboxField
        control={control}
        name="isLegacy"
        label="Chassis number from before 1981"
        help="From 1 to 30 characters, and nothing can check them."
      />
    </FormSection>
  );
}
