import type { Inputs, Trpc } from "../../trpc/trpc-types.ts";

/** Questions about stores, a function a question: the page asks them on the server, the screen in the browser. */

export type StoreQuestion = Pick<Inputs["stores"]["list"], "search">;

/** Rows of a page of the list: most groups have one page. */
const rowsOfPage = 50;

/** A page of stores by name, each with its today: the first where `cursor` is null. */
export const storeList = (trpc: Trpc, question: StoreQuestion, cursor: string | null = null) =>
  trpc.stores.list.queryOptions({ ...question, cursor, limit: rowsOfPage });

/** One store, with its today. */
export const storeById = (trpc: Trpc, storeId: string) => trpc.stores.get.queryOptions({ storeId });

/** What day it is in a time zone, by the register's clock. */
export const todayIn = (trpc: Trpc, timeZone: string) => trpc.stores.todayIn.queryOptions({ timeZone });
