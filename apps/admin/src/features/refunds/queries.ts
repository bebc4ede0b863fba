import type { Trpc } from "../../trpc/trpc-types.ts";

/** The newest quotes of a contract. */
export const refundQuotes = (trpc: Trpc, contractId: string) =>
  trpc.refunds.list.queryOptions({ contractId, limit: 5 });
