import type {
  Distance,
  DistanceTerm,
  HoursTerm,
  Money,
  ProblemField,
  RefundRules,
  RefundStep,
  RefundStepCode,
} from "@vehicle-contracts/contract-model";
import { runOutBy } from "./effective-status.ts";
import {
  type Fraction,
  fraction,
  fractionText,
  isLess,
  lesser,
  minus,
  one,
  plus,
  roundHalfUp,
  times,
  zero,
} from "./fraction.ts";
import { broken, type Outcome } from "./outcome.ts";
import { percentageParts } from "./price.ts";
import { refundShare } from "./refund-share.ts";
import { daysOfTerm } from "./terms.ts";
import { sayDate } from "./wording.ts";

/** Who cancels. */
export type RefundCanceller = keyof RefundRules["retainedPercent"];

/** All that a refund rests on. Dates inclusive; amounts in the price's currency. */
export type RefundQuestion = {
  /** Gross. */
  price: Money;
  /** Left out: the price. */
  paid?: Money | null | undefined;
  /** Left out: the startDate. */
  saleDate?: string | null | undefined;
  startDate: string;
  endDate: string | null;
  distance: DistanceTerm;
  /** Left out: unlimited. */
  engineHours?: HoursTerm | null | undefined;
  /** The first day that counts as not used. */
  cancelDate: string;
  odometer: Distance | null;
  hours?: number | null | undefined;
  /** The last known on or before the day of cancellation; none where null or left out. */
  lastReading?: Distance | null | undefined;
  lastHours?: number | null | undefined;
  claimsPaid: Money;
  /** Left out: none. */
  servicesProvided?: Money | null | undefined;
  cancelledBy: RefundCanceller;
  ruleSet: RefundRules;
};

/** The refund, and how it comes about. */
export type Refund = { refund: Money; steps: RefundStep[] };

const percentOf = (percentage: string | number): Fraction => fraction(percentageParts(percentage), 1_000_000);

const share = (code: RefundStepCode, value: Fraction): RefundStep => ({ code, exact: fractionText(value) });
const money = (code: RefundStepCode, value: Fraction): RefundStep => ({
  ...share(code, value),
  amountMinor: Number(roundHalfUp(value)),
});

/**
 * What goes back to the customer, to the minor unit, and each step: exact fractions up to the one rounding at the end, so that
 * 0 ≤ refund ≤ paid. Refused by the first of BEFORE_SALE, EXPIRED, those of the shares (DISTANCE_UNKNOWN, ODOMETER_MISSING,
 * ODOMETER_BELOW_LAST, HOURS_UNKNOWN, HOURS_MISSING, HOURS_BELOW_LAST, NO_BASIS) and CURRENCY_DIFFERS (the rule set has no fee
 * in the price's currency). docs/rules.md, "Refund".
 */
export function quoteRefund(question: RefundQuestion): Outcome<Refund> {
  const refusal = beforeSale(question) ?? runOut(question);
  if (refusal) return { ok: false, fields: [refusal] };
  if (isFreeLook(question)) {
    const paid = fraction(paidOf(question));
    return { ok: true, value: concluded(question, [money("FREE_LOOK", paid)], paid) };
  }
  const earned = question.ruleSet.method === "BALANCE" ? balance(question) : proRata(question);
  if (!earned.ok) return earned;
  const deductions = deductionsOf(question);
  if (!deductions.ok) return deductions;
  const due = deductions.value.filter(({ amount }) => amount.n !== 0n);
  const sum = due.reduce((left, { amount }) => minus(left, amount), earned.value.sum);
  const steps = [...earned.value.steps, ...due.map(({ code, amount }) => money(code, amount))];
  if (isLess(sum, zero))
    return { ok: true, value: concluded(question, [...steps, money("RAISED_TO_ZERO", sum)], zero) };
  return { ok: true, value: concluded(question, steps, sum) };
}

/**
 * What goes back of a contract that has no price: nothing was paid for it, so nothing does, whatever the rule set says. Refused by
 * BEFORE_SALE and EXPIRED, as `quoteRefund` is.
 */
export function quoteNothing(question: RefundQuestion): Outcome<Refund> {
  const refusal = beforeSale(question) ?? runOut(question);
  if (refusal) return { ok: false, fields: [refusal] };
  return { ok: true, value: concluded(question, [], zero) };
}

/**
 * CANCEL_IN_FUTURE where a contract would be cancelled before the day that its refund counts from: what is refunded as used would not
 * be covered any more. The quote itself may be for a day ahead.
 */
export const cancelDayBreaks = (cancelDate: string, today: string): ProblemField[] =>
  cancelDate <= today
    ? []
    : [
        broken(
          "cancelDate",
          "CANCEL_IN_FUTURE",
          `The quote cancels on ${sayDate(cancelDate)}, and at the contract's store it is ${sayDate(today)}. Accept it from that day on, or make one for today.`,
        ),
      ];

const concluded = ({ price }: RefundQuestion, steps: RefundStep[], sum: Fraction): Refund => ({
  refund: { amountMinor: Number(roundHalfUp(sum)), currency: price.currency },
  steps: [...steps, money("REFUND", sum)],
});

const saleOf = ({ saleDate, startDate }: RefundQuestion) => saleDate ?? startDate;
const paidOf = ({ paid, price }: RefundQuestion) => (paid ?? price).amountMinor;

function beforeSale(question: RefundQuestion): ProblemField | null {
  const sale = saleOf(question);
  if (question.cancelDate >= sale) return null;
  return broken(
    "cancelDate",
    "BEFORE_SALE",
    `${sayDate(question.cancelDate)} is before the sale, ${sayDate(sale)}. Enter that day or a later one.`,
  );
}

/** Whatever the basis: what has run out has nothing left that could be given back. */
function runOut(question: RefundQuestion): ProblemField | null {
  const { cancelDate, odometer, lastReading, hours, lastHours } = question;
  const by = runOutBy(question, {
    today: cancelDate,
    latestOdometer: odometer ?? lastReading,
    latestHours: hours ?? lastHours,
  });
  if (!by) return null;
  const reached = { DATE: "its last day", DISTANCE: "its end odometer", HOURS: "its last engine hour" };
  const path = { DATE: "cancelDate", DISTANCE: "odometer", HOURS: "hours" };
  return broken(
    path[by],
    "EXPIRED",
    `On ${sayDate(cancelDate)} the contract is beyond ${reached[by]}. It has run out, and nothing is refunded.`,
  );
}

function isFreeLook(question: RefundQuestion): boolean {
  const { cancelDate, ruleSet, claimsPaid, servicesProvided } = question;
  return (
    daysOfTerm(saleOf(question), cancelDate) <= ruleSet.freeLookDays &&
    claimsPaid.amountMinor === 0 &&
    (servicesProvided?.amountMinor ?? 0) === 0
  );
}

type Earned = { steps: RefundStep[]; sum: Fraction };

function proRata(question: RefundQuestion): Outcome<Earned> {
  const found = refundShare(question);
  if (!found.ok) return found;
  const { shares, counts } = found.value;
  const unearned = times(fraction(question.price.amountMinor), counts);
  const retained = times(unearned, percentOf(question.ruleSet.retainedPercent[question.cancelledBy] ?? 0));
  const steps = [
    ...shares.map(({ code, value }) => share(code, value)),
    share("SHARE", counts),
    money("UNEARNED", unearned),
    ...(retained.n === 0n ? [] : [money("RETAINED", retained)]),
  ];
  return { ok: true, value: { steps, sum: minus(unearned, retained) } };
}

function balance(question: RefundQuestion): Outcome<Earned> {
  const paid = fraction(paidOf(question));
  const services = fraction(question.servicesProvided?.amountMinor ?? 0);
  const steps = [money("PAID", paid), ...(services.n === 0n ? [] : [money("SERVICES", services)])];
  return { ok: true, value: { steps, sum: minus(paid, services) } };
}

type Deduction = { code: RefundStepCode; amount: Fraction };

function deductionsOf(question: RefundQuestion): Outcome<Deduction[]> {
  const { ruleSet, claimsPaid, price } = question;
  const fee = feeOf(question);
  if (!fee.ok) return fee;
  const owed = Math.max(0, price.amountMinor - paidOf(question));
  return {
    ok: true,
    value: [
      { code: "CLAIMS", amount: fraction(ruleSet.deductClaims ? claimsPaid.amountMinor : 0) },
      // Under BALANCE only what was paid is there to begin with.
      { code: "UNPAID", amount: fraction(ruleSet.method === "BALANCE" ? 0 : owed) },
      { code: "FEE", amount: fee.value },
      { code: "FEE_TAX", amount: times(fee.value, percentOf(ruleSet.feeTaxPercent)) },
    ],
  };
}

/** Due from a customer who cancels, not where dealer or provider does. */
function feeOf({ cancelledBy, ruleSet: { fee }, price }: RefundQuestion): Outcome<Fraction> {
  if (cancelledBy !== "CUSTOMER" || fee.kind === "NONE") return { ok: true, value: zero };
  const named = fee.kind === "FIXED" ? fee.amount : (fee.cap ?? null);
  const amounts = [...(named ? [named] : []), ...(fee.inOtherCurrencies ?? [])];
  const amount = amounts.find(({ currency }) => currency === price.currency);
  if (amounts.length > 0 && !amount)
    return {
      ok: false,
      fields: [
        broken(
          "ruleSet.fee",
          "CURRENCY_DIFFERS",
          `The rule set names its fee in ${amounts.map(({ currency }) => currency).join(", ")}, and the contract is in ${price.currency}. An administrator can add that currency in a new version.`,
        ),
      ],
    };
  if (fee.kind === "FIXED") {
    const capped = fee.cap?.currency === price.currency ? fee.cap.amountMinor : Number.POSITIVE_INFINITY;
    return { ok: true, value: fraction(Math.min(amount?.amountMinor ?? 0, capped)) };
  }
  const percent = times(fraction(price.amountMinor), percentOf(fee.percent));
  return { ok: true, value: amount ? lesser(percent, fraction(amount.amountMinor)) : percent };
}

/** Of `parts` of a whole, as the ledger counts services that have no amount of their own: their share of the price, half up. */
export function servicesValue(
  price: Money,
  allowances: readonly { code: string; quantity: number }[],
  usedUnits: number,
): Money {
  const all = allowances.reduce((sum, { quantity }) => plus(sum, fraction(quantity)), zero);
  const used = all.n === 0n ? zero : lesser(one, fraction(BigInt(usedUnits), all.n));
  return {
    amountMinor: Number(roundHalfUp(times(fraction(price.amountMinor), used))),
    currency: price.currency,
  };
}
