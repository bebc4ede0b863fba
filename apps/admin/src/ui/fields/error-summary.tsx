"use client";

import { Anchor } from "@mantine/core";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { useLocale } from "../locale-context.tsx";
import { Notice } from "../notice.tsx";
import { faultWords } from "./fault-words.ts";
import classes from "./fields.module.css";
import { faultsOf } from "./form-faults.ts";

type ErrorSummaryProps<Values extends FieldValues, Sent> = {
  form: UseFormReturn<Values, unknown, Sent>;
  /** The fields' words by their path; `parties.*.partyId` stands for every place in a list. */
  labels: Readonly<Record<string, string>>;
};

/** What is to be put right, beside the button; each links to its field. */
export function ErrorSummary<Values extends FieldValues, Sent>({
  form,
  labels,
}: ErrorSummaryProps<Values, Sent>) {
  const locale = useLocale();
  const faults = faultsOf(form.formState.errors);
  if (faults.length === 0) return null;
  const title = faults.length === 1 ? "One field to put right" : `${faults.length} fields to put right`;
  return (
    <Notice tone="red" title={title}>
      <ul className={classes.faults}>
        {faults.map(({ path, message }) => (
          <li key={path}>
            <Anchor
              component="button"
              type="button"
              inherit
              underline="always"
              className={classes.faultLink}
              // the paths of a form's errors are paths of its values
              onClick={() => form.setFocus(path as FieldPath<Values>)}
            >
              {labelOf(path, labels)}
            </Anchor>
            : {faultWords(message, form.getValues(path as FieldPath<Values>), locale)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** "parties.0.partyId" by itself, by `parties.*.partyId`, or by what it is part of. */
export function labelOf(path: string, labels: Readonly<Record<string, string>>): string {
  const general = path.replace(/\.\d+(?=\.|$)/g, ".*");
  const above = path.includes(".") ? path.slice(0, path.lastIndexOf(".")) : null;
  return labels[path] ?? labels[general] ?? (above === null ? path : labelOf(above, labels));
}
