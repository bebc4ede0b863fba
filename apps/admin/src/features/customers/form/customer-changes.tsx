"use client";

import type { Party } from "@vehicle-contracts/contract-model";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { routes } from "../../../routes.ts";
import { type ChangeLine, ChangesDock, ChangesPanel } from "../../../ui/form-page/changes-panel.tsx";
import { useLoaded } from "../../../ui/later/use-loaded.ts";
import { useFormat } from "../../../ui/use-format.ts";
import type { CustomerForm } from "./form-values.ts";
import { labels } from "./labels.ts";
import { laterCustomerCheck } from "./later-customer-check.ts";

type ChangesProps = { form: UseFormReturn<CustomerForm>; base: Party; isSaving: boolean; save: () => void };

/** What differs from what the form began from; null while it cannot be told. */
function useChanges(form: UseFormReturn<CustomerForm>, base: Party): ChangeLine[] | null | undefined {
  const { locale } = useFormat();
  const check = useLoaded(laterCustomerCheck);
  const values = useWatch({ control: form.control }) as CustomerForm; // all of it is there from the first
  return check?.changeLines(values, base, locale);
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
