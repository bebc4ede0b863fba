import { type ProblemField, plainMessage, problemFields } from "@vehicle-contracts/contract-model";
import type { z } from "zod";

/** An input that its schema refuses: the fields at fault. */
export class InvalidInput extends Error {
  override readonly name = "InvalidInput";
  readonly fields: ProblemField[];

  constructor(fields: ProblemField[]) {
    super(fields.map((field) => `${field.path || "The input"}: ${field.message}`).join(" "));
    this.fields = fields;
  }
}

/**
 * A parser that tRPC calls as a plain function, which is several times faster than its awaiting zod. `record` names the
 * part of the input that is the record: paths of faults start there.
 */
export const parse =
  <Schema extends z.ZodType>(schema: Schema, record?: string) =>
  (given: unknown): z.output<Schema> => {
    // Nothing at all is an input of which nothing is given: lists need none, others say what is missing.
    const input = given ?? {};
    const result = schema.safeParse(input, { error: plainMessage });
    if (!result.success) throw new InvalidInput(problemFields(result.error, input, record));
    return result.data;
  };

/** The same for an answer: one that is not of its shape is our fault, and no input's. */
export const checked =
  <Schema extends z.ZodType>(schema: Schema) =>
  (answer: unknown): z.output<Schema> => {
    const result = schema.safeParse(answer);
    if (!result.success) throw new Error("An answer is not of its shape.", { cause: result.error });
    return result.data;
  };
