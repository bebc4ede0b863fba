import type { ConsentEntry } from "@vehicle-contracts/contract-model";

/** The formats that the words need, in the reader's locale, and the zone whose calendar tells the day. */
type Format = { dayOf: (instant: string, timeZone: string) => string };

/** How a channel stands, and how that came to be; null where nothing is known of it. */
export type ConsentState = { word: "Given" | "Withdrawn" | "Not given"; detail: string | null };

/** "Given", "3 Mar 2025 by Ines Vogtland, signed form at the desk". */
export function consentState(
  isGiven: boolean,
  entry: ConsentEntry | null,
  { dayOf }: Format,
  timeZone: string,
): ConsentState {
  if (entry === null) return { word: isGiven ? "Given" : "Not given", detail: null };
  const by = entry.by.onBehalfOf ? `${entry.by.onBehalfOf.name}, through ${entry.by.name}` : entry.by.name;
  const source = entry.source ? `, ${entry.source}` : "";
  return {
    word: isGiven ? "Given" : "Withdrawn",
    detail: `${dayOf(entry.at, timeZone)} by ${by}${source}`,
  };
}
