import { z } from "zod";
import { Remaining } from "./contract/after-sale.ts";
import { usageKinds } from "./entitlement-codes.ts";
import { Warning } from "./field-fault.ts";
import { RevisionActor } from "./history.ts";
import { page, paging } from "./paging.ts";
import {
  CalendarDate,
  Code,
  Currency,
  Distance,
  Id,
  IdempotencyKey,
  Instant,
  Money,
  requiredLine,
  whole,
} from "./values.ts";

const job = {
  /** Day of the job, in the calendar of the contract's store. */
  date: CalendarDate,
  /** Left out, the last reading on or before the day stands for it. */
  odometer: Distance.nullish(),
  repairOrder: requiredLine(100),
  /** Which of the repair order's jobs, or what was done. */
  job: requiredLine(100),
};

/** What a contract provided or paid: units of an allowance, or an amount under the coverage line that has the code. */
export const UsageInput = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.literal("ALLOWANCE"),
      code: Code,
      /** 1 to 10,000 units inclusive. */
      quantity: whole(1, 10_000),
      amount: z.null("Must be left out: an allowance has a quantity.").optional(),
      ...job,
    }),
    z.strictObject({
      kind: z.literal("AMOUNT"),
      /** Of the coverage line; * for everything not named. */
      code: Code,
      /** At least 1 minor unit. */
      amount: z.strictObject({ amountMinor: whole(1, 10_000_000_000_000), currency: Currency }),
      quantity: z.null("Must be left out: an amount has none.").optional(),
      ...job,
    }),
  ],
  "Must be of the kind ALLOWANCE or AMOUNT.",
);
export type UsageInput = z.infer<typeof UsageInput>;

/** An entry of the ledger. It is never changed: what was wrong is taken back by another one. */
export const Usage = z.object({
  usageId: Id,
  contractId: Id,
  kind: z.enum(usageKinds),
  code: z.string(),
  /** Units; null for an amount. */
  quantity: z.int().nullable(),
  /** Null for an allowance. */
  amount: Money.nullable(),
  date: CalendarDate,
  odometer: Distance.nullable(),
  /** Null, as the job may be, in entries of before, when neither had to be named. */
  repairOrder: z.string().nullable(),
  job: z.string().nullable(),
  /** The entry that this one takes back; its kind, code and figures are that entry's. */
  reverses: Id.nullable(),
  /** The entry that takes this one back. */
  reversedBy: Id.nullable(),
  /** Why it was taken back. */
  reason: z.string().nullable(),
  recordedBy: RevisionActor,
  recordedAt: Instant,
});
export type Usage = z.infer<typeof Usage>;

export const RecordUsage = z.strictObject({
  idempotencyKey: IdempotencyKey,
  contractId: Id,
  usage: UsageInput,
});
export type RecordUsage = z.infer<typeof RecordUsage>;

export const ReverseUsage = z.strictObject({
  idempotencyKey: IdempotencyKey,
  usageId: Id,
  reason: requiredLine(500),
});
export type ReverseUsage = z.infer<typeof ReverseUsage>;

/** The entry, and what is left of the contract after it. */
export const UsageResult = z.object({ usage: Usage, remaining: Remaining, warnings: z.array(Warning) });
export type UsageResult = z.infer<typeof UsageResult>;

export const ListUsage = z.strictObject({ contractId: Id, ...paging });
export type ListUsage = z.infer<typeof ListUsage>;
/** The latest entry first. */
export const UsagePage = page(Usage);
export type UsagePage = z.infer<typeof UsagePage>;
