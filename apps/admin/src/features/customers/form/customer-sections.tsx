"use client";

import { useFormState, useWatch } from "react-hook-form";
import { FormSection } from "../../../ui/fields/form-section.tsx";
import { FormFrame } from "../../../ui/form-page/form-frame.tsx";
import { AddressSection } from "./address-section.tsx";
import { ConsentSection } from "./consent-section.tsx";
import { ContactFields } from "./contact-fields.tsx";
import { DuplicatesNotice } from "./duplicates-notice.tsx";
import { NameFields } from "./name-fields.tsx";
import type { CustomerFormState } from "./use-customer-form.ts";

/** All that a person writes of a customer. */
export function CustomerSections({ form, base }: Pick<CustomerFormState, "form" | "base">) {
  const { errors } = useFormState({ control: form.control });
  const [kind, familyName, companyName, email, phone] = useWatch({
    control: form.control,
    name: ["kind", "familyName", "companyName", "email", "phone"],
  });
  const stateOf = (isFaulty: boolean, isDone: boolean) => (isFaulty ? "faulty" : isDone ? "done" : "open");
  const isNamed = (kind === "PERSON" ? familyName : companyName) !== null;
  return (
    <FormFrame>
      <FormSection
        title="Name"
        state={stateOf(Boolean(errors.givenName ?? errors.familyName ?? errors.companyName), isNamed)}
      >
        <NameFields form={form} />
      </FormSection>
      <FormSection
        title="Contact"
        state={stateOf(Boolean(errors.email ?? errors.phone), email !== null || phone !== null)}
      >
        <ContactFields form={form} />
        <DuplicatesNotice form={form} partyId={base?.partyId ?? null} />
      </FormSection>
      <AddressSection form={form} />
      <ConsentSection form={form} base={base} />
    </FormFrame>
  );
}
