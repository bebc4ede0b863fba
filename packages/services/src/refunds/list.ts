import {
  defaultPageSize,
  type ListRefundQuotes,
  type RefundQuotePage,
} from "@vehicle-contracts/contract-model";
import { prepared, refundQuote, type TenantTx } from "@vehicle-contracts/database";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { type Actor, requireAnyStore } from "../actor.ts";
import { fromCursor, toCursor } from "../internal/cursor.ts";
import { factsOfContract } from "../internal/refund-facts.ts";
import { toQuote } from "../internal/refund-quote-row.ts";
import { together } from "../internal/together.ts";
import { notFound } from "../service-error.ts";

/** Above every id of ours. */
const afterAll = "ffffffff-ffff-ffff-ffff-ffffffffffff";
const quotes = prepared("refund_quotes_before", (db) =>
  db
    .select()
    .from(refundQuote)
    .where(
      and(
        eq(refundQuote.enterpriseId, sql.placeholder("enterpriseId")),
        eq(refundQuote.contractId, sql.placeholder("contractId")),
        lt(refundQuote.quoteId, sql.placeholder("before")),
      ),
    )
    .orderBy(desc(refundQuote.quoteId))
    .limit(sql.placeholder("limit")),
);

/** The quotes of a contract, newest first, each with whether it can be accepted now. Throws NOT_FOUND, FORBIDDEN, INVALID (a foreign cursor). */
export async function listRefundQuotes(
  tx: TenantTx,
  actor: Actor,
  input: ListRefundQuotes,
): Promise<RefundQuotePage> {
  requireAnyStore(actor);
  const { contractId } = input;
  const question = { quotes: contractId };
  const before = fromCursor(question, z.guid(), input.cursor) ?? afterAll;
  const limit = input.limit ?? defaultPageSize;
  const [rows, facts] = await tx.last(
    together([quotes(tx, { contractId, before, limit: limit + 1 }), factsOfContract(tx, { contractId })]),
  );
  if (!facts) throw notFound("contract");
  const items = rows.slice(0, limit).map((row) => toQuote(row, facts, tx.startedAt));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? toCursor(question, last.quoteId) : null };
}
