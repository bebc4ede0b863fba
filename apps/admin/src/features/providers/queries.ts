import type { Inputs, Trpc } from "../../trpc/trpc-types.ts";

/** Questions about providers, a function a question: the page asks them on the server, the screen in the browser. */

export type ProviderQuestion = Pick<Inputs["providers"]["list"], "search" | "filter">;

/** Rows of a page of the list: most groups have one page. */
const rowsOfPage = 50;

/** A page of providers by name: the first where `cursor` is null. */
export const providerList = (trpc: Trpc, question: ProviderQuestion, cursor: string | null = null) =>
  trpc.providers.list.queryOptions({ ...question, cursor, limit: rowsOfPage });

/** One provider. */
export const providerById = (trpc: Trpc, providerId: string) =>
  trpc.providers.get.queryOptions({ providerId });
