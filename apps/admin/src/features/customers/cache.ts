import type { Party, UpdateParty } from "@vehicle-contracts/contract-model";
import { writtenOf } from "./form/written.ts";

/** Pure edits of what the query cache holds, so that a change shows before the server has answered. */

export type CustomerPage = { items: Party[]; nextCursor: string | null };

/** The customer with changed fields, named anew. When and by whom consent was given is the server's to say. */
export function withChanges(party: Party, changes: UpdateParty["changes"]): Party {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const written = writtenOf({ ...party, ...given });
  const name =
    written.kind === "PERSON"
      ? [written.givenName, written.familyName].filter(Boolean).join(" ")
      : (written.companyName ?? "");
  return { ...party, ...written, name };
}

/** A page of a list with the customer's row as it is now; the same page where it has no such row. Rows keep their places. */
export function pageWith(page: CustomerPage | undefined, party: Party): CustomerPage | undefined {
  if (!page?.items.some(({ partyId }) => partyId === party.partyId)) return page;
  return { ...page, items: page.items.map((row) => (row.partyId === party.partyId ? party : row)) };
}
