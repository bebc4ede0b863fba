import { z } from "zod";

/** One worked example. `op` says which question of its file is asked. */
export const RuleCase = z.object({
  id: z.string(),
  note: z.string().optional(),
  op: z.string().optional(),
  input: z.unknown(),
  expected: z.record(z.string(), z.unknown()),
});
export type RuleCase = z.infer<typeof RuleCase>;

/** Answers the input of one op with the fields that `expected` may name. Throws where the input has not its shape. */
export type Answer = (input: unknown) => Readonly<Record<string, unknown>>;

/** The answer to a question, its input parsed first. */
export const answer =
  <Input extends z.ZodType>(
    shape: Input,
    ask: (input: z.output<Input>) => Readonly<Record<string, unknown>>,
  ): Answer =>
  (input) =>
    ask(shape.parse(input));

/** Calendar date as the cases have it. */
export const CaseDate = z.iso.date();
/** Distance of any length: the rules are exact, whatever the register's bounds. */
export const CaseDistance = z.object({ value: z.int().min(0), unit: z.enum(["KM", "MI"]) });
export const CaseDistanceTerm = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("unlimited") }),
  z.object({ kind: z.literal("unknown") }),
  z.object({
    kind: z.literal("limited"),
    limit: CaseDistance,
    startOdometer: CaseDistance,
    endOdometer: CaseDistance,
  }),
]);
export const CaseHoursTerm = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("unlimited") }),
  z.object({ kind: z.literal("unknown") }),
  z.object({
    kind: z.literal("limited"),
    limit: z.int(),
    startHours: z.int(),
    endHours: z.int(),
  }),
]);
/** Whole minor units of a currency, whichever it is. */
export const CaseMoney = z.object({ amountMinor: z.int().min(0), currency: z.string() });
