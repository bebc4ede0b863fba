"use client";

import type { ReactNode } from "react";
import { type FieldValues, type UseFormReturn, useFormState } from "react-hook-form";
import { FaultLink } from "./fault-link.tsx";
import classes from "./form-page.module.css";

type FormDockProps<Values extends FieldValues, Sent> = {
  form: UseFormReturn<Values, unknown, Sent>;
  /** The fields' words by their path, for the first fault. */
  labels: Readonly<Record<string, string>>;
  /** What will be saved, in one line. */
  text: ReactNode;
  /** The buttons. */
  children: ReactNode;
};

/** The form's panel on a tablet: one line docked below, the first fault linking to its field. */
export function FormDock<Values extends FieldValues, Sent>(props: FormDockProps<Values, Sent>) {
  const { form, labels, text, children } = props;
  const { errors } = useFormState({ control: form.control });
  return (
    <div className={classes.dock}>
      <div className={classes.dockText}>
        <div>{text}</div>
        <FaultLink form={form} errors={errors} labels={labels} />
      </div>
      {children}
    </div>
  );
}
