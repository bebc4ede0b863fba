"use client";

import { PasswordInput, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { type FieldValues, useController } from "react-hook-form";
import { type FieldProps, wrapperProps } from "./field-props.ts";

type TextFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  /** In figures of one width: numbers and codes. */
  mono?: boolean;
  type?: "text" | "email" | "tel";
  autoComplete?: string;
  /** At the right, inside: a unit, a button. */
  end?: ReactNode;
  /** An empty field is null in the form, not "". */
  emptyAsNull?: boolean;
  autoFocus?: boolean;
};

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** One line of text. */
export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const {
    control,
    name,
    mono,
    type = "text",
    autoComplete = "off",
    end,
    emptyAsNull = false,
    autoFocus,
  } = props;
  const { field, fieldState } = useController({ control, name });
  return (
    <TextInput
      {...wrapperProps(props, fieldState.error?.message)}
      type={type}
      autoComplete={autoComplete}
      rightSection={end}
      data-mono={mono || undefined}
      data-autofocus={autoFocus || undefined}
      name={name}
      ref={field.ref}
      value={textOf(field.value)}
      onBlur={field.onBlur}
      onChange={(event) => {
        const text = event.currentTarget.value;
        field.onChange(emptyAsNull && text === "" ? null : text);
      }}
    />
  );
}

/** Several lines of text; grows with them. */
export function TextAreaField<Values extends FieldValues>(
  props: FieldProps<Values> & { rows?: number; emptyAsNull?: boolean },
) {
  const { control, name, rows = 3, emptyAsNull = false } = props;
  const { field, fieldState } = useController({ control, name });
  return (
    <Textarea
      {...wrapperProps(props, fieldState.error?.message)}
      autosize
      minRows={rows}
      maxRows={14}
      name={name}
      ref={field.ref}
      value={textOf(field.value)}
      onBlur={field.onBlur}
      onChange={(event) => {
        const text = event.currentTarget.value;
        field.onChange(emptyAsNull && text === "" ? null : text);
      }}
    />
  );
}

type PasswordFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  autoComplete: "current-password" | "new-password";
};

/** A password; the eye shows it, pasting works. */
export function PasswordField<Values extends FieldValues>(props: PasswordFieldProps<Values>) {
  const { control, name, autoComplete } = props;
  const { field, fieldState } = useController({ control, name });
  return (
    <PasswordInput
      {...wrapperProps(props, fieldState.error?.message)}
      autoComplete={autoComplete}
      visibilityToggleButtonProps={{ "aria-label": "Show or hide the password" }}
      name={name}
      ref={field.ref}
      value={textOf(field.value)}
      onBlur={field.onBlur}
      onChange={field.onChange}
    />
  );
}
