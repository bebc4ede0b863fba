"use client";

import { Button } from "@mantine/core";
import type { ProviderInput } from "@vehicle-contracts/contract-model";
import type { Control } from "react-hook-form";
import { ChoiceField } from "../../../ui/fields/choice-fields.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { fieldLabels, kindOptions } from "../words.ts";

type ProviderFieldsProps = {
  control: Control<ProviderInput>;
  /** Shows the provider that has the name already; null where the name is free. */
  onShowOther: (() => void) | null;
};

/** Name and kind. */
export const ProviderFields = ({ control, onShowOther }: ProviderFieldsProps) => (
  <>
    <TextField
      control={control}
      name="name"
      label={fieldLabels.name}
      help="As contracts and letters name it."
      required
    />
    {onShowOther && (
      <Notice
        tone="amber"
        title="It may be the same provider."
        action={
          <Button size="xs" variant="default" onClick={onShowOther}>
            Show it
          </Button>
        }
      />
    )}
    <ChoiceField control={control} name="kind" label={fieldLabels.kind} options={kindOptions} required />
  </>
);
