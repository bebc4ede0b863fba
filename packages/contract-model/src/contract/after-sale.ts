import { z } from "zod";
import { CalendarDate, Code, Id, line, Money, Version, whole } from "../values.ts";

/** A refund rule set in one of its versions, which never change. */
export const RefundRuleSetReference = z.strictObject({ code: Code, version: Version });
export type RefundRuleSetReference = z.infer<typeof RefundRuleSetReference>;

/**
 * Whether the contract goes with the vehicle to a new owner: never; without asking; or on request, made at most `windowDays`
 * (0 to 3,660, inclusive) after the change of owner, for a fee or none, once an administrator approves it.
 */
export const TransferPolicyInput = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.enum(["NONE", "AUTOMATIC"]) }),
    z.strictObject({
      kind: z.literal("ON_REQUEST"),
      windowDays: whole(0, 3_660),
      fee: Money.nullish(),
    }),
  ],
  "Must be of the kind NONE, AUTOMATIC or ON_REQUEST.",
);
export const TransferPolicy = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["NONE", "AUTOMATIC"]) }),
  z.object({ kind: z.literal("ON_REQUEST"), windowDays: z.int(), fee: Money.nullable() }),
]);
export type TransferPolicy = z.infer<typeof TransferPolicy>;

export const CancelledBy = z.enum(
  ["CUSTOMER", "DEALER", "PROVIDER"],
  "Must be CUSTOMER, DEALER or PROVIDER.",
);
export type CancelledBy = z.infer<typeof CancelledBy>;

/** How a contract ended before its time: `date` is the day of cancellation, `refund` what its accepted quote said. */
export const Cancellation = z.object({
  date: CalendarDate,
  cancelledBy: CancelledBy,
  reason: line(500),
  quoteId: Id,
  refund: Money,
});
export type Cancellation = z.infer<typeof Cancellation>;

/** What the ledger has taken, entries reversed left out: units by allowance, minor units by coverage line. */
export type Used = {
  allowances: Readonly<Record<string, number>>;
  amounts: Readonly<Record<string, number>>;
};

/** What is left of each allowance, and of each coverage line with a maximum, in the contract's order. */
export const Remaining = z.object({
  allowances: z.array(z.object({ code: z.string(), quantity: z.int(), used: z.int(), left: z.int() })),
  amounts: z.array(z.object({ code: z.string(), maximum: Money, used: Money, left: Money })),
});
export type Remaining = z.infer<typeof Remaining>;
