import { TRPCClientError } from "@trpc/client";
import { type Problem, problemCodes } from "@vehicle-contracts/contract-model";
import { pageFaultIn } from "./page-fault.ts";

/** What a door beside the procedures answered. */
export class AnsweredProblem extends Error {
  override readonly name = "AnsweredProblem";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** The problem that an error of a request stands for. No answer at all is OVERLOADED too: it may pass. */
export function problemOf(error: unknown): Problem {
  if (error instanceof AnsweredProblem) return error.problem;
  const problem = error instanceof TRPCClientError ? problemIn(error.data) : null;
  if (problem) return problem;
  const noAnswer = error instanceof TRPCClientError && !error.shape;
  const fault = pageFaultIn(error);
  if (fault?.code === "OVERLOADED")
    return { ...fault, code: "OVERLOADED", fields: [], message: awayMessage, retryAfterSeconds: 1 };
  const envelope = { fields: [], correlationId: fault?.correlationId ?? digestOf(error) };
  return noAnswer
    ? {
        ...envelope,
        code: "OVERLOADED",
        message: "No answer came.",
        retryAfterSeconds: 1,
      }
    : { ...envelope, code: "INTERNAL", message: "Something went wrong." };
}

/** In place of the answer's own words, which a page's error loses on its way. */
const awayMessage = "The register cannot be reached just now. Nothing is lost; try again in a moment.";

/** How a problem of a change is shown: on its fields, as a conflict to merge, or as a message at the edge. */
export function presentationOf(problem: Problem): "fields" | "conflict" | "toast" {
  if (problem.code === "STALE_VERSION") return "conflict";
  return problem.fields.length > 0 ? "fields" : "toast";
}

/** Title and text of a message about a change, in words for whoever made it: what happened, that nothing is lost, what to do. */
export function explain(problem: Problem): { title: string; text: string; requestId?: string } {
  const requestId = problem.correlationId;
  const asked = requestId !== "" && { requestId };
  const kept = "Nothing you typed is lost.";
  switch (problem.code) {
    case "FORBIDDEN":
      return { title: "You may not do this", text: problem.message };
    case "NOT_FOUND":
      return {
        title: "It is not there any more",
        text: `${kept} Somebody may have moved it out of what is granted to you: look in the list.`,
      };
    case "OVERLOADED":
      return isUnanswered(problem)
        ? {
            title: "No answer came",
            text: `${kept} Look at the connection and try again: nothing is saved twice.`,
          }
        : {
            title: "Not saved: the register is busy",
            text: `It cannot answer just now. ${kept} Try again in a moment.`,
            ...asked,
          };
    case "LIMIT_EXCEEDED":
      return {
        title: "Not saved: too many at once",
        text: `Much was asked for in a short time. ${kept} Try again in a moment.`,
        ...asked,
      };
    case "UNAUTHENTICATED":
      return { title: "You are signed out", text: "Sign in again; what you typed is kept." };
    case "STALE_VERSION":
      return {
        title: "Somebody else was faster",
        text: `It was changed meanwhile. ${kept} Look at it as it is now, then do it again.`,
      };
    case "IDEMPOTENCY_KEY_IN_PROGRESS":
      return {
        title: "It is still being saved",
        text: "It was sent a moment ago and is under way. Try again in a moment: nothing is saved twice.",
      };
    case "INTERNAL":
      return {
        title: "Not saved: something went wrong",
        text: `The fault is on our side. ${kept} Try again; if it stays so, pass on the number of the request.`,
        ...asked,
      };
    case "IDEMPOTENCY_KEY_REUSED":
      return { title: "Not saved", text: `${kept} Load the page again, look at what it says, and save it.` };
    case "INVALID":
      return {
        title: "Not saved",
        text:
          problem.fields.length > 0
            ? problem.message
            : `This page and the register do not fit each other any more. ${kept} Load the page again.`,
      };
    default:
      return { title: "Not saved", text: problem.message };
  }
}

/** Why something could not be read, for whoever waits for it. */
export function whyUnread(problem: Problem): string {
  switch (problem.code) {
    case "OVERLOADED":
      return isUnanswered(problem)
        ? "No answer came. Nothing was changed."
        : "The register cannot answer just now. Nothing was changed.";
    case "LIMIT_EXCEEDED":
      return "Much was asked for in a short time. Nothing was changed.";
    case "NOT_FOUND":
      return "It is not there any more, or not granted to you.";
    case "FORBIDDEN":
    case "RULE_BROKEN":
      return problem.message;
    case "UNAUTHENTICATED":
      return "You are signed out. Load the page again to sign in.";
    default:
      return "Something went wrong on our side. Nothing was changed.";
  }
}

/** May it be there when it is asked for again? */
export const passes = (problem: Problem): boolean =>
  problem.code === "OVERLOADED" || problem.code === "LIMIT_EXCEEDED";

/** What the register refuses has the request's number; what never came back has none. */
const isUnanswered = (problem: Problem) => problem.code === "OVERLOADED" && problem.correlationId === "";

const isCode = (code: unknown): code is Problem["code"] => problemCodes.some((known) => known === code);

function problemIn(data: unknown): Problem | null {
  const problem: unknown = typeof data === "object" && data !== null ? Reflect.get(data, "problem") : null;
  if (typeof problem !== "object" || problem === null || !isCode(Reflect.get(problem, "code"))) return null;
  // written by the router's one error formatter, whose type this is
  return problem as Problem;
}

/** What another error of a page carries as its number. */
function digestOf(error: unknown): string {
  const digest: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "digest") : undefined;
  return typeof digest === "string" ? digest : "";
}
