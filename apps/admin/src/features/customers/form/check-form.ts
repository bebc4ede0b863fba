import {
  CreateParty,
  Party,
  PartyInput,
  type ProblemField,
  plainMessage,
  problemFields,
} from "@vehicle-contracts/contract-model";
import type { Outcome } from "@vehicle-contracts/contract-rules";
import { formPathOf, inFormOrder } from "./form-path.ts";
import { type CustomerForm, isWritten, textOf } from "./form-values.ts";
import { type PartyWritten, writtenOf } from "./written.ts";

/** The customer that a draft of another day or an answer of the server holds; null where it is something else. */
export const partyIn = (value: unknown): Party | null => {
  const read = Party.safeParse(value);
  return read.success ? read.data : null;
};

/**
 * The customer of the form where the schema has nothing against them; else the faults on the form's paths, all of them, from
 * its top to its bottom. The server decides by the same schema; this says it before anything is sent.
 */
export function checkForm(values: CustomerForm): Outcome<PartyWritten> {
  const isPerson = values.kind === "PERSON";
  const input = {
    kind: values.kind,
    givenName: isPerson ? textOf(values.givenName) : null,
    familyName: isPerson ? textOf(values.familyName) : null,
    companyName: isPerson ? null : textOf(values.companyName),
    email: textOf(values.email),
    phone: textOf(values.phone),
    addresses: values.addresses.filter(isWritten).map(({ street, postalCode, city, country }) => ({
      lines: linesOf(street),
      postalCode: textOf(postalCode),
      city: textOf(city),
      country,
    })),
    consent: values.consent,
  };
  const read = PartyInput.safeParse(input, { error: plainMessage });
  const source = CreateParty.shape.consentSource.safeParse(textOf(values.consentSource));
  const fields = [
    ...(read.success ? [] : problemFields(read.error, input).map((field) => placed(values, field))),
    ...(source.success
      ? []
      : problemFields(source.error, null).map((field) => ({ ...field, path: "consentSource" }))),
  ];
  return read.success && fields.length === 0
    ? { ok: true, value: writtenOf(read.data) }
    : { ok: false, fields: inFormOrder(fields) };
}

const linesOf = (street: string | null): string[] =>
  (street ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const placed = (values: CustomerForm, field: ProblemField): ProblemField => ({
  ...field,
  path: formPathOf(values, field.path),
});
