"use client";

import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import type { FieldProps } from "./field-props.ts";
import { useTextInput } from "./use-text-input.ts";

type TextFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  /** In figures of one width: numbers and codes. */
  mono?: boolean;
  type?: "text" | "email" | "tel";
  autoComplete?: string;
  /** Which keys a tablet shows. */
  inputMode?: "text" | "numeric";
  /** At the right, inside: a unit, a button. */
  end?: ReactNode;
  /** An empty field is null in the form, not "". */
  emptyAsNull?: boolean;
  autoFocus?: boolean;
};

/** One line of text. */
export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const { mono = false, type = "text", autoComplete = "off", inputMode, end, autoFocus } = props;
  return (
    <TextInput
      {...useTextInput(props)}
      type={type}
      autoComplete={autoComplete}
      inputMode={inputMode}
      rightSection={end}
      data-mono={mono || undefined}
      data-autofocus={autoFocus || undefined}
    />
  );
}
