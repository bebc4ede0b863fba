import type { ProblemField } from "./field-fault.ts";

const fieldCodes: Record<string, string> = {
  invalid_type: "WRONG_TYPE",
  too_big: "TOO_LARGE",
  too_small: "TOO_SMALL",
  invalid_format: "WRONG_FORMAT",
  invalid_value: "NOT_ALLOWED",
  invalid_union: "NOT_ALLOWED",
  unrecognized_keys: "UNKNOWN_FIELD",
  custom: "NOT_ALLOWED",
};

type Issue = { code?: string | undefined; path: PropertyKey[]; message: string; keys?: string[] };

const valueAt = (input: unknown, path: readonly PropertyKey[]) =>
  path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );

/**
 * The fields at fault of a failed parse of `input`, for server and forms alike. `record` names the part of the input
 * that is the record (`contract`, `changes`): paths start below it.
 */
export function problemFields(
  error: { issues: readonly unknown[] },
  input: unknown,
  record?: string,
): ProblemField[] {
  return (error.issues as readonly Issue[]).flatMap((issue) => {
    const value = valueAt(input, issue.path);
    const missing = issue.path.length > 0 && value === undefined;
    // What other fields ask for says so itself.
    const asked = issue.code === "custom" && issue.path.length > 0 && (value ?? null) === null;
    const path = issue.path.map(String);
    if (record !== undefined && path[0] === record && path.length > 1) path.shift();
    if (issue.code === "unrecognized_keys")
      return (issue.keys ?? []).map((key) => ({
        path: [...path.filter((step) => step !== record || path.length > 1), key].join("."),
        code: "UNKNOWN_FIELD",
        message: `There is no field of the name ${JSON.stringify(key.slice(0, 60))} here.`,
      }));
    if (missing && issue.code !== "custom")
      return [{ path: path.join("."), code: "MISSING", message: "Is required." }];
    return [
      {
        path: path.join("."),
        code: asked ? "MISSING" : (fieldCodes[issue.code ?? ""] ?? "NOT_ALLOWED"),
        message: issue.message,
      },
    ];
  });
}
