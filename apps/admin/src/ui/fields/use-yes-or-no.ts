"use client";

import { type FieldValues, useController } from "react-hook-form";
import type { FieldProps } from "./field-props.ts";
import { withTypedBefore } from "./typed-before.ts";

/** What an input of yes or no has of its field. */
export function useYesOrNo<Values extends FieldValues>(props: FieldProps<Values>) {
  const { control, name, label, help, readOnlyReason } = props;
  const { field, fieldState } = useController({ control, name });
  const checked = field.value === true;
  return {
    label,
    description: readOnlyReason ?? help,
    error: fieldState.error?.message,
    disabled: readOnlyReason !== undefined,
    name,
    ref: withTypedBefore<HTMLInputElement>(field.ref, (input) => {
      if (input.checked !== checked) field.onChange(input.checked);
    }),
    checked,
    onBlur: field.onBlur,
    onChange: (event: { currentTarget: { checked: boolean } }) => field.onChange(event.currentTarget.checked),
  };
}
