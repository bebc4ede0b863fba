"use client";

import { useWatch } from "react-hook-form";
import { CheckboxField } from "../../../../ui/fields/checkbox-field.tsx";
import { FieldGrid, FormSection } from "../../../../ui/fields/form-section.tsx";
import { SelectField } from "../../../../ui/fields/select-field.tsx";
import { TextField } from "../../../../ui/fields/text-field.tsx";
import { useDesk } from "../../../session/desk-context.tsx";
import { useContractFormState } from "../contract-form-context.tsx";
import { useSectionState } from "../use-section-state.ts";
import { writeByHand } from "./chosen-plan.ts";

/** The store that sells it, and the number that the provider gives. */
export function PlanContractSection() {
  const { form } = useContractFormState();
  const { stores } = useDesk();
  const { control } = form;
  const storeId = useWatch({ control, name: "storeId" });
  const state = useSectionState(["storeId", "contractNumber"], storeId !== null);
  return (
    <FormSection title="Contract" state={state}>
      <FieldGrid columns={2}>
        <SelectField
          control={control}
          name="storeId"
          label="Store"
          options={stores.map((store) => ({ value: store.storeId, label: store.name }))}
          help="In another store the plan is chosen again."
          // what was filled in was the other store's
          onChosen={() => writeByHand(form)}
        />
        <TextField
          control={control}
          name="contractNumber"
          label="Contract number"
          placeholder="The provider’s own"
          mono
          emptyAsNull
        />
      </FieldGrid>
      <CheckboxField
        control={control}
        name="awaitingProvider"
        label="Awaits the provider’s acceptance"
        help="It stays pending until the acceptance is recorded."
      />
    </FormSection>
  );
}
