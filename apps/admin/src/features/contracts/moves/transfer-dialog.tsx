"use client";

import { useQuery } from "@tanstack/react-query";
import type { Contract, TransferResult } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { useTRPC } from "../../../trpc/browser.tsx";
import { DateField } from "../../../ui/fields/date-field.tsx";
import { LookupField } from "../../../ui/fields/lookup-field.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { laterOpened } from "../../../ui/later/later.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { partyById } from "../../customers/queries.ts";
import { usePartyLookup } from "../form/use-lookups.ts";
import { MoveDialog, type MoveProps } from "./move-dialog.tsx";

const NewCustomerDialog = laterOpened(() =>
  import("../../customers/new-customer-dialog.tsx").then((loaded) => loaded.NewCustomerDialog),
);

type TransferForm = { toPartyId: string | null; date: string | null; reason: string };

/** Hands the contract to a new holder, or asks an administrator to, as its terms have it. */
export function TransferDialog(props: MoveProps) {
  const { contract, opened } = props;
  const trpc = useTRPC();
  const [newName, setNewName] = useState<string | null>(null);
  const { today } = contract.store;
  const form = useForm<TransferForm>({ defaultValues: { toPartyId: null, date: today, reason: "" } });
  const toPartyId = useWatch({ control: form.control, name: "toPartyId" });
  const { data: chosen } = useQuery({ ...partyById(trpc, toPartyId ?? ""), enabled: toPartyId !== null });
  const lookup = usePartyLookup(opened);
  const asks = contract.transferPolicy?.kind === "ON_REQUEST";
  const name = chosen?.name ?? "the new owner";
  return (
    <MoveDialog<TransferForm, TransferResult>
      {...props}
      form={form}
      title="Transfer to a new owner"
      effect={asks ? "Ask for the transfer" : chosen ? `Transfer to ${chosen.name}` : "Transfer"}
      said={({ transferRequest }) =>
        transferRequest ? `Transfer to ${name} asked for` : `Transferred to ${name}`
      }
      ask={({ toPartyId: to, date, reason }) => {
        if (!to) form.setError("toPartyId", { message: "Choose the new owner." }, { shouldFocus: true });
        if (!date) form.setError("date", { message: "Enter the new owner's first day." });
        if (!to || !date) return null;
        return (client, at) => client.contracts.transfer.mutate({ ...at, toPartyId: to, date, reason });
      }}
    >
      <Policy policy={contract.transferPolicy} />
      <LookupField
        control={form.control}
        name="toPartyId"
        label="New owner"
        placeholder="Name, e-mail or telephone"
        options={lookup.options}
        onSearch={lookup.onSearch}
        isSearching={lookup.isSearching}
        chosenLabel={chosen?.name ?? null}
        nothingFound="Nobody of this name. Try other letters."
        create={{
          label: (text) => (text.trim() ? `New customer “${text.trim()}”` : "New customer"),
          onCreate: setNewName,
        }}
        help={contract.holder && `Held by ${contract.holder.name} until the day before.`}
        required
      />
      <DateField
        control={form.control}
        name="date"
        label="First day of the new owner"
        today={today}
        help="The day on which the vehicle changed hands: today or earlier."
        required
      />
      <TextField control={form.control} name="reason" label="Reason" help="May be left empty." />
      <NewCustomerDialog
        opened={newName !== null}
        sought={newName ?? ""}
        onClose={() => setNewName(null)}
        onChosen={(partyId) => {
          form.setValue("toPartyId", partyId, { shouldDirty: true });
          setNewName(null);
        }}
      />
    </MoveDialog>
  );
}

/** What the contract's terms say of a transfer. */
function Policy({ policy }: { policy: Contract["transferPolicy"] }) {
  const format = useFormat();
  if (policy?.kind !== "ON_REQUEST")
    return (
      <Notice tone="teal" title="It takes place at once.">
        What is left of the contract goes with the vehicle.
      </Notice>
    );
  const fee = policy.fee && policy.fee.amountMinor > 0 ? format.money(policy.fee) : null;
  return (
    <Notice tone="teal" title="An administrator decides.">
      It has to be asked for within {format.days(policy.windowDays)} of the change of owner
      {fee ? `, and costs ${fee}` : ", and costs nothing"}. Until then the contract stays as it is.
    </Notice>
  );
}
