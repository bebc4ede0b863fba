"use client";

import { Switch } from "@mantine/core";
import type { FieldValues } from "react-hook-form";
import type { FieldProps } from "./field-props.ts";
import { useYesOrNo } from "./use-yes-or-no.ts";

/** On or off. */
export const SwitchField = <Values extends FieldValues>(props: FieldProps<Values>) => (
  <Switch {...useYesOrNo(props)} />
);
