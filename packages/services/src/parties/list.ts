import {
  defaultPageSize,
  type ListParties,
  type Party,
  type PartySort,
} from "@vehicle-contracts/contract-model";
import { party, type TenantTx } from "@vehicle-contracts/database";
import { and, asc, desc, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { type Actor, requireAnyStore } from "../actor.ts";
import { fromCursor, toCursor } from "../internal/cursor.ts";
import { toParty } from "../internal/party-row.ts";
import { partiesAsked } from "../internal/search/parties-asked.ts";

const text = z.string().refine((value) => value.isWellFormed() && !value.includes("\u0000"));
const places = {
  name: z.tuple([text, z.uuid()]),
  createdAt: z.tuple([z.iso.datetime(), z.uuid()]),
} as const;

const byName: PartySort = { by: "name", direction: "asc" };

/**
 * People and companies of the group by name, family names first, or as asked. A search looks for words of the name (each
 * from its beginning, all must match), for the beginning of an e-mail address where it holds an @, for part of a telephone
 * number where it is one of at least five digits. Throws FORBIDDEN (an actor without any store), INVALID (a cursor of
 * another filter, search or sort).
 */
export async function listParties(
  tx: TenantTx,
  actor: Actor,
  input: ListParties,
): Promise<{ items: Party[]; nextCursor: string | null }> {
  requireAnyStore(actor);
  const sort = input.sort ?? byName;
  const { kind = null, consent = null } = input.filter ?? {};
  const question = { parties: (input.search ?? "").trim(), kind, consent, sort };
  const place = fromCursor<[string, string]>(question, places[sort.by], input.cursor);
  const limit = input.limit ?? defaultPageSize;
  const key = sort.by === "name" ? party.sortName : party.createdAt;
  const order = sort.direction === "asc" ? asc : desc;
  const query = tx
    .select()
    .from(party)
    .where(and(partiesAsked(tx.enterpriseId, input), place ? after(sort, place) : undefined))
    .orderBy(order(key), order(party.partyId))
    .limit(limit + 1);
  const rows = await tx.last(query.execute());
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = last && [sort.by === "name" ? last.sortName : last.createdAt, last.partyId];
  return {
    items: page.map(toParty),
    nextCursor: rows.length > limit && next ? toCursor(question, next) : null,
  };
}

function after({ by, direction }: PartySort, [key, partyId]: [string, string]): SQL {
  const here = by === "name" ? sql`${key}::text` : sql`${key}::timestamptz`;
  const row =
    by === "name" ? sql`(${party.sortName}, ${party.partyId})` : sql`(${party.createdAt}, ${party.partyId})`;
  return sql`${row} ${sql.raw(direction === "asc" ? ">" : "<")} (${here}, ${partyId}::uuid)`;
}
