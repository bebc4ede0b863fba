"use client";

import { PasswordInput, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { type FieldValues, useController } from "react-hook-form";
import { useLocale } from "../locale-context.tsx";
import { faultWords } from "./fault-words.ts";
import { type FieldProps, wrapperProps } from "./field-props.ts";
import { withTypedBefore } from "./typed-before.ts";

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

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

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

/** Several lines of text; grows with them. */
export function TextAreaField<Values extends FieldValues>(
  props: FieldProps<Values> & { rows?: number; emptyAsNull?: boolean },
) {
  return <Textarea {...useTextInput(props)} autosize minRows={props.rows ?? 3} maxRows={14} />;
}

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

/** What an input of text has of its field. */
function useTextInput<Values extends FieldValues>(props: FieldProps<Values> & { emptyAsNull?: boolean }) {
  const { control, name, emptyAsNull = false } = props;
  const { field, fieldState } = useController({ control, name });
  const locale = useLocale();
  const message = fieldState.error?.message;
  const value = textOf(field.value);
  const change = (text: string) => field.onChange(emptyAsNull && text === "" ? null : text);
  return {
    ...wrapperProps(props, message && faultWords(message, field.value, locale)),
    name,
    ref: withTypedBefore<HTMLInputElement | HTMLTextAreaElement>(field.ref, (input) => {
      if (input.value !== value) change(input.value);
    }),
    value,
    onBlur: field.onBlur,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => change(currentTarget.value),
  };
}
