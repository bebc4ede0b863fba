import type { ProblemField } from "@vehicle-contracts/contract-model";
import { type CustomerForm, isWritten } from "./form-values.ts";
import { labels } from "./labels.ts";

/** The field of the form that a path of the wire means; every answer is a field that can be focused. */
export function formPathOf({ addresses }: Pick<CustomerForm, "addresses">, wirePath: string): string {
  const [field = "", place, part = "lines"] = wirePath.split(".");
  if (field !== "addresses") return field === "consent" ? "consent.email" : wirePath;
  // boxes left empty are not sent, so the places differ
  const sent = addresses.flatMap((address, index) => (isWritten(address) ? [index] : []));
  return `addresses.${sent[Number(place)] ?? 0}.${part === "lines" ? "street" : part}`;
}

/** What is required and not there, in the words of this form. */
const missing: Readonly<Record<string, string>> = {
  familyName: "Enter the family name.",
  companyName: "Enter the company\u2019s name.",
  "addresses.*.street": "Enter street and number, or a post box.",
};

const generalOf = (path: string) => path.replace(/\.\d+(?=\.|$)/g, ".*");
const places = Object.keys(labels);

/** Faults from the top of the form to its bottom, one a field, with this form's words for what is missing. */
export function inFormOrder(fields: readonly ProblemField[]): ProblemField[] {
  const placeOf = ({ path }: ProblemField) => places.indexOf(generalOf(path));
  return fields
    .filter((field, place) => fields.findIndex(({ path }) => path === field.path) === place)
    .map((field) => ({ ...field, message: wordsOf(field) }))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
}

function wordsOf({ path, code, message }: ProblemField): string {
  const general = generalOf(path);
  const isMissing = code === "MISSING" || (general === "addresses.*.street" && code === "TOO_SMALL");
  return (isMissing && missing[general]) || message;
}
