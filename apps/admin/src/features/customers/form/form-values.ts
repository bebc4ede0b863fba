import type { Party } from "@vehicle-contracts/contract-model";

/** A customer as they stand in the form. Texts that cannot be read stay in it as they are, for the schema to refuse. */
export type CustomerForm = {
  /** Made once a form; with the content it makes the idempotency key, so a retry is the same call. */
  formKey: string;
  /** The customer the form began from, kept with a draft; null for a new one. Parsed before it is used. */
  base: unknown;
  kind: Party["kind"];
  /** The names of the other kind stay while one is not sure which it is; they are not sent. */
  givenName: string | null;
  familyName: string | null;
  companyName: string | null;
  email: string | null;
  phone: string | null;
  addresses: AddressForm[];
  consent: Party["consent"];
  /** How the consent that this form changes was given. */
  consentSource: string | null;
};

/** An address as it is typed: its lines in one text, one below the other. */
export type AddressForm = {
  street: string | null;
  postalCode: string | null;
  city: string | null;
  country: string | null;
};

/** As many as the schema takes. */
export const mostAddresses = 10;

export const emptyAddress = (country: string | null): AddressForm => ({
  street: null,
  postalCode: null,
  city: null,
  country,
});

/** What is typed and then taken out again leaves blanks at most. */
export const textOf = (text: string | null): string | null => text?.trim() || null;

/** A box that was added and left empty is no address; the country alone is there from the first. */
export const isWritten = ({ street, postalCode, city }: AddressForm): boolean =>
  [street, postalCode, city].some((text) => textOf(text) !== null);

/** "Helen Marchmont" is a given and a family name. */
function split(name: string): Pick<CustomerForm, "givenName" | "familyName"> {
  const words = name.split(/\s+/).filter(Boolean);
  return { givenName: words.slice(0, -1).join(" ") || null, familyName: words.at(-1) ?? null };
}

/** What was looked for and is not there: an e-mail address, a telephone number, or a name. */
function found(sought: string): Partial<CustomerForm> {
  const text = sought.trim();
  if (text.includes("@")) return { email: text };
  return /^[+\d][\d ()./-]*$/.test(text) ? { phone: text } : split(text);
}

/** An empty form; `sought` was looked for, and is not there. */
export const newForm = (formKey: string, sought = ""): CustomerForm => ({
  formKey,
  base: null,
  kind: "PERSON",
  givenName: null,
  familyName: null,
  companyName: null,
  email: null,
  phone: null,
  ...found(sought),
  addresses: [],
  consent: { email: false, phone: false, text: false, post: false },
  consentSource: null,
});

/** The form of a customer who is there. */
export const formOf = (party: Party, formKey: string): CustomerForm => ({
  formKey,
  base: party,
  kind: party.kind,
  givenName: party.givenName,
  familyName: party.familyName,
  companyName: party.companyName,
  email: party.email,
  phone: party.phone,
  addresses: party.addresses.map(({ lines, ...rest }) => ({ street: lines.join("\n"), ...rest })),
  consent: party.consent,
  consentSource: null,
});
