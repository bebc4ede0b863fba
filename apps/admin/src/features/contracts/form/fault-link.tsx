"use client";

import { Anchor } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import type { FieldPath, UseFormReturn } from "react-hook-form";
import { labelOf } from "../../../ui/fields/error-summary.tsx";
import type { Fault } from "../../../ui/fields/form-faults.ts";
import classes from "./form.module.css";
import type { ContractForm } from "./form-values.ts";
import { labels } from "./labels.ts";

type FaultLinkProps = { form: UseFormReturn<ContractForm>; faults: readonly Fault[] };

/** "One field to put right: odometer at start", in one line; leads to the first. */
export function FaultLink({ form, faults }: FaultLinkProps) {
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
        onClick={() => form.setFocus(first.path as FieldPath<ContractForm>)}
      >
        {count} to put right: {labelOf(first.path, labels).toLowerCase()}
      </Anchor>
    </div>
  );
}
