"use client";

import { Anchor } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import type { FieldErrors, FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { labelOf } from "../fields/error-summary.tsx";
import { faultsOf } from "../fields/form-faults.ts";
import classes from "./form-page.module.css";

type FaultLinkProps<Values extends FieldValues, Sent> = {
  form: UseFormReturn<Values, unknown, Sent>;
  errors: FieldErrors<Values>;
  labels: Readonly<Record<string, string>>;
};

/** "One field to put right: odometer at start", in one line; leads to the first. */
export function FaultLink<Values extends FieldValues, Sent>(props: FaultLinkProps<Values, Sent>) {
  const { form, errors, labels } = props;
  const faults = faultsOf(errors);
  const [first] = faults;
  if (!first) return null;
  const count = faults.length === 1 ? "One field" : `${faults.length} fields`;
  return (
    <div className={classes.dockFault} role="alert">
      <IconAlertCircle size={16} aria-hidden />
      <Anchor
        component="button"
        type="button"
        inherit
        underline="always"
        // the paths of a form's errors are paths of its values
        onClick={() => form.setFocus(first.path as FieldPath<Values>)}
      >
        {count} to put right: {inSentence(labelOf(first.path, labels))}
      </Anchor>
    </div>
  );
}

/** A label within a sentence: "Odometer at start" begins small, "VIN" stays as it is. */
const inSentence = (label: string) =>
  /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
