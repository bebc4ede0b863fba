import { defaultRenewalDays, type RenewalQuestion } from "@vehicle-contracts/contract-model";
import { addDays } from "@vehicle-contracts/contract-rules/temporal";
import { contract, party, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Actor, requireAnyStore, requireGrant } from "../actor.ts";
import { notFound } from "../service-error.ts";
import { isEffectively } from "./search/effective-status-of-row.ts";
import { greatestToday, leastToday, type Today, todayOfRow, todaysOf } from "./search/todays.ts";
import { storesOf } from "./store-row.ts";

/** The contract as the conditions of the search name it. */
export const c = alias(contract, "c");
/** Its holder; to be joined by `isHolder`. */
export const holder = alias(party, "holder");
export const isHolder = and(eq(holder.enterpriseId, c.enterpriseId), eq(holder.partyId, c.holderId));

const renewable = ["ACTIVE", "SUSPENDED"] as const;
const noLivingSuccessor = sql`(c.successor_id is null or exists (
  select from contract n where n.enterprise_id = c.enterprise_id and n.contract_id = c.successor_id
    and n.status in ('CANCELLED', 'VOID')))`;

export type RenewalsAsked = {
  /** Which contracts; null where there can be none. */
  where: SQL | null;
  todays: readonly Today[];
  /** Today at a store. */
  todayAt: (storeId: string) => string;
};

/**
 * Which contracts a question for renewals means, at their own stores' todays. Throws FORBIDDEN (no store granted, or one that is
 * asked for is not), NOT_FOUND (a store).
 */
export async function renewalsAsked(
  tx: TenantTx,
  actor: Actor,
  { days, filter }: RenewalQuestion,
): Promise<RenewalsAsked> {
  requireAnyStore(actor);
  const stores = await storesOf(tx);
  const known = new Set(stores.map(({ storeId }) => storeId));
  filter?.storeId?.forEach((storeId, at) => {
    if (!known.has(storeId)) throw notFound("store", `filter.storeId.${at}`);
    requireGrant(actor, storeId);
  });
  const granted = filter?.storeId ?? (actor.storeIds === "all" ? [...known] : actor.storeIds);
  const asked = stores.filter(({ storeId }) => granted.includes(storeId));
  const todays = todaysOf(asked, tx.startedAt);
  const [least, greatest] = [leastToday(todays), greatestToday(todays)];
  const todayAt = (storeId: string) =>
    todays.find(({ storeIds }) => storeIds.includes(storeId))?.date ?? greatest ?? "";
  if (!least || !greatest) return { where: null, todays, todayAt };
  const ahead = days ?? defaultRenewalDays;
  const where = and(
    eq(c.enterpriseId, tx.enterpriseId),
    // What the index on the end is read by; the exact bounds are each store's own.
    gte(c.endDate, least),
    lte(c.endDate, addDays(greatest, ahead)),
    sql`c.end_date <= ${todayOfRow(todays)} + ${ahead}::int`,
    inArray(
      c.storeId,
      asked.map(({ storeId }) => storeId),
    ),
    inArray(c.status, ["PENDING", ...renewable]),
    isEffectively(renewable, todays),
    noLivingSuccessor,
    filter?.type ? inArray(c.type, filter.type) : undefined,
    filter?.consentFor ? sql`(${holder.consent} -> ${filter.consentFor}::text)::boolean` : undefined,
  );
  return { where: where ?? null, todays, todayAt };
}
