import type { Contract, ContractParty, Money, ProblemField } from "@vehicle-contracts/contract-model";
import { effectiveStatus, type Facts, type Lifespan } from "./effective-status.ts";
import { currentHolder, holderOverlaps } from "./holders.ts";
import { broken, type Outcome, refused } from "./outcome.ts";
import { addDays, daysBetween } from "./temporal.ts";
import { sayCount, sayDate } from "./wording.ts";

/** A contract as a transfer sees it. No policy of its own is AUTOMATIC. */
export type TransferableContract = Lifespan &
  Pick<Contract, "parties"> & {
    saleDate?: string | null | undefined;
    transferPolicy?:
      | { kind: "NONE" | "AUTOMATIC" }
      | { kind: "ON_REQUEST"; windowDays: number; fee: Money | null }
      | null
      | undefined;
  };

/** `date`: the first day of the new holder. `askedOn`: a day on or before that of asking, not before `date`; left out, today. */
export type Transfer = { date: string; toPartyId: string; askedOn?: string | undefined };

/**
 * Why a contract cannot go over to anybody, whatever the day: WRONG_STATUS unless it is effectively PENDING, ACTIVE or
 * SUSPENDED, TRANSFER_EXCLUDED; null where it can. `facts.today` is the contract's own store's. docs/rules.md, "Transfer".
 */
export function transferBreaks(contract: TransferableContract, facts: Facts): ProblemField | null {
  const effective = effectiveStatus(contract, facts);
  if (effective !== "PENDING" && effective !== "ACTIVE" && effective !== "SUSPENDED")
    return broken(
      "status",
      "WRONG_STATUS",
      `The contract is ${effective.toLowerCase()}; in that state it cannot be transferred.`,
    );
  if (contract.transferPolicy?.kind === "NONE")
    return broken(
      "transferPolicy",
      "TRANSFER_EXCLUDED",
      "By its terms the contract stays with its holder: it is not transferred to a new owner.",
    );
  return null;
}

/**
 * The first day of a holder. Who holds a contract from a start that is still ahead has had it since it was sold, if the sale
 * is known: so it can change hands before it begins. docs/rules.md, "Transfer".
 */
function heldSince(
  { from: since }: ContractParty,
  { startDate, saleDate }: TransferableContract,
  today: string,
): string | null {
  const from = since ?? startDate ?? null;
  const isAhead = from !== null && from > today && from === startDate;
  return isAhead && saleDate && saleDate < from ? saleDate : from;
}

/**
 * TRANSFER_TOO_EARLY where there is no day yet on which the contract could have gone over; else, and where nobody holds it,
 * null.
 */
export function transferDayBreaks(
  contract: TransferableContract,
  { today }: Pick<Facts, "today">,
): ProblemField | null {
  const holder = currentHolder(contract.parties, contract, today);
  const since = holder && heldSince(holder, contract, today);
  return since && since >= today ? tooEarly(since, today) : null;
}

function tooEarly(since: string, today: string): ProblemField {
  const first = addDays(since, 1);
  const held = `The present holder has the contract from ${sayDate(since)}, for a day at least.`;
  return broken(
    "date",
    "TRANSFER_TOO_EARLY",
    first > today
      ? `${held} It can be transferred from ${sayDate(first)}.`
      : `${held} Enter ${sayDate(first)} or a later day.`,
  );
}

/**
 * The parties once the contract has gone over: the holder until the day before, the new one from the day on; limits and ledger
 * are as they were. Broken, the first that applies: as in `transferBreaks`; TRANSFER_IN_FUTURE, HOLDER_MISSING, SAME_HOLDER,
 * TRANSFER_TOO_EARLY, HOLDER_OVERLAP. docs/rules.md, "Transfer".
 */
export function transferredParties(
  contract: TransferableContract,
  { date, toPartyId, askedOn }: Transfer,
  facts: Facts,
): Outcome<ContractParty[]> {
  const field = transferBreaks(contract, facts);
  if (field) return { ok: false, fields: [field] };
  if (date > facts.today)
    return refused(
      "date",
      "TRANSFER_IN_FUTURE",
      `A transfer is recorded once the vehicle has changed hands. Today is ${sayDate(facts.today)}; enter that day or an earlier one.`,
    );
  const holder = currentHolder(contract.parties, contract, facts.today);
  if (!holder) return refused("parties", "HOLDER_MISSING", "Nobody holds the contract. Add one holder.");
  if (holder.partyId === toPartyId)
    return refused(
      "toPartyId",
      "SAME_HOLDER",
      "This party holds the contract already. Choose the new owner.",
    );
  const since = heldSince(holder, contract, askedOn ?? facts.today);
  if (since !== null && date <= since) return { ok: false, fields: [tooEarly(since, facts.today)] };
  const from = since === (holder.from ?? contract.startDate ?? null) ? holder.from : since;
  const parties = contract.parties.flatMap((party) =>
    party === holder
      ? [
          { ...holder, from, to: addDays(date, -1) },
          { role: holder.role, partyId: toPartyId, from: date, to: null },
        ]
      : [party],
  );
  const overlaps = holderOverlaps(parties, contract);
  return overlaps.length > 0 ? { ok: false, fields: overlaps } : { ok: true, value: parties };
}

/**
 * As `transferredParties`, for what is asked today under ON_REQUEST: TRANSFER_WINDOW_OVER besides, where more than `windowDays`
 * have gone by since the day of the transfer; the last of them is still in time.
 */
export function transferRequestBreaks(
  contract: TransferableContract,
  transfer: Transfer,
  facts: Facts,
): ProblemField[] {
  const outcome = transferredParties(contract, transfer, facts);
  if (!outcome.ok) return outcome.fields;
  const { transferPolicy } = contract;
  if (transferPolicy?.kind !== "ON_REQUEST") return [];
  const { windowDays } = transferPolicy;
  if (daysBetween(transfer.date, facts.today) <= windowDays) return [];
  return [
    broken(
      "date",
      "TRANSFER_WINDOW_OVER",
      `A transfer on ${sayDate(transfer.date)} had to be asked for by ${sayDate(addDays(transfer.date, windowDays))}, within ${sayCount(windowDays, "day")}. Today is ${sayDate(facts.today)}.`,
    ),
  ];
}
