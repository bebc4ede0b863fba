"use client";

import { type UseFormReturn, useWatch } from "react-hook-form";
import { ChoiceField } from "../../../ui/fields/choice-fields.tsx";
import { FieldGrid } from "../../../ui/fields/form-section.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { kindWords } from "../words.ts";
import type { CustomerForm } from "./form-values.ts";
import { labels } from "./labels.ts";

type NameFieldsProps = {
  form: UseFormReturn<CustomerForm>;
  /** In a dialog that opens with them. */
  autoFocus?: boolean;
};

/** A person or a company, and what they are called. */
export function NameFields({ form: { control }, autoFocus = false }: NameFieldsProps) {
  const kind = useWatch({ control, name: "kind" });
  return (
    <>
      <ChoiceField
        control={control}
        name="kind"
        label={labels.kind}
        columns={2}
        options={[
          { value: "PERSON", label: kindWords.PERSON },
          { value: "COMPANY", label: kindWords.COMPANY },
        ]}
      />
      {kind === "PERSON" ? (
        <FieldGrid columns={2}>
          <TextField
            control={control}
            name="givenName"
            label={labels.givenName}
            emptyAsNull
            autoFocus={autoFocus}
          />
          <TextField control={control} name="familyName" label={labels.familyName} emptyAsNull required />
        </FieldGrid>
      ) : (
        <TextField
          control={control}
          name="companyName"
          label={labels.companyName}
          emptyAsNull
          required
          autoFocus={autoFocus}
        />
      )}
    </>
  );
}
