import type { z } from "zod";

const kinds: Readonly<Record<string, string>> = {
  string: "Must be text.",
  number: "Must be a number.",
  int: "Must be a whole number.",
  boolean: "Must be true or false.",
  array: "Must be a list.",
  object: "Must be an object with named fields.",
  null: "Must be null.",
};

/** What to say where a schema has no words of its own: to be handed to a parse as its `error`. */
export function plainMessage(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return kinds[issue.expected] ?? "Is not of the right type.";
    case "invalid_value":
      return `Must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.join(", ")}.`;
    case "too_small":
      return `Must be at least ${issue.minimum}${issue.origin === "string" ? " characters long" : ""}.`;
    case "too_big":
      return `Must be at most ${issue.maximum}${issue.origin === "string" ? " characters long" : ""}.`;
    default:
      return "Is not allowed here.";
  }
}
