import type { Party } from "@vehicle-contracts/contract-model";
import { envelopeLines } from "../address-lines.ts";
import { kindWords } from "../words.ts";
import type { FlatParty } from "./flat-party.ts";

/** The value of a part in words: "Am Kai 1, 50667 Köln, Germany", "given". */
export function partWords(part: string, record: FlatParty, locale: string): string {
  const value = record[part] ?? null;
  if (part === "kind") return kindWords[value === "COMPANY" ? "COMPANY" : "PERSON"];
  if (typeof value === "boolean") return value ? "given" : "not given";
  if (typeof value === "string") return value;
  if (value !== null) return envelopeLines(value as Party["addresses"][number], locale).join(", ");
  return part.startsWith("was:") || part.startsWith("added:") ? "not there" : "none";
}
