"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { newKey } from "../../trpc/correlation.ts";
import { Dialog } from "../../ui/floating/dialog.tsx";
import { ContactFields } from "./form/contact-fields.tsx";
import { DuplicatesNotice } from "./form/duplicates-notice.tsx";
import classes from "./form/form.module.css";
import { newForm } from "./form/form-values.ts";
import { NameFields } from "./form/name-fields.tsx";
import { useCustomerForm } from "./form/use-customer-form.ts";
import { useMakeCustomer } from "./form/use-make-customer.ts";

type NewCustomerDialogProps = {
  opened: boolean;
  /** What was typed while looking. */
  sought: string;
  onClose: () => void;
  /** Made anew, or found to be there already. */
  onChosen: (partyId: string) => void;
};

/** A person or a company, added without leaving another form. */
export function NewCustomerDialog({ opened, sought, onClose, onChosen }: NewCustomerDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="New customer" text="Only the name is needed now.">
      <ShortForm sought={sought} onClose={onClose} onChosen={onChosen} />
    </Dialog>
  );
}

function ShortForm({ sought, onClose, onChosen }: Omit<NewCustomerDialogProps, "opened">) {
  const [defaults] = useState(() => newForm(newKey(), sought));
  const state = useCustomerForm(defaults);
  const { make, isMaking } = useMakeCustomer(state, ({ partyId }) => onChosen(partyId));
  return (
    <form
      noValidate
      className={classes.dialog}
      onSubmit={(event) => {
        event.preventDefault();
        // another form may be above this one in React's tree
        event.stopPropagation();
        make();
      }}
    >
      <NameFields form={state.form} autoFocus />
      <ContactFields form={state.form} />
      <DuplicatesNotice form={state.form} partyId={null} onTake={onChosen} />
      <div className={classes.dialogFoot}>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={isMaking}>
          Add customer
        </Button>
      </div>
    </form>
  );
}
