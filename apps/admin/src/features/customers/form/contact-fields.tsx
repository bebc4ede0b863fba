"use client";

import type { UseFormReturn } from "react-hook-form";
import { FieldGrid } from "../../../ui/fields/form-section.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import type { CustomerForm } from "./form-values.ts";
import { labels } from "./labels.ts";

/** How the customer is reached. */
export const ContactFields = ({ form: { control } }: { form: UseFormReturn<CustomerForm> }) => (
  <FieldGrid columns={2}>
    <TextField control={control} name="email" label={labels.email} type="email" emptyAsNull />
    <TextField control={control} name="phone" label={labels.phone} type="tel" emptyAsNull />
  </FieldGrid>
);
