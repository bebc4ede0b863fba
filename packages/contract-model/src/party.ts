import { z } from "zod";
import { partyKinds, partySortKeys } from "./codes.ts";
import { Country } from "./country.ts";
import { Warning } from "./field-fault.ts";
import { RevisionActor } from "./history.ts";
import { anyOf, page, paging, SearchText } from "./paging.ts";
import { missingName } from "./party-name.ts";
import { EmailAddress, Id, IdempotencyKey, Instant, line, tidy, Version } from "./values.ts";

export const PartyKind = z.enum(partyKinds, "Must be PERSON or COMPANY.");
export type PartyKind = z.infer<typeof PartyKind>;

/** A postal address: 1 to 6 lines, then town and country. */
export const Address = z.strictObject({
  lines: z.array(line(200)).min(1, "Must have at least one line.").max(6, "Must have at most 6 lines."),
  postalCode: line(20).nullish(),
  city: line(100).nullish(),
  /** ISO 3166-1 alpha-2. */
  country: Country.nullish(),
});

/** May the party be contacted for marketing, channel by channel. What is left out is no. */
export const Consent = z.strictObject({
  email: z.boolean(),
  phone: z.boolean(),
  text: z.boolean(),
  post: z.boolean(),
});
export type Consent = z.infer<typeof Consent>;

/** How the consent of a call was given or withdrawn, in words: "signed form at the desk". At most 200 characters. */
const ConsentSource = line(200);

/** When a channel's consent was last given or withdrawn, who recorded it, and how it was done where that was said. */
export const ConsentEntry = z.object({
  at: Instant,
  by: RevisionActor,
  source: z.string().nullable(),
});
export type ConsentEntry = z.infer<typeof ConsentEntry>;

const entry = ConsentEntry.nullable();

const partyFields = {
  givenName: line(100).nullish(),
  familyName: line(100).nullish(),
  companyName: line(200).nullish(),
  email: EmailAddress.nullish(),
  /** As dialled: digits, blanks and + ( ) - / . only; 3 to 40 characters. */
  phone: z
    .string()
    .overwrite(tidy)
    .regex(/^[+(\d][\d ()./-]{2,39}$/, "Must be a telephone number such as +44 1632 960147.")
    .nullish(),
  addresses: z.array(Address).max(10, "Must have at most 10 addresses.").nullish(),
  consent: Consent.partial().nullish(),
};

/** A party without what the server makes: `partyId`, `version`, `name`. */
export const PartyInput = z.strictObject({ kind: PartyKind, ...partyFields }).check((context) => {
  const missing = missingName(context.value);
  if (missing)
    context.issues.push({
      code: "custom",
      input: context.value,
      path: [missing.path],
      message: missing.message,
    });
});
export type PartyInput = z.infer<typeof PartyInput>;

/** A person or a company. `name` is made by the server: given and family name, or the company's. */
export const Party = z.object({
  partyId: Id,
  version: Version,
  kind: PartyKind,
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  companyName: z.string().nullable(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  addresses: z.array(
    z.object({
      lines: z.array(z.string()),
      postalCode: z.string().nullable(),
      city: z.string().nullable(),
      country: z.string().nullable(),
    }),
  ),
  consent: z.object({ email: z.boolean(), phone: z.boolean(), text: z.boolean(), post: z.boolean() }),
  /** Channel by channel; null where it was never given. */
  consentRecord: z.object({ email: entry, phone: entry, text: entry, post: entry }),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Party = z.infer<typeof Party>;

/** One filter for list and count. Values of one field are alternatives; the fields must all hold. */
export const PartyFilter = z.strictObject({
  kind: anyOf(PartyKind),
  /** May be contacted by one of these channels. */
  consent: anyOf(Consent.keyof()),
});

export const PartySortKey = z.enum(partySortKeys);
export const PartySort = z.strictObject({
  /** `name`: family names first. */
  by: PartySortKey,
  direction: z.enum(["asc", "desc"], "Must be asc or desc."),
});
export type PartySort = z.infer<typeof PartySort>;

export const PartyQuestion = z.strictObject({ filter: PartyFilter.nullish(), search: SearchText.nullish() });
export type PartyQuestion = z.infer<typeof PartyQuestion>;

/** Sorted by name when nothing is asked; then by id. */
export const ListParties = PartyQuestion.extend({ sort: PartySort.nullish(), ...paging });
export type ListParties = z.infer<typeof ListParties>;

export const GetParty = z.strictObject({ partyId: Id });
/** `consentSource` is kept with each channel that the call gives or withdraws. */
export const CreateParty = z.strictObject({
  idempotencyKey: IdempotencyKey,
  party: PartyInput,
  consentSource: ConsentSource.nullish(),
});
export const PartyChanges = z.strictObject({ kind: PartyKind.optional(), ...partyFields });
export const UpdateParty = z.strictObject({
  partyId: Id,
  version: Version,
  changes: PartyChanges,
  consentSource: ConsentSource.nullish(),
});
export const PartyPage = page(Party);
export const PartyResult = z.object({ party: Party, warnings: z.array(Warning) });

export type CreateParty = z.infer<typeof CreateParty>;
export type UpdateParty = z.infer<typeof UpdateParty>;
