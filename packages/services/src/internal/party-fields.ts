import type { Party, PartyInput } from "@vehicle-contracts/contract-model";
import { sortNameOf } from "./folding.ts";

type Fields = Omit<Party, "partyId" | "version" | "consentRecord" | "createdAt" | "updatedAt">;

/** A party's fields as stored: what is left out is null, a channel of consent no, and the name is made. */
export function partyFields(input: PartyInput): Fields & { sortName: string } {
  const person = input.kind === "PERSON";
  const name = person
    ? [input.givenName, input.familyName].filter(Boolean).join(" ")
    : (input.companyName ?? "");
  return {
    kind: input.kind,
    givenName: input.givenName ?? null,
    familyName: input.familyName ?? null,
    companyName: input.companyName ?? null,
    name,
    sortName: person ? sortNameOf(input.familyName, input.givenName) : sortNameOf(input.companyName),
    email: input.email ?? null,
    phone: input.phone ?? null,
    addresses: (input.addresses ?? []).map((address) => ({
      lines: address.lines,
      postalCode: address.postalCode ?? null,
      city: address.city ?? null,
      country: address.country ?? null,
    })),
    consent: {
      email: input.consent?.email ?? false,
      phone: input.consent?.phone ?? false,
      text: input.consent?.text ?? false,
      post: input.consent?.post ?? false,
    },
  };
}
