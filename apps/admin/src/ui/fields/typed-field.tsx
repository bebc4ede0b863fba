"use client";

import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { type FieldValues, useController } from "react-hook-form";
import { useLocale } from "../locale-context.tsx";
import { faultWords } from "./fault-words.ts";
import { type FieldProps, wrapperProps } from "./field-props.ts";
import classes from "./fields.module.css";

type TypedFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  /** The form's value of the text; undefined when it cannot be read. */
  read: (text: string) => number | string | undefined;
  /** The text of the form's value. */
  show: (value: number | string) => string;
  /** What is said under the field of a text that cannot be read. */
  unreadable: (text: string) => string;
  /** The value is an amount of it. */
  currency?: string;
  alignEnd?: boolean;
  inputMode?: "numeric" | "decimal" | "text";
  start?: ReactNode;
  end?: ReactNode;
  startWidth?: number;
  endWidth?: number;
  /** The first field of a dialog. */
  autoFocus?: boolean;
};

/**
 * A field whose value is not its text: a figure, an amount, a date. What is typed stays as typed until one leaves the
 * field. A text that cannot be read is kept in the form as it is, so that the schema refuses it and nothing is lost.
 */
export function TypedField<Values extends FieldValues>(props: TypedFieldProps<Values>) {
  const { control, name, read, show, unreadable, alignEnd, inputMode = "text", start, end } = props;
  const { startWidth, endWidth, autoFocus, currency } = props;
  const locale = useLocale();
  const { field, fieldState } = useController({ control, name });
  const [typed, setTyped] = useState<string | null>(null);
  const value: unknown = field.value;
  const shown = typed ?? textOf(value, read, show);
  const isUnreadable =
    typed === null && typeof value === "string" && value !== "" && read(shown) === undefined;
  const message = fieldState.error?.message;
  const error = isUnreadable ? unreadable(value) : message && faultWords(message, value, locale, currency);

  const take = (text: string) => {
    setTyped(text);
    field.onChange(text.trim() === "" ? null : (read(text) ?? text));
  };
  return (
    <TextInput
      {...wrapperProps(props, error)}
      data-autofocus={autoFocus || undefined}
      name={name}
      ref={field.ref}
      inputMode={inputMode}
      autoComplete="off"
      classNames={{ input: alignEnd ? (classes.alignEnd ?? "") : "" }}
      leftSection={start}
      {...(startWidth !== undefined && { leftSectionWidth: startWidth })}
      rightSection={end}
      rightSectionPointerEvents={typeof end === "object" ? "all" : "none"}
      {...(endWidth !== undefined && { rightSectionWidth: endWidth })}
      value={shown}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={() => {
        setTyped(null);
        field.onBlur();
      }}
    />
  );
}

function textOf(
  value: unknown,
  read: (text: string) => unknown,
  show: (value: number | string) => string,
): string {
  if (typeof value === "number") return show(value);
  if (typeof value !== "string" || value === "") return "";
  return read(value) === undefined ? value : show(value);
}
