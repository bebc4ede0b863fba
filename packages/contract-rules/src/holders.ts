import type { ProblemField } from "@vehicle-contracts/contract-model";
import { broken } from "./outcome.ts";
import { sayDate } from "./wording.ts";

/** A party's part in a contract, both days inclusive. No `from` is the contract's start, no `to` is open. */
export type PartyInterval = {
  role: string;
  partyId: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
};

/** The dates between which a contract has a holder. */
export type HolderSpan = { startDate?: string | null | undefined; endDate?: string | null | undefined };

// Text sorts before and after every date.
const always = "";
const never = "~";
const firstDay = (party: PartyInterval, span: HolderSpan) => party.from ?? span.startDate ?? always;
const lastDay = (party: PartyInterval) => party.to ?? never;

/** The HOLDER on a day; null where there is none. docs/rules.md, "Holder". */
export function holderOn<Party extends PartyInterval>(
  parties: readonly Party[],
  span: HolderSpan,
  day: string,
): Party | null {
  return (
    parties.find(
      (party) => party.role === "HOLDER" && firstDay(party, span) <= day && day <= lastDay(party),
    ) ?? null
  );
}

/**
 * The current HOLDER: today's, or the first day's before the start and the last day's after the end. null where there is
 * none. docs/rules.md, "Holder".
 */
export function currentHolder<Party extends PartyInterval>(
  parties: readonly Party[],
  span: HolderSpan,
  today: string,
): Party | null {
  const notAfterEnd = span.endDate && span.endDate < today ? span.endDate : today;
  const day = span.startDate && span.startDate > notAfterEnd ? span.startDate : notAfterEnd;
  return holderOn(parties, span, day);
}

/** HOLDER_OVERLAP for each HOLDER whose days meet those of one named before. docs/rules.md, "Holder". */
export function holderOverlaps(parties: readonly PartyInterval[], span: HolderSpan): ProblemField[] {
  return parties.flatMap((party, index) => {
    if (party.role !== "HOLDER") return [];
    const other = parties
      .slice(0, index)
      .find(
        (earlier) =>
          earlier.role === "HOLDER" &&
          firstDay(earlier, span) <= lastDay(party) &&
          firstDay(party, span) <= lastDay(earlier),
      );
    if (!other) return [];
    const until = other.to ? `until ${sayDate(other.to)}` : "without a last day";
    return [
      broken(
        `parties.${index}.from`,
        "HOLDER_OVERLAP",
        `A contract has one holder at a time, and another one holds it ${until}. Let one end before the other begins.`,
      ),
    ];
  });
}

/**
 * What is wrong with the holders: HOLDER_OVERLAP always; HOLDER_MISSING where the contract is sold (`sold`) and nobody is its
 * current holder. docs/rules.md, "Holder".
 */
export function holderBreaks(
  parties: readonly PartyInterval[],
  span: HolderSpan,
  { today, sold }: { today: string; sold: boolean },
): ProblemField[] {
  const overlaps = holderOverlaps(parties, span);
  if (!sold || currentHolder(parties, span, today)) return overlaps;
  return [broken("parties", "HOLDER_MISSING", "Nobody holds the contract. Add one holder."), ...overlaps];
}

/**
 * The parties after the start date has moved, was set or was cleared: who was there from the former first day is there from
 * the new one, unless that would be after their own last day. docs/rules.md, "Holder".
 */
export function followStart<Party extends PartyInterval>(
  parties: readonly Party[],
  before: string | null,
  after: string | null,
): Party[] {
  return parties.map((party) =>
    (party.from ?? null) === before && (after === null || after <= lastDay(party))
      ? { ...party, from: after }
      : party,
  );
}
