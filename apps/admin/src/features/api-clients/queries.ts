import type { Trpc } from "../../trpc/trpc-types.ts";

/** Questions about API clients, for administrators alone. */

/** Rows of a page: nearly every group has all its programs on one. */
const rowsOfPage = 100;

export type ClientQuestion = { search: string | null };

/** A page of API clients, revoked ones last: the first where `cursor` is null. */
export const clientList = (trpc: Trpc, question: ClientQuestion, cursor: string | null = null) =>
  trpc.apiClients.list.queryOptions({ ...question, cursor, limit: rowsOfPage });

export const clientById = (trpc: Trpc, clientId: string) => trpc.apiClients.get.queryOptions({ clientId });
