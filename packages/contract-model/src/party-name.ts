import type { PartyKind } from "./party.ts";

/** What makes a name: the family name of a person, the name of a company. */
export const missingName = (party: {
  kind: PartyKind;
  familyName?: string | null | undefined;
  companyName?: string | null | undefined;
}) =>
  party.kind === "PERSON"
    ? party.familyName
      ? null
      : { path: "familyName", message: "A person needs a family name." }
    : party.companyName
      ? null
      : { path: "companyName", message: "A company needs its name." };
