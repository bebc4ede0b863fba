import type { Problem } from "@vehicle-contracts/contract-model";
import { correlationHeader } from "@vehicle-contracts/contract-model";
import type { AccountFacts, SecondFactorSetUp } from "@vehicle-contracts/identity";
import { routes } from "../../routes.ts";
import { newKey } from "../../trpc/correlation.ts";
import { AnsweredProblem } from "../../trpc/errors.ts";
import type { SessionGate } from "../../trpc/session-gate.ts";

/** What may be asked about one's own sign-in: what is sent, and what is answered. */
type Actions = {
  facts: [Record<string, never>, AccountFacts];
  "end-session": [{ sessionId: string }, unknown];
  "end-other-sessions": [Record<string, never>, { ended: number }];
  "begin-second-factor": [{ password: string }, SecondFactorSetUp];
  "confirm-second-factor": [{ code: string }, { recoveryCodes: string[] }];
  "renew-recovery-codes": [{ password: string }, { recoveryCodes: string[] }];
  "end-second-factor": [{ password: string }, unknown];
};

/** Asks, and asks again after a new sign-in where the session has ended meanwhile. Rejects with `AnsweredProblem`. */
export async function askAccount<Name extends keyof Actions>(
  gate: SessionGate,
  name: Name,
  input: Actions[Name][0],
): Promise<Actions[Name][1]> {
  const response = await fetch(`${routes.api.account}/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json", [correlationHeader]: newKey() },
    body: JSON.stringify(input),
  }).catch(() => null);
  if (response?.ok) return response.json();
  const body: { problem?: Problem } | null = (await response?.json().catch(() => null)) ?? null;
  const problem = body?.problem ?? noAnswer;
  if (problem.code === "UNAUTHENTICATED" && (await gate.wait())) return askAccount(gate, name, input);
  throw new AnsweredProblem(problem);
}

const noAnswer: Problem = {
  code: "OVERLOADED",
  message: "No answer came.",
  fields: [],
  correlationId: "",
  retryAfterSeconds: 1,
};
