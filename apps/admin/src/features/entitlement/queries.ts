import type { Inputs, Trpc } from "../../trpc/trpc-types.ts";

/** What is asked about a job: a day, a mileage and lines. */
export type JobQuestion = Inputs["entitlement"]["check"];

/** Which contract of the vehicle pays each line of a job, and why every other does not. */
export const entitlementOf = (trpc: Trpc, question: JobQuestion) =>
  trpc.entitlement.check.queryOptions(question);
