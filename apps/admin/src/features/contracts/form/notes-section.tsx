"use client";

import { useWatch } from "react-hook-form";
import { FormSection } from "../../../ui/fields/form-section.tsx";
import { TextAreaField } from "../../../ui/fields/text-area-field.tsx";
import { useContractFormState } from "./contract-form-context.tsx";
import { useSectionState } from "./use-section-state.ts";

/** For those who work with it. */
export function NotesSection() {
  const { form } = useContractFormState();
  const notes = useWatch({ control: form.control, name: "notes" });
  const state = useSectionState(["notes"], notes !== null);
  return (
    <FormSection title="Notes" note="for you and your colleagues" state={state}>
      <TextAreaField
        control={form.control}
        name="notes"
        label="Notes"
        help="At most 5,000 characters. They can be changed at any time."
        emptyAsNull
      />
    </FormSection>
  );
}
