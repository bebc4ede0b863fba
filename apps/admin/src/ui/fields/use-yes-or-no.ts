"use client";

import { type FieldValues, useController } from "react-hook-form";
import type { FieldProps } from "./field-props.ts";
import { useTypedBefore } from "./use-typed-before.ts";

/** What an input of yes or no has of its field. */
export function useYesOrNo<Values extends FieldValues>(props: FieldProps<Values>) {
  const { control, name, label, help, readOnlyReason } = props;
  const { field, fieldState } = useController({ control, name });
  const checked = field.value === true;
  const ref = useTypedBefore<HTMLInputElement, boolean>(
    field.ref,
    (input) => (input.checked === checked ? undefined : input.checked),
    field.onChange,
  );
  return {
    label,
    description: readOnlyReason ?? help,
    error: fieldState.error?.message,
    disabled: readOnlyReason !== undefined,
    name,
    ref,
    checked,
    onBlur: field.onBlur,
    onChange: (event: { currentTarget: { checked: boolean } }) => field.onChange(event.currentTarget.checked),
  };
}
