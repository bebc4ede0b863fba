import { toNestErrors } from "@hookform/resolvers";
import { plainMessage, problemFields } from "@vehicle-contracts/contract-model";
import type { FieldError, FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";

/**
 * Checks a form by a schema of the model, in the words in which the server would refuse it. `missing`: what is said of a
 * field that is left empty, or has but blanks.
 */
export function schemaResolver<Fields extends FieldValues>(
  schema: z.ZodType<Fields>,
  missing: Readonly<Record<string, string>> = {},
): Resolver<Fields> {
  return (values, _context, options) => {
    const read = schema.safeParse(values, { error: plainMessage });
    if (read.success) return { values: read.data, errors: {} };
    const faults = problemFields(read.error, values).map(({ path, code, message }): [string, FieldError] => {
      const value: unknown = values[path] ?? "";
      const isEmpty = typeof value === "string" && value.trim() === "";
      return [path, { type: code, message: (isEmpty && missing[path]) || message }];
    });
    return { values: {}, errors: toNestErrors<Fields>(Object.fromEntries(faults), options) };
  };
}
