import type { Inputs, Trpc } from "../../trpc/trpc-types.ts";

/** Questions about customers, a function a question: the page asks them on the server, the screen in the browser. */

/** What a list and its count are asked with, alike. */
export type CustomerQuestion = Inputs["parties"]["count"];
export type CustomerSort = NonNullable<Inputs["parties"]["list"]["sort"]>;

/** Rows of a page of the list. */
const rowsOfPage = 25;

/** One person or company. */
export const partyById = (trpc: Trpc, partyId: string) => trpc.parties.get.queryOptions({ partyId });

/** A page of customers: the first where `cursor` is null. */
export const customerList = (
  trpc: Trpc,
  question: CustomerQuestion,
  { sort = null, cursor = null }: { sort?: CustomerSort | null; cursor?: string | null } = {},
) => trpc.parties.list.queryOptions({ ...question, sort, cursor, limit: rowsOfPage });

/** How many customers the list of the same question has; capped at 10,000. */
export const customerCount = (trpc: Trpc, question: CustomerQuestion) =>
  trpc.parties.count.queryOptions(question);
