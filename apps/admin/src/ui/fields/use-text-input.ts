"use client";

import { type FieldValues, useController } from "react-hook-form";
import { useLocale } from "../locale-context.tsx";
import { faultWords } from "./fault-words.ts";
import { type FieldProps, wrapperProps } from "./field-props.ts";
import { useTypedBefore } from "./use-typed-before.ts";

/** What an input of text has of its field. */
export function useTextInput<Values extends FieldValues>(
  props: FieldProps<Values> & { emptyAsNull?: boolean },
) {
  const { control, name, emptyAsNull = false } = props;
  const { field, fieldState } = useController({ control, name });
  const locale = useLocale();
  const message = fieldState.error?.message;
  const value = textOf(field.value);
  const change = (text: string) => field.onChange(emptyAsNull && text === "" ? null : text);
  const ref = useTypedBefore<HTMLInputElement | HTMLTextAreaElement, string>(
    field.ref,
    (input) => (input.value === value ? undefined : input.value),
    change,
  );
  return {
    ...wrapperProps(props, message && faultWords(message, field.value, locale)),
    name,
    ref,
    value,
    onBlur: field.onBlur,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => change(currentTarget.value),
  };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
