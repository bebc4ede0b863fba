import type { Trpc } from "../../trpc/trpc-types.ts";

/** What is set for the whole enterprise; for administrators. */
export const enterpriseSettings = (trpc: Trpc) => trpc.enterprise.get.queryOptions();
