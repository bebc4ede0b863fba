"use client";

import { Button } from "@mantine/core";
import { type UseFormReturn, useFormState, useWatch } from "react-hook-form";
import { Facts } from "../../../ui/facts.tsx";
import { ErrorSummary } from "../../../ui/fields/error-summary.tsx";
import { FormDock } from "../../../ui/form-page/form-dock.tsx";
import { FormPanel, NotYet, PanelPart } from "../../../ui/form-page/form-panel.tsx";
import { Keys } from "../../../ui/keys.tsx";
import { consentWords } from "../words.ts";
import classes from "./form.module.css";
import { type CustomerForm, textOf } from "./form-values.ts";
import { labels } from "./labels.ts";

type ReviewProps = { form: UseFormReturn<CustomerForm>; make: () => void; isMaking: boolean };

/** What the customer will be called; null while that is not said. */
function useName({ control }: UseFormReturn<CustomerForm>): string | null {
  const [kind, given, family, company] = useWatch({
    control,
    name: ["kind", "givenName", "familyName", "companyName"],
  });
  return textOf(kind === "PERSON" ? [given, family].filter(Boolean).join(" ") : company);
}

/** Who is about to be added, what is still wrong, and the button. Stays in sight beside the form. */
export function ReviewPanel({ form, make, isMaking }: ReviewProps) {
  const name = useName(form);
  useFormState({ control: form.control });
  const [email, phone, consent] = useWatch({ control: form.control, name: ["email", "phone", "consent"] });
  return (
    <FormPanel title="Review">
      <PanelPart tight>
        <div className={classes.strong}>{name ?? "Not named yet"}</div>
      </PanelPart>
      <PanelPart>
        <Facts
          items={[
            { label: labels.email ?? "", value: email ?? <NotYet /> },
            { label: labels.phone ?? "", value: phone ?? <NotYet /> },
            { label: "Marketing", value: consentWords(consent) ?? <NotYet>by no channel</NotYet> },
          ]}
        />
      </PanelPart>
      <PanelPart>
        <ErrorSummary form={form} labels={labels} />
        <Button fullWidth loading={isMaking} onClick={make}>
          Add customer&ensp;
          <Keys keys="mod+Enter" bare />
        </Button>
      </PanelPart>
    </FormPanel>
  );
}

/** The same on a tablet, docked below. */
export function ReviewDock({ form, make, isMaking }: ReviewProps) {
  const name = useName(form);
  return (
    <FormDock
      form={form}
      labels={labels}
      text={<span className={classes.strong}>{name ?? "New customer"}</span>}
    >
      <Button loading={isMaking} onClick={make}>
        Add customer
      </Button>
    </FormDock>
  );
}
