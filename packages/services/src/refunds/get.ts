import type { GetRefundQuote, RefundQuote } from "@vehicle-contracts/contract-model";
import { prepared, refundQuote, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { type Actor, requireAnyStore } from "../actor.ts";
import { factsOfQuote } from "../internal/refund-facts.ts";
import { type QuoteRow, toQuote } from "../internal/refund-quote-row.ts";
import { together } from "../internal/together.ts";
import { notFound } from "../service-error.ts";

const byId = prepared("refund_quote_by_id", (db) =>
  db
    .select()
    .from(refundQuote)
    .where(
      and(
        eq(refundQuote.enterpriseId, sql.placeholder("enterpriseId")),
        eq(refundQuote.quoteId, sql.placeholder("quoteId")),
      ),
    ),
);

/** The quote of this id, if there is one. */
export const quoteById = async (tx: TenantTx, quoteId: string): Promise<QuoteRow | undefined> =>
  (await byId(tx, { quoteId }))[0];

/** A quote, and whether it can be accepted now, for whoever may see its contract. Throws NOT_FOUND, FORBIDDEN. */
export async function getRefundQuote(
  tx: TenantTx,
  actor: Actor,
  { quoteId }: GetRefundQuote,
): Promise<RefundQuote> {
  requireAnyStore(actor);
  const [row, facts] = await tx.last(together([quoteById(tx, quoteId), factsOfQuote(tx, { quoteId })]));
  if (!row || !facts) throw notFound("refund quote");
  return toQuote(row, facts, tx.startedAt);
}
