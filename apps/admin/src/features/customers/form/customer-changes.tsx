"use client";

import type { Party } from "@vehicle-contracts/contract-model";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { routes } from "../../../routes.ts";
import { changedFields } from "../../../ui/conflict/flat-merge.ts";
import { type ChangeLine, ChangesDock, ChangesPanel } from "../../../ui/form-page/changes-panel.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { flatVersions } from "../conflict/flat-party.ts";
import { partWords } from "../conflict/part-words.ts";
import { checkForm } from "./check-form.ts";
import type { CustomerForm } from "./form-values.ts";
import { labels } from "./labels.ts";
import { writtenOf } from "./written.ts";

type ChangesProps = { form: UseFormReturn<CustomerForm>; base: Party; isSaving: boolean; save: () => void };

/** What differs from what the form began from; null while it cannot be told. */
function useChanges(form: UseFormReturn<CustomerForm>, base: Party): ChangeLine[] | null {
  const { locale } = useFormat();
  const values = useWatch({ control: form.control }) as CustomerForm; // all of it is there from the first
  const outcome = checkForm(values);
  if (!outcome.ok) return null;
  const before = writtenOf(base);
  const flat = flatVersions({ base: before, theirs: before, mine: outcome.value });
  return changedFields(Object.keys(flat.labels), flat.records).map(({ field }) => ({
    key: field,
    label: flat.labels[field] ?? field,
    was: partWords(field, flat.records.base, locale),
    now: partWords(field, flat.records.mine, locale),
  }));
}

function usePanel({ form, base, isSaving, save }: ChangesProps) {
  const back = { href: routes.customer(base.partyId), label: "Back to the customer" };
  const changes = useChanges(form, base);
  return { form, labels, version: base.version, changes, isSaving, save, back };
}

/** What will be saved of the customer, beside the form. */
export const CustomerChangesPanel = (props: ChangesProps) => <ChangesPanel {...usePanel(props)} />;

/** The same on a tablet. */
export const CustomerChangesDock = (props: ChangesProps) => <ChangesDock {...usePanel(props)} />;
