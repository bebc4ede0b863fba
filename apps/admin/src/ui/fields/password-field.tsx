"use client";

import { PasswordInput } from "@mantine/core";
import type { FieldValues } from "react-hook-form";
import type { FieldProps } from "./field-props.ts";
import { useTextInput } from "./use-text-input.ts";

type PasswordFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  autoComplete: "current-password" | "new-password";
  /** Where a dialog begins. */
  autoFocus?: boolean;
};

/** A password; the eye shows it, pasting works. */
export function PasswordField<Values extends FieldValues>(props: PasswordFieldProps<Values>) {
  return (
    <PasswordInput
      {...useTextInput(props)}
      data-autofocus={props.autoFocus || undefined}
      autoComplete={props.autoComplete}
      visibilityToggleButtonProps={{ "aria-label": "Show or hide the password" }}
    />
  );
}
