import type { Party } from "@vehicle-contracts/contract-model";

/** Somebody who may be the same, and what says so. */
export type Duplicate = {
  party: Party;
  same: "name and e-mail address" | "name and telephone number" | "e-mail address";
};

type Sought = { partyId: string | null; email: string | null; phone: string | null };

/**
 * Who is there already: of those with the same name, who has the same e-mail address or telephone number; of those with the
 * same e-mail address, everybody. The server found both lists, so it says which names are the same.
 */
export function duplicatesOf(
  { partyId, email, phone }: Sought,
  sameName: readonly Party[],
  sameEmail: readonly Party[],
): Duplicate[] {
  const named = sameName.flatMap((party): Duplicate[] => {
    if (isSameEmail(party.email, email)) return [{ party, same: "name and e-mail address" }];
    return isSamePhone(party.phone, phone) ? [{ party, same: "name and telephone number" }] : [];
  });
  const others = sameEmail
    .filter((party) => isSameEmail(party.email, email))
    .map((party): Duplicate => ({ party, same: "e-mail address" }));
  const seen = new Set([partyId]);
  return [...named, ...others].filter(({ party }) => {
    const isNew = !seen.has(party.partyId);
    seen.add(party.partyId);
    return isNew;
  });
}

const isSameEmail = (a: string | null, b: string | null) =>
  a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase();

/** The fewest digits that tell a number: fewer are a part of one. */
const fewestDigits = 7;

/** The same number, with or without its country: the one ends on the other without its leading zeros. */
export function isSamePhone(a: string | null, b: string | null): boolean {
  const [short = "", long = ""] = [a, b]
    .map((phone) => (phone ?? "").replace(/\(0\)/, "").replace(/\D/g, "").replace(/^0+/, ""))
    .toSorted((one, other) => one.length - other.length);
  return short.length >= fewestDigits && long.endsWith(short);
}
