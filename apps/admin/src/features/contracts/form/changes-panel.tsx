"use client";

import type { Contract } from "@vehicle-contracts/contract-model";
import { useWatch } from "react-hook-form";
import { routes } from "../../../routes.ts";
import { type ChangeLine, ChangesDock, ChangesPanel } from "../../../ui/form-page/changes-panel.tsx";
import { useLoaded } from "../../../ui/later/use-loaded.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { useKnownNames } from "../conflict/use-known-names.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import type { ContractForm } from "./form-values.ts";
import { labels } from "./labels.ts";
import { laterContractCheck } from "./later-contract-check.ts";

type ChangesProps = { base: Contract; isSaving: boolean; save: () => void };

/** What differs from what the form began from; null while it cannot be told. */
function useChanges(base: Contract): ChangeLine[] | null | undefined {
  const { form, around } = useContractFormState();
  const format = useFormat();
  const values = useWatch({ control: form.control }) as ContractForm; // all of it is there from the first
  const check = useLoaded(laterContractCheck);
  const record = check?.changedRecord(values, around, base);
  const mine = record?.ok ? record.value : base;
  const names = useKnownNames([base, mine]);
  if (!record?.ok) return record && null;
  return check?.changeLines(base, mine, format, names);
}

function usePanel({ base, isSaving, save }: ChangesProps) {
  const { form } = useContractFormState();
  const back = { href: routes.contract(base.contractId), label: "Back to the contract" };
  return { form, labels, version: base.version, changes: useChanges(base), isSaving, save, back };
}

/** What will be saved of the contract, beside the form. */
export const ContractChangesPanel = (props: ChangesProps) => <ChangesPanel {...usePanel(props)} />;

/** The same on a tablet. */
export const ContractChangesDock = (props: ChangesProps) => <ChangesDock {...usePanel(props)} />;
