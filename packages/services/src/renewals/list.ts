import {
  defaultPageSize,
  type ListRenewals,
  type Plan,
  type Renewal,
  type RenewalPage,
} from "@vehicle-contracts/contract-model";
import { effectiveStatus, inCurrency } from "@vehicle-contracts/contract-rules";
import { daysBetween } from "@vehicle-contracts/contract-rules/temporal";
import { store as storeTable, type TenantTx, vehicle } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "../actor.ts";
import { fromCursor, toCursor } from "../internal/cursor.ts";
import { c, holder, isHolder, renewalsAsked } from "../internal/renewals-asked.ts";

const Place = z.tuple([z.iso.date(), z.guid()]);

/**
 * Contracts of the granted stores that end soon and can be renewed, with their holders and how these may be reached; by end
 * date, the earliest first, then by id. Throws FORBIDDEN, NOT_FOUND (a store), INVALID (a cursor of another question).
 */
export async function listRenewals(tx: TenantTx, actor: Actor, input: ListRenewals): Promise<RenewalPage> {
  const { cursor, limit: asked, ...question } = input;
  const place = fromCursor({ renewals: question }, Place, cursor);
  const limit = asked ?? defaultPageSize;
  const { where, todayAt } = await renewalsAsked(tx, actor, question);
  if (where === null) return { items: [], nextCursor: null };
  const rows = await tx.last(
    tx
      .select({
        contract: c,
        store: { name: storeTable.name, currency: storeTable.currency },
        vehicle,
        holder,
        planOfToday,
      })
      .from(c)
      .innerJoin(
        storeTable,
        and(eq(storeTable.enterpriseId, c.enterpriseId), eq(storeTable.storeId, c.storeId)),
      )
      .innerJoin(vehicle, and(eq(vehicle.enterpriseId, c.enterpriseId), eq(vehicle.vehicleId, c.vehicleId)))
      .leftJoin(holder, isHolder)
      .where(
        and(
          where,
          place ? sql`(c.end_date, c.contract_id) > (${place[0]}::date, ${place[1]}::uuid)` : undefined,
        ),
      )
      .orderBy(c.endDate, c.contractId)
      .limit(limit + 1)
      .execute(),
  );
  const items = rows.slice(0, limit).map((row) => toRenewal(row, todayAt(row.contract.storeId)));
  const last = items.at(-1);
  const nextCursor =
    rows.length > limit && last ? toCursor({ renewals: question }, [last.endDate, last.contractId]) : null;
  return { items, nextCursor };
}

type PlanOfToday = Pick<Plan, "code" | "version" | "name" | "state" | "prices">;

/** The version of the contract's plan that a renewal goes by: one that is sold, else the last that was. Null outside the catalogue. */
const planOfToday = sql<PlanOfToday | null>`(
  select json_build_object('code', p.code, 'version', p.version, 'name', p.name, 'state', p.state, 'prices', p.terms -> 'prices')
  from contract_plan_version p
  where p.enterprise_id = c.enterprise_id and p.code = c.plan_code and c.source_system = 'NATIVE' and p.state <> 'DRAFT'
  order by p.state = 'READY' desc, p.version desc
  limit 1)`;

type Row = {
  planOfToday: PlanOfToday | null;
  contract: typeof c.$inferSelect;
  store: { name: string; currency: string };
  vehicle: typeof vehicle.$inferSelect;
  holder: typeof holder.$inferSelect | null;
};

/** What a renewal of the contract would be today; null where its plan is not sold any more. */
function offerOf({ contract: { price }, store: { currency }, planOfToday: plan }: Row): Renewal["offer"] {
  const gross = price && { amountMinor: price.grossMinor, currency: price.currency };
  if (!plan) return { plan: null, price: gross };
  if (plan.state !== "READY") return null;
  const its = inCurrency(plan.prices, price?.currency ?? currency);
  return {
    plan: { code: plan.code, version: plan.version, name: plan.name },
    // In a currency that the plan has no price in, it stays at its own.
    price: its ? { amountMinor: its.grossMinor, currency: its.currency } : gross,
  };
}

function toRenewal(row: Row, today: string): Renewal {
  const { contract, store, vehicle: v, holder: h } = row;
  const { endDate } = contract;
  const effective = effectiveStatus(contract, { today });
  if (endDate === null || (effective !== "ACTIVE" && effective !== "SUSPENDED"))
    throw new Error(`Contract ${contract.contractId} is no renewal.`);
  return {
    contractId: contract.contractId,
    version: contract.version,
    contractNumber: contract.contractNumber,
    description: contract.description,
    type: contract.type,
    effectiveStatus: effective,
    startDate: contract.startDate,
    endDate,
    daysLeft: daysBetween(today, endDate),
    plan:
      contract.planCode !== null && contract.planVersion !== null
        ? { code: contract.planCode, version: contract.planVersion }
        : null,
    offer: offerOf(row),
    store: { storeId: contract.storeId, name: store.name },
    vehicle: {
      vehicleId: v.vehicleId,
      vin: v.vin,
      licensePlate: v.licensePlate,
      make: v.make,
      model: v.model,
      variant: v.variant,
    },
    holder: h && {
      partyId: h.partyId,
      name: h.name,
      email: h.email,
      phone: h.phone,
      addresses: h.addresses,
      consent: h.consent,
    },
  };
}
