"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { PartyInput } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { z } from "zod";
import { useTRPC } from "../../../trpc/browser.tsx";
import { newKey } from "../../../trpc/correlation.ts";
import { explain, problemOf } from "../../../trpc/errors.ts";
import { putOnFields } from "../../../trpc/form-problem.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { ChoiceField } from "../../../ui/fields/choice-fields.tsx";
import { FieldGrid } from "../../../ui/fields/form-section.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { Dialog } from "../../../ui/floating/dialog.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import { partyById } from "../../customers/queries.ts";
import classes from "./form.module.css";

type NewCustomerDialogProps = {
  opened: boolean;
  /** What was typed while looking. */
  name: string;
  onClose: () => void;
  onMade: (partyId: string) => void;
};

/** A person or a company, made without leaving the contract. */
export function NewCustomerDialog({ opened, name, onClose, onMade }: NewCustomerDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="New customer" text="Only the name is needed now.">
      <CustomerForm name={name} onClose={onClose} onMade={onMade} />
    </Dialog>
  );
}

/** "Helen Marchmont" is a given and a family name. */
function split(name: string): { givenName: string | null; familyName: string | null } {
  const words = name.trim().split(/\s+/).filter(Boolean);
  return { givenName: words.slice(0, -1).join(" ") || null, familyName: words.at(-1) ?? null };
}

function CustomerForm({ name, onClose, onMade }: Omit<NewCustomerDialogProps, "opened">) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [formKey] = useState(newKey);
  const form = useForm<z.input<typeof PartyInput>, unknown, PartyInput>({
    resolver: zodResolver(PartyInput),
    defaultValues: { kind: "PERSON", ...split(name), companyName: null, email: null, phone: null },
  });
  const { control } = form;
  const kind = useWatch({ control, name: "kind" });
  const create = useMutation(
    trpc.parties.create.mutationOptions({
      onSuccess: ({ party }) => {
        queryClient.setQueryData(partyById(trpc, party.partyId).queryKey, party);
        onMade(party.partyId);
        return queryClient.invalidateQueries(trpc.parties.list.pathFilter());
      },
      onError: (error) => {
        const problem = problemOf(error);
        if (putOnFields(form, problem)) return;
        const { title, text } = explain(problem);
        toast.failed(title, text);
      },
    }),
  );
  const send = (given: PartyInput) => {
    const party =
      given.kind === "PERSON"
        ? { ...given, companyName: null }
        : { ...given, givenName: null, familyName: null };
    create.mutate({ idempotencyKey: idempotencyKeyOf(formKey, party), party });
  };
  return (
    <form
      noValidate
      className={classes.customer}
      onSubmit={(event) => {
        // the contract's form is above this one in React's tree
        event.stopPropagation();
        void form.handleSubmit(send)(event);
      }}
    >
      <ChoiceField
        control={control}
        name="kind"
        label="Kind"
        columns={2}
        options={[
          { value: "PERSON", label: "Person" },
          { value: "COMPANY", label: "Company" },
        ]}
      />
      {kind === "PERSON" ? (
        <FieldGrid columns={2}>
          <TextField control={control} name="givenName" label="Given name" emptyAsNull autoFocus />
          <TextField control={control} name="familyName" label="Family name" emptyAsNull required />
        </FieldGrid>
      ) : (
        <TextField control={control} name="companyName" label="Company" emptyAsNull required autoFocus />
      )}
      <FieldGrid columns={2}>
        <TextField control={control} name="email" label="E-mail" type="email" emptyAsNull />
        <TextField control={control} name="phone" label="Telephone" type="tel" emptyAsNull />
      </FieldGrid>
      <div className={classes.customerFoot}>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={create.isPending}>
          Add customer
        </Button>
      </div>
    </form>
  );
}
