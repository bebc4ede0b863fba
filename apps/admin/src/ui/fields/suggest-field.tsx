"use client";

import { Autocomplete } from "@mantine/core";
import { type FieldValues, useController } from "react-hook-form";
import { type FieldProps, wrapperProps } from "./field-props.ts";

type SuggestFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  /** What is usual; anything else may be typed. */
  suggestions: readonly string[];
};

/** One line of text with what is usual to choose from; null where it is empty. */
export function SuggestField<Values extends FieldValues>(props: SuggestFieldProps<Values>) {
  const { control, name, suggestions } = props;
  const { field, fieldState } = useController({ control, name });
  return (
    <Autocomplete
      {...wrapperProps(props, fieldState.error?.message)}
      data={[...suggestions]}
      openOnFocus={false}
      autoComplete="off"
      name={name}
      ref={field.ref}
      value={typeof field.value === "string" ? field.value : ""}
      onBlur={field.onBlur}
      onChange={(text) => field.onChange(text === "" ? null : text)}
    />
  );
}
