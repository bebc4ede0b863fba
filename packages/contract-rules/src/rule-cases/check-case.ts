import { z } from "zod";
import { sameValue } from "../same-value.ts";
import { type Answer, RuleCase } from "./case.ts";
import { entitlementAnswer } from "./entitlement-answer.ts";
import { refundAnswer } from "./refund-answer.ts";
import { statusAnswers } from "./status-answers.ts";
import { termsAnswers } from "./terms-answers.ts";
import { vinAnswer } from "./vin-answer.ts";

/** The ends of the names of the files that are run: each kind has questions of its own. */
export const caseKinds = [
  "terms.json",
  "effective-status.json",
  "vin.json",
  "entitlement.json",
  "refunds.json",
] as const;
export type CaseKind = (typeof caseKinds)[number];

/** A case that differs: what was expected, and what the rules answer or why they do not. */
export type Difference = { id: string; expected: string; got: string };

const text = (value: unknown) => JSON.stringify(value) ?? "nothing";

/** Kinds whose files ask one question, and name no op. */
const withoutOp: Readonly<Partial<Record<CaseKind, Answer>>> = {
  "vin.json": vinAnswer,
  "entitlement.json": entitlementAnswer,
  "refunds.json": refundAnswer,
};

function questionOf(kind: CaseKind, op: string | undefined): Answer | null {
  const only = withoutOp[kind];
  if (only) return op === undefined ? only : null;
  const answers = kind === "terms.json" ? termsAnswers : statusAnswers;
  return op !== undefined && Object.hasOwn(answers, op) ? (answers[op] ?? null) : null;
}

const why = (error: unknown) =>
  error instanceof z.ZodError
    ? `the input has not the shape of this op: ${error.issues
        .map((issue) => `${issue.path.join(".") || "input"}: ${issue.message}`)
        .join("; ")}`
    : `the rule could not answer: ${error instanceof Error ? error.message : String(error)}`;

/** Whether the rules answer a case as it expects; the difference where they do not. It never throws. */
export function checkCase(kind: CaseKind, given: unknown, position: number): Difference | null {
  const parsed = RuleCase.safeParse(given);
  if (!parsed.success) {
    const id = z.object({ id: z.string() }).safeParse(given).data?.id ?? `case ${position}`;
    return {
      id,
      expected: "a case { id, op, input, expected }",
      got: text(given).slice(0, 300),
    };
  }
  const { id, op, input, expected } = parsed.data;
  const question = questionOf(kind, op);
  if (!question) {
    const unknown = `the op ${text(op)} is not known in files of the kind ${kind}`;
    return { id, expected: text(expected), got: op === undefined ? "no op is given" : unknown };
  }
  let got: Readonly<Record<string, unknown>>;
  try {
    got = question(input);
  } catch (error) {
    return { id, expected: text(expected), got: why(error) };
  }
  const differing = Object.keys(expected).filter((name) => !sameValue(expected[name], got[name]));
  return differing.length === 0 ? null : { id, expected: text(expected), got: text(got) };
}
