import type { Party, PartyInput, UpdateParty } from "@vehicle-contracts/contract-model";
import { sameValue } from "@vehicle-contracts/contract-rules";

/** What a person writes of a customer, as it is kept. */
export type PartyWritten = Pick<
  Party,
  "kind" | "givenName" | "familyName" | "companyName" | "email" | "phone" | "addresses" | "consent"
>;

/** A customer as they are kept, or as they would be: a person has no company's name, a company no person's. */
export const writtenOf = (party: PartyInput): PartyWritten => {
  const isPerson = party.kind === "PERSON";
  return {
    kind: party.kind,
    givenName: (isPerson && party.givenName) || null,
    familyName: (isPerson && party.familyName) || null,
    companyName: (!isPerson && party.companyName) || null,
    email: party.email ?? null,
    phone: party.phone ?? null,
    addresses: (party.addresses ?? []).map(({ lines, postalCode, city, country }) => ({
      lines,
      postalCode: postalCode ?? null,
      city: city ?? null,
      country: country ?? null,
    })),
    consent: {
      email: party.consent?.email ?? false,
      phone: party.consent?.phone ?? false,
      text: party.consent?.text ?? false,
      post: party.consent?.post ?? false,
    },
  };
};

/** What `update` is sent: only what differs, each field whole. */
export const changesBetween = (before: PartyWritten, after: PartyWritten): UpdateParty["changes"] =>
  Object.fromEntries(
    Object.entries(after).filter(
      // the entries are of exactly these fields
      ([field, value]) => !sameValue(before[field as keyof PartyWritten], value),
    ),
  );
