import type { Inputs, Trpc } from "../../trpc/trpc-types.ts";

/** Questions about what ends soon, a function a question: the page asks them on the server, the screen in the browser. */

/** What a list and its count are asked with, alike. */
export type RenewalQuestion = Inputs["renewals"]["count"];

/** A page of what ends soon: the first where `cursor` is null. */
export const renewalList = (trpc: Trpc, question: RenewalQuestion, cursor: string | null = null) =>
  trpc.renewals.list.queryOptions({ ...question, cursor, limit: 25 });

/** How many the list of the same question has; capped at 10,000. */
export const renewalCount = (trpc: Trpc, question: RenewalQuestion) =>
  trpc.renewals.count.queryOptions(question);
