import type { ContractStatus, Distance, Money, ProblemField } from "@vehicle-contracts/contract-model";
import { distanceCovers, readsLower } from "./distance.ts";
import type { Limits } from "./effective-status.ts";
import type { JudgedAllowance, JudgedCoverage, Taken } from "./entitlement/question.ts";
import { broken } from "./outcome.ts";
import { sayCount, sayDate, sayDistance, sayMoney } from "./wording.ts";

/** What an entry of the ledger takes: units of an allowance, or an amount under the coverage line that has the code. */
export type UsageTaken =
  | { kind: "ALLOWANCE"; code: string; quantity: number }
  | { kind: "AMOUNT"; code: string; amount: Money };

/** An entry as the ledger keeps it: what was taken, or which entry it takes back. */
export type LedgerEntry = { usageId: string } & (UsageTaken | { reverses: string });

const count = (counts: Readonly<Record<string, number>>, code: string): number =>
  Object.hasOwn(counts, code) ? (counts[code] ?? 0) : 0;

const counted = (counts: Readonly<Record<string, number>>, code: string, more: number) => ({
  ...counts,
  [code]: count(counts, code) + more,
});

/** The sums once an entry is added (`direction` 1) or one is taken back (−1). */
export function withUsage(used: Taken, taken: UsageTaken, direction: 1 | -1): Taken {
  return taken.kind === "ALLOWANCE"
    ? { ...used, allowances: counted(used.allowances, taken.code, direction * taken.quantity) }
    : { ...used, amounts: counted(used.amounts, taken.code, direction * taken.amount.amountMinor) };
}

/** What a ledger has taken, entries reversed left out. docs/rules.md, "Usage". */
export function usedBy(ledger: readonly LedgerEntry[]): Taken {
  const reversed = new Set(ledger.flatMap((entry) => ("reverses" in entry ? [entry.reverses] : [])));
  return ledger.reduce<Taken>(
    (used, entry) => ("reverses" in entry || reversed.has(entry.usageId) ? used : withUsage(used, entry, 1)),
    { allowances: {}, amounts: {} },
  );
}

/** The contract as usage is recorded on it; `effectiveStatus` is that of `today`, the day at its own store. */
export type UsedContract = Limits & {
  today: string;
  effectiveStatus: ContractStatus;
  coverage: readonly JudgedCoverage[];
  allowances: readonly JudgedAllowance[];
  price?: { currency: string } | null | undefined;
  used: Taken;
};

/** The job: its day and mileage. Left out, the last reading on or before the day stands for the mileage. */
export type UsedJob = { date: string; odometer?: Distance | null | undefined };

/**
 * Why an entry may not be recorded, the first rule alone: WRONG_STATUS, NOT_STARTED, EXPIRED_DATE, USAGE_IN_FUTURE,
 * EXPIRED_DISTANCE, ITEM_NOT_LISTED, CURRENCY_DIFFERS, ALLOWANCE_EXHAUSTED, AMOUNT_EXHAUSTED (which say what is left). Paths
 * start at the usage.
 * `lastReading`: the last on or before the job's day. docs/rules.md, "Usage".
 */
export function usageBreaks(
  contract: UsedContract,
  taken: UsageTaken,
  job: UsedJob,
  lastReading: Distance | null,
): ProblemField[] {
  const first =
    statusBreak(contract, ["ACTIVE", "SUSPENDED", "EXPIRED"]) ??
    dateBreak(contract, job) ??
    distanceBreak(contract, job, lastReading) ??
    (taken.kind === "ALLOWANCE" ? unitsBreak(contract, taken) : amountBreak(contract, taken));
  return first ? [first] : [];
}

/**
 * Why an entry may not be taken back, the first rule alone: ALREADY_REVERSED (also where it is itself a reversal, which is
 * final), WRONG_STATUS once the contract is cancelled or void. docs/rules.md, "Usage".
 */
export function reversalBreaks(
  contract: Pick<UsedContract, "effectiveStatus">,
  entry: { isReversal: boolean; isReversed: boolean },
): ProblemField[] {
  const open: ContractStatus[] = ["PENDING", "ACTIVE", "SUSPENDED", "EXPIRED"];
  const first = entry.isReversal
    ? broken(
        "usageId",
        "ALREADY_REVERSED",
        "This entry takes another one back, and that is final. Record the usage anew if it was right after all.",
      )
    : entry.isReversed
      ? broken(
          "usageId",
          "ALREADY_REVERSED",
          "This entry has been taken back already. Nothing is left of it to reverse.",
        )
      : statusBreak(contract, open);
  return first ? [first] : [];
}

/** The terms that a ledger counts against. */
export type UsedTerms = Pick<UsedContract, "coverage" | "allowances" | "price">;

/**
 * Why terms may not change as they would, with what has been used: USAGE_EXISTS (an allowance or a covered line that was used is
 * gone, or has less than was used), CURRENCY_DIFFERS (claims were counted in another currency). docs/rules.md, "Usage".
 */
export function usedTermsBreaks(before: UsedTerms, after: UsedTerms, used: Taken): ProblemField[] {
  const taken = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).filter(([, sum]) => sum > 0);
  return [
    ...taken(used.allowances).flatMap(([code, units]) => usedServiceBreak(after, code, units) ?? []),
    ...taken(used.amounts).flatMap(([code, minor]) => usedLineBreak(before, after, code, minor) ?? []),
  ];
}

const takeBack = "Take the entries of its ledger back first, if they are wrong.";

function usedServiceBreak({ allowances }: UsedTerms, code: string, units: number): ProblemField | null {
  const place = allowances.findIndex((each) => each.code === code);
  const quantity = allowances[place]?.quantity ?? 0;
  if (quantity >= units) return null;
  return broken(
    place < 0 ? "allowances" : `allowances.${place}.quantity`,
    "USAGE_EXISTS",
    `${sayCount(units, "unit")} of ${code} ${units === 1 ? "has" : "have"} been used, so ${place < 0 ? "it stays" : `it is at least ${units}`}. ${takeBack}`,
  );
}

function usedLineBreak(
  before: UsedTerms,
  after: UsedTerms,
  code: string,
  minor: number,
): ProblemField | null {
  const lineOf = ({ coverage }: UsedTerms) =>
    coverage.findIndex((each) => each.treatment === "COVERED" && each.code === code);
  const currencyOf = (terms: UsedTerms) =>
    terms.coverage[lineOf(terms)]?.maximumAmount?.currency ?? terms.price?.currency ?? null;
  const place = lineOf(after);
  const claimedIn = currencyOf(before);
  const claimed = claimedIn === null ? String(minor) : sayMoney({ amountMinor: minor, currency: claimedIn });
  const maximum = after.coverage[place]?.maximumAmount;
  if (place < 0)
    return broken(
      "coverage",
      "USAGE_EXISTS",
      `${claimed} has been claimed under ${code}, so it stays. ${takeBack}`,
    );
  const path = `coverage.${place}.maximumAmount`;
  if (claimedIn !== null && currencyOf(after) !== claimedIn)
    return broken(
      `${path}.currency`,
      "CURRENCY_DIFFERS",
      `${claimed} has been claimed under ${code}, in ${claimedIn}. Enter its maximum in ${claimedIn}. ${takeBack}`,
    );
  if (!maximum || maximum.amountMinor >= minor) return null;
  return broken(
    path,
    "USAGE_EXISTS",
    `${claimed} has been claimed under ${code}, so its maximum is at least that. ${takeBack}`,
  );
}

function statusBreak(
  { effectiveStatus }: Pick<UsedContract, "effectiveStatus">,
  open: readonly ContractStatus[],
): ProblemField | null {
  if (open.includes(effectiveStatus)) return null;
  const why =
    effectiveStatus === "CANCELLED"
      ? "The contract is cancelled, and its refund rests on what was used until then: nothing more is recorded or taken back."
      : `The contract is ${effectiveStatus.toLowerCase()}; in that state nothing can be used.`;
  return broken("status", "WRONG_STATUS", why);
}

function dateBreak({ startDate, endDate, today }: UsedContract, { date }: UsedJob): ProblemField | null {
  if (startDate && date < startDate)
    return broken(
      "date",
      "NOT_STARTED",
      `The contract starts on ${sayDate(startDate)}; the job was on ${sayDate(date)}. Enter the day of the job.`,
    );
  if (endDate && date > endDate)
    return broken(
      "date",
      "EXPIRED_DATE",
      `The contract ended on ${sayDate(endDate)}; the job was on ${sayDate(date)}. Enter the day of the job.`,
    );
  if (date > today)
    return broken(
      "date",
      "USAGE_IN_FUTURE",
      `The job is dated ${sayDate(date)}, and at the contract's store it is ${sayDate(today)}. Record it on the day it is done.`,
    );
  return null;
}

function distanceBreak(
  { distance }: UsedContract,
  { odometer }: UsedJob,
  lastReading: Distance | null,
): ProblemField | null {
  const at = odometer ?? lastReading;
  if (!at || distance?.kind !== "limited") return null;
  if (distanceCovers(distance, at) === false)
    return broken(
      "odometer",
      "EXPIRED_DISTANCE",
      odometer
        ? `The contract ended at ${sayDistance(distance.endOdometer)}; the job was done at ${sayDistance(odometer)}. Enter the mileage of the job.`
        : `The contract ended at ${sayDistance(distance.endOdometer)}, and the last reading before the job is ${sayDistance(at)}. Enter the mileage of the job if it was another.`,
    );
  if (odometer && readsLower(odometer, distance.startOdometer))
    return broken(
      "odometer",
      "NOT_STARTED",
      `The contract starts at ${sayDistance(distance.startOdometer)}; the job was done at ${sayDistance(odometer)}. Enter the mileage of the job.`,
    );
  return null;
}

function unitsBreak(
  { allowances, used }: UsedContract,
  { code, quantity }: UsageTaken & { kind: "ALLOWANCE" },
): ProblemField | null {
  const allowance = allowances.find((each) => each.code === code);
  if (!allowance)
    return broken(
      "code",
      "ITEM_NOT_LISTED",
      `The contract includes no service ${code}. Name one of its allowances.`,
    );
  const left = Math.max(0, allowance.quantity - count(used.allowances, code));
  if (quantity <= left) return null;
  return broken(
    "quantity",
    "ALLOWANCE_EXHAUSTED",
    `Of ${allowance.quantity} × ${code}, ${left === 0 ? "none is" : `${sayCount(left, "unit")} ${left === 1 ? "is" : "are"}`} left; ${quantity} cannot be taken.`,
  );
}

function amountBreak(
  { coverage, price, used }: UsedContract,
  { code, amount }: UsageTaken & { kind: "AMOUNT" },
): ProblemField | null {
  const line = coverage.find((each) => each.treatment === "COVERED" && each.code === code);
  if (!line)
    return broken(
      "code",
      "ITEM_NOT_LISTED",
      `The contract has no coverage line ${code}. Name the line that pays; * is the one for all that is not named.`,
    );
  const currency = line.maximumAmount?.currency ?? price?.currency;
  if (currency && currency !== amount.currency)
    return broken(
      "amount.currency",
      "CURRENCY_DIFFERS",
      `The contract pays in ${currency}, not in ${amount.currency}. Enter the amount in ${currency}.`,
    );
  if (!line.maximumAmount) return null;
  const left = Math.max(0, line.maximumAmount.amountMinor - count(used.amounts, code));
  if (amount.amountMinor <= left) return null;
  const money = (amountMinor: number) => sayMoney({ amountMinor, currency: amount.currency });
  return broken(
    "amount",
    "AMOUNT_EXHAUSTED",
    `Of ${money(line.maximumAmount.amountMinor)} for ${code}, ${money(left)} is left; ${money(amount.amountMinor)} cannot be taken.`,
  );
}
