"use client";

import { Button } from "@mantine/core";
import type { Route } from "next";
import Link from "next/link";
import { type FieldValues, type UseFormReturn, useFormState } from "react-hook-form";
import { ErrorSummary } from "../fields/error-summary.tsx";
import { Keys } from "../keys.tsx";
import { FormDock } from "./form-dock.tsx";
import classes from "./form-page.module.css";
import { FormPanel, NotYet, PanelPart } from "./form-panel.tsx";

export type ChangeLine = { key: string; label: string; was: string; now: string };

type ChangesProps<Values extends FieldValues, Sent> = {
  form: UseFormReturn<Values, unknown, Sent>;
  labels: Readonly<Record<string, string>>;
  /** The version that the form began from. */
  version: number;
  /** What differs from it; null where that cannot be told, undefined while the check that tells is not there yet. */
  changes: readonly ChangeLine[] | null | undefined;
  isSaving: boolean;
  save: () => void;
  /** Where one goes without saving: "Back to the contract". */
  back: { href: Route; label: string };
};

/** What will be saved of a record that is changed, and the buttons. Stays in sight beside the form. */
export function ChangesPanel<Values extends FieldValues, Sent>(props: ChangesProps<Values, Sent>) {
  const { form, labels, version, changes, isSaving, save, back } = props;
  const { isDirty } = useFormState({ control: form.control });
  return (
    <FormPanel title="Changes" note={`to version ${version}`}>
      <PanelPart tight>
        <div className={classes.changedList}>
          {changes === null && <NotYet>Something is still to put right.</NotYet>}
          {changes === undefined && isDirty && <NotYet>Not compared yet.</NotYet>}
          {(changes?.length === 0 || (changes === undefined && !isDirty)) && (
            <NotYet>Nothing changed yet.</NotYet>
          )}
          {changes && changes.length > 0 && (
            <ul className={classes.changed}>
              {changes.map(({ key, label, was, now }) => (
                <li key={key}>
                  <div className={classes.changedName}>{label}</div>
                  <div className={classes.changedWas}>was {was}</div>
                  <div className={classes.changedNow}>{now}</div>
                </li>
              ))}
            </ul>
          )}
        </div>
      </PanelPart>
      <PanelPart>
        <ErrorSummary form={form} labels={labels} />
        <Button fullWidth loading={isSaving} onClick={save}>
          Save changes&ensp;
          <Keys keys="mod+Enter" bare />
        </Button>
        <Button fullWidth variant="default" component={Link} href={back.href}>
          {back.label}
        </Button>
      </PanelPart>
    </FormPanel>
  );
}

/** The same on a tablet, docked below. */
export function ChangesDock<Values extends FieldValues, Sent>(props: ChangesProps<Values, Sent>) {
  const { form, labels, changes, isSaving, save, back } = props;
  const { isDirty } = useFormState({ control: form.control });
  const count = changes?.length ?? 0;
  const none = changes === undefined && isDirty ? "Not compared yet" : "Nothing changed yet";
  return (
    <FormDock
      form={form}
      labels={labels}
      text={
        <span className={classes.strong}>
          {count === 0 ? none : `${count} ${count === 1 ? "change" : "changes"}`}
        </span>
      }
    >
      <Button variant="default" component={Link} href={back.href}>
        Back
      </Button>
      <Button loading={isSaving} onClick={save}>
        Save changes
      </Button>
    </FormDock>
  );
}
