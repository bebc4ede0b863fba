"use client";

import { Checkbox } from "@mantine/core";
import type { FieldValues } from "react-hook-form";
import type { FieldProps } from "./field-props.ts";
import { useYesOrNo } from "./use-yes-or-no.ts";

/** Yes or no, as part of a form. */
export const CheckboxField = <Values extends FieldValues>(props: FieldProps<Values>) => (
  <Checkbox {...useYesOrNo(props)} />
);
