import { TRPCClientError } from "@trpc/client";
import { type Problem, problemCodes } from "@vehicle-contracts/contract-model";
import { pageFaultIn } from "./page-fault.ts";

/** The problem that an error of a request stands for. No answer at all is OVERLOADED too: it may pass. */
export function problemOf(error: unknown): Problem {
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
        message: "The server did not answer. Look at the connection and try again.",
        retryAfterSeconds: 1,
      }
    : { ...envelope, code: "INTERNAL", message: "Something went wrong here. Nothing you typed is at fault." };
}

/** In place of the answer's own words, which a page's error loses on its way. */
const awayMessage = "The register cannot be reached just now. Nothing is lost; try again in a moment.";

/** How a problem of a change is shown: on its fields, as a conflict to merge, or as a message at the edge. */
export function presentationOf(problem: Problem): "fields" | "conflict" | "toast" {
  if (problem.code === "STALE_VERSION") return "conflict";
  return problem.fields.length > 0 ? "fields" : "toast";
}

/** Title and text of a message. */
export function explain(problem: Problem): { title: string; text: string; requestId?: string } {
  const requestId = problem.correlationId;
  const about = { text: problem.message, ...(requestId !== "" && { requestId }) };
  switch (problem.code) {
    case "FORBIDDEN":
      return { title: "You may not do this", text: problem.message };
    case "NOT_FOUND":
      return { title: "It is not there any more", text: problem.message };
    case "OVERLOADED":
    case "LIMIT_EXCEEDED":
      return { title: "Not saved: the register is busy", ...about };
    case "UNAUTHENTICATED":
      return { title: "You are signed out", text: "Sign in again; what you typed is kept." };
    case "INTERNAL":
      return { title: "Not saved: something went wrong", ...about };
    default:
      return { title: "Not saved", text: problem.message };
  }
}

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
