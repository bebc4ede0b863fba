"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { PartyRole } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { useTRPC } from "../../../trpc/browser.tsx";
import { DateField } from "../../../ui/fields/date-field.tsx";
import { FieldGrid } from "../../../ui/fields/form-section.tsx";
import { LookupField } from "../../../ui/fields/lookup-field.tsx";
import { laterOpened } from "../../../ui/later/later.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { partyById } from "../../customers/queries.ts";
import { spanWords } from "../term-words.ts";
import { roleWord } from "../words.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import classes from "./form.module.css";
import { usePartyLookup } from "./use-lookups.ts";

const NewCustomerDialog = laterOpened(() =>
  import("../../customers/new-customer-dialog.tsx").then((loaded) => loaded.NewCustomerDialog),
);

const nobody: Readonly<Record<PartyRole, string>> = {
  HOLDER: "Name, e-mail or telephone",
  PAYER: "Same as holder",
  LIENHOLDER: "None",
  SELLER: "None",
};

type PartyFieldProps = {
  index: number;
  role: PartyRole;
  reason: string | undefined;
  onRemove: (() => void) | null;
};

/** A part in the contract: who, and from when to when where that is not all the time. */
export function PartyField({ index, role, reason, onRemove }: PartyFieldProps) {
  const { form, around } = useContractFormState();
  const { control } = form;
  const trpc = useTRPC();
  const { options, onSearch, isSearching } = usePartyLookup(reason === undefined);
  const [newName, setNewName] = useState<string | null>(null);
  const party = useWatch({ control, name: `parties.${index}` });
  const partyId = party?.partyId ?? null;
  const { data: chosen } = useQuery({ ...partyById(trpc, partyId ?? ""), enabled: partyId !== null });
  const [isDated, { open }] = useDisclosure(Boolean(party?.from || party?.to));
  const label = roleWord(role);
  return (
    <fieldset className={classes.party} aria-label={label}>
      <LookupField
        control={control}
        name={`parties.${index}.partyId`}
        label={label}
        placeholder={nobody[role]}
        options={options}
        onSearch={onSearch}
        isSearching={isSearching}
        chosenLabel={chosen?.name ?? null}
        clearable
        help={chosen && <Contact email={chosen.email} phone={chosen.phone} />}
        nothingFound="Nobody of this name. Try other letters."
        create={{
          label: (text) => (text.trim() ? `New customer “${text.trim()}”` : "New customer"),
          onCreate: setNewName,
        }}
        readOnlyReason={reason}
      />
      {partyId !== null && isDated && (
        <FieldGrid columns={2}>
          <DateField
            control={control}
            name={`parties.${index}.from`}
            label="From"
            placeholder="The start"
            today={around.today}
            readOnlyReason={reason && ""}
          />
          <DateField
            control={control}
            name={`parties.${index}.to`}
            label="To"
            placeholder="Open"
            today={around.today}
            readOnlyReason={reason && ""}
          />
        </FieldGrid>
      )}
      <div className={classes.partyFoot}>
        {partyId !== null && !isDated && reason === undefined && (
          <>
            <Span from={party?.from ?? null} to={party?.to ?? null} />
            <Button variant="transparent" size="compact-xs" className={classes.linkButton} onClick={open}>
              Other dates
            </Button>
          </>
        )}
        {onRemove && reason === undefined && (
          <Button variant="transparent" size="compact-xs" className={classes.linkButton} onClick={onRemove}>
            Take out
          </Button>
        )}
      </div>
      <NewCustomerDialog
        opened={newName !== null}
        sought={newName ?? ""}
        onClose={() => setNewName(null)}
        onChosen={(id) => {
          form.setValue(`parties.${index}.partyId`, id, { shouldDirty: true });
          setNewName(null);
        }}
      />
    </fieldset>
  );
}

const Contact = ({ email, phone }: { email: string | null; phone: string | null }) =>
  [email, phone].filter(Boolean).join(", ");

function Span({ from, to }: { from: string | null; to: string | null }) {
  const format = useFormat();
  return <span>{spanWords({ from, to }, format) ?? "From the start, all the time"}</span>;
}
