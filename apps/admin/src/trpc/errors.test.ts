import { type Problem, problemCodes } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { explain, problemOf, whyUnread } from "./errors.ts";

/** A problem as the wire has it, in the words that programs read. */
const problem = (code: Problem["code"], more: object = {}) =>
  ({
    code,
    message: "A new record with the same idempotency key, in JSON.",
    fields: [],
    correlationId: "0197c2f4",
    retryAfterSeconds: 1,
    ...more,
  }) as unknown as Problem;

/** What the rules and the grants say is written for people already. */
const saidByTheRules = new Set(["FORBIDDEN", "RULE_BROKEN", "DUPLICATE"]);
const forPeople = problemCodes.filter((code) => !saidByTheRules.has(code));

test.each(forPeople)("%s is told in words of the app's own, whether changed or read", (code) => {
  for (const words of [explain(problem(code)).text, whyUnread(problem(code))])
    expect(words).not.toMatch(/idempotency|JSON/);
});

test("a refused change says that nothing is lost, with the request's number where somebody may look into it", () => {
  expect(explain(problem("OVERLOADED"))).toEqual({
    title: "Not saved: the register is busy",
    text: "It cannot answer just now. Nothing you typed is lost. Try again in a moment.",
    requestId: "0197c2f4",
  });
  expect(explain(problem("INTERNAL")).requestId).toBe("0197c2f4");
});

test("an answer that never came is not called a refusal", () => {
  expect(explain(problem("OVERLOADED", { correlationId: "" })).title).toBe("No answer came");
});

test("what the rules say of a change is shown as they say it", () => {
  const message = "8,240 mi is below the last reading, 8,420 mi. Enter a higher figure.";
  expect(explain(problem("RULE_BROKEN", { message })).text).toBe(message);
});

test("an error that nobody foresaw is one of ours", () => {
  expect(problemOf(new Error("x is undefined")).code).toBe("INTERNAL");
});
