"use client";

import { Button } from "@mantine/core";
import type { Contract } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { useFormState, useWatch } from "react-hook-form";
import { routes } from "../../../routes.ts";
import { Card } from "../../../ui/card.tsx";
import { ErrorSummary } from "../../../ui/fields/error-summary.tsx";
import { faultsOf } from "../../../ui/fields/form-faults.ts";
import { Keys } from "../../../ui/keys.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { changedParts } from "../conflict/merge.ts";
import { partLabel, partWords } from "../conflict/part-words.ts";
import { useKnownNames } from "../conflict/use-known-names.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import { FaultLink } from "./fault-link.tsx";
import classes from "./form.module.css";
import { changedRecord } from "./form-record.ts";
import type { ContractForm } from "./form-values.ts";
import { labels } from "./labels.ts";

type ChangesProps = { base: Contract; isSaving: boolean; save: () => void };

/** What differs from what the form began from; null while it cannot be told. */
function useChanges(base: Contract) {
  const { form, around } = useContractFormState();
  const format = useFormat();
  const values = useWatch({ control: form.control }) as ContractForm; // all of it is there from the first
  const record = changedRecord(values, around, base);
  const mine = record.ok ? record.value : base;
  const names = useKnownNames([base, mine]);
  if (!record.ok) return null;
  return changedParts(base, base, mine).map((part) => ({
    key: part.key,
    label: partLabel(part),
    was: partWords(part, part.base, base, base, format, names).text,
    now: partWords(part, part.mine, mine, base, format, names).text,
  }));
}

/** What will be saved, and the buttons. Stays in sight beside the form. */
export function ChangesPanel({ base, isSaving, save }: ChangesProps) {
  const { form } = useContractFormState();
  const changes = useChanges(base);
  useFormState({ control: form.control });
  return (
    <div className={classes.review}>
      <Card title="Changes" note={`to version ${base.version}`} flush>
        <div className={classes.reviewPart}>
          <div className={classes.changedList}>
            {changes === null && <span className={classes.notYet}>Something is still to put right.</span>}
            {changes?.length === 0 && <span className={classes.notYet}>Nothing changed yet.</span>}
            {changes !== null && changes.length > 0 && (
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
        </div>
        <div className={classes.reviewPart}>
          <ErrorSummary form={form} labels={labels} />
          <Button fullWidth loading={isSaving} onClick={save}>
            Save changes&ensp;
            <Keys keys="mod+Enter" bare />
          </Button>
          <Button fullWidth variant="default" component={Link} href={routes.contract(base.contractId)}>
            Back to the contract
          </Button>
        </div>
      </Card>
    </div>
  );
}

/** The same on a tablet, docked below. */
export function ChangesDock({ base, isSaving, save }: ChangesProps) {
  const { form } = useContractFormState();
  const changes = useChanges(base);
  const { errors } = useFormState({ control: form.control });
  const count = changes?.length ?? 0;
  return (
    <div className={classes.dock}>
      <div className={classes.dockText}>
        <span className={classes.strong}>
          {count === 0 ? "Nothing changed yet" : `${count} ${count === 1 ? "change" : "changes"}`}
        </span>
        <FaultLink form={form} faults={faultsOf(errors)} />
      </div>
      <Button variant="default" component={Link} href={routes.contract(base.contractId)}>
        Back
      </Button>
      <Button loading={isSaving} onClick={save}>
        Save changes
      </Button>
    </div>
  );
}
