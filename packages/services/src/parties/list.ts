import { defaultPageSize, type ListInput, type Party } from "@vehicle-contracts/contract-model";
import { party, type TenantTx } from "@vehicle-contracts/database";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { type Actor, requireAnyStore } from "../actor.ts";
import { fromCursor, toCursor } from "../internal/cursor.ts";
import { toParty } from "../internal/party-row.ts";
import { partyMatches } from "../internal/search/party-matches.ts";

const text = z.string().refine((value) => value.isWellFormed() && !value.includes("\u0000"));
const Place = z.tuple([text, z.uuid()]);

/**
 * People and companies of the group by name, family names first. A search looks for words of the name (each from its
 * beginning, all must match), for the beginning of an e-mail address where it holds an @, for part of a telephone number
 * where it is one of at least five digits. Throws FORBIDDEN (an actor without any store), INVALID (a cursor of another
 * search).
 */
export async function listParties(
  tx: TenantTx,
  actor: Actor,
  input: ListInput,
): Promise<{ items: Party[]; nextCursor: string | null }> {
  requireAnyStore(actor);
  const question = { parties: (input.search ?? "").trim() };
  const place = fromCursor(question, Place, input.cursor);
  const limit = input.limit ?? defaultPageSize;
  const after: SQL | undefined = place
    ? sql`(${party.sortName}, ${party.partyId}) > (${place[0]}::text, ${place[1]}::uuid)`
    : undefined;
  const rows = await tx
    .select()
    .from(party)
    .where(and(eq(party.enterpriseId, tx.enterpriseId), partyMatches(tx.enterpriseId, input.search), after))
    .orderBy(asc(party.sortName), asc(party.partyId))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(toParty),
    nextCursor: rows.length > limit && last ? toCursor(question, [last.sortName, last.partyId]) : null,
  };
}
