import { z } from "zod";
import { CalendarDate, Id, IdempotencyKey, lineOrBlank, multiline, Version, whole } from "../values.ts";

/**
 * Why something is done, for the history: one line of at most 500 characters. Left out, null or blank it is none, which the rules
 * refuse where a move needs one (REASON_MISSING).
 */
export const Reason = lineOrBlank(500).nullish();

const moved = { contractId: Id, version: Version };

/** A move of the life cycle: activate, suspend, resume, void, reinstate. */
export const MoveContract = z.strictObject({ ...moved, reason: Reason });
export type MoveContract = z.infer<typeof MoveContract>;

/** Moves the last day out, by whole months (1 to 1,200, inclusive) or to a day: exactly one of the two. */
export const ExtendContract = z
  .strictObject({
    ...moved,
    months: whole(1, 1_200).nullish(),
    endDate: CalendarDate.nullish(),
    reason: Reason,
  })
  .refine(({ months, endDate }) => (months ?? null) === null || (endDate ?? null) === null, {
    path: ["endDate"],
    message: "Give the months or the new last day, not both.",
  })
  .refine(({ months, endDate }) => (months ?? endDate ?? null) !== null, {
    path: ["months"],
    message: "Give the months, or the new last day (endDate).",
  });
export type ExtendContract = z.infer<typeof ExtendContract>;

/** Longest notes of a contract, in characters. */
export const longestNotes = 5_000;

/** A note to append to the notes, on a line of its own; taken in every state. */
export const AddNote = z.strictObject({ ...moved, note: multiline(longestNotes), reason: Reason });
export type AddNote = z.infer<typeof AddNote>;

/** The contract that follows, by the plan's version and price of today. */
export const RenewContract = z.strictObject({ idempotencyKey: IdempotencyKey, ...moved });
export type RenewContract = z.infer<typeof RenewContract>;
