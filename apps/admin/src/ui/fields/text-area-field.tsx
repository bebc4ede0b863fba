"use client";

import { Textarea } from "@mantine/core";
import type { FieldValues } from "react-hook-form";
import type { FieldProps } from "./field-props.ts";
import { useTextInput } from "./use-text-input.ts";

/** Several lines of text; grows with them. */
export function TextAreaField<Values extends FieldValues>(
  props: FieldProps<Values> & { rows?: number; emptyAsNull?: boolean },
) {
  return <Textarea {...useTextInput(props)} autosize minRows={props.rows ?? 3} maxRows={14} />;
}
