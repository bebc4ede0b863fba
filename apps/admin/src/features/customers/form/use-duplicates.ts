"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { useTRPC } from "../../../trpc/browser.tsx";
import { soughtText } from "../../../ui/filters/sought-text.ts";
import { type Duplicate, duplicatesOf } from "../duplicates.ts";
import { type CustomerForm, textOf } from "./form-values.ts";

const wait = 400;

/** Who is there already and may be the one that is typed. `partyId`: who is changed, and is none of them. */
export function useDuplicates(
  { control }: UseFormReturn<CustomerForm>,
  partyId: string | null,
): readonly Duplicate[] {
  const trpc = useTRPC();
  const [kind, given, family, company, typedEmail, typedPhone] = useWatch({
    control,
    name: ["kind", "givenName", "familyName", "companyName", "email", "phone"],
  });
  const typed = {
    name: textOf(kind === "PERSON" ? [given, family].filter(Boolean).join(" ") : company) ?? "",
    email: textOf(typedEmail),
    phone: textOf(typedPhone),
  };
  const [{ name, email, phone }] = useDebouncedValue(typed, wait);
  const sameName = useQuery({
    ...trpc.parties.list.queryOptions({ search: soughtText(name), limit: 50 }),
    enabled: name !== "" && (email !== null || phone !== null),
  });
  const sameEmail = useQuery({
    ...trpc.parties.list.queryOptions({ search: soughtText(email ?? ""), limit: 10 }),
    enabled: email !== null && /^[^@]+@[^@]+$/.test(email),
  });
  return duplicatesOf({ partyId, email, phone }, sameName.data?.items ?? [], sameEmail.data?.items ?? []);
}
