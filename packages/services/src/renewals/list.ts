import {
  defaultPageSize,
  type ListRenewals,
  type Renewal,
  type RenewalPage,
} from "@vehicle-contracts/contract-model";
import { effectiveStatus } from "@vehicle-contracts/contract-rules";
import { daysBetween } from "@vehicle-contracts/contract-rules/temporal";
import { store, type TenantTx, vehicle } from "@vehicle-contracts/database";
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
      .select({ contract: c, store: { name: store.name }, vehicle, holder })
      .from(c)
      .innerJoin(store, and(eq(store.enterpriseId, c.enterpriseId), eq(store.storeId, c.storeId)))
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

type Row = {
  contract: typeof c.$inferSelect;
  store: { name: string };
  vehicle: typeof vehicle.$inferSelect;
  holder: typeof holder.$inferSelect | null;
};

function toRenewal({ contract, store: { name }, vehicle: v, holder: h }: Row, today: string): Renewal {
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
    store: { storeId: contract.storeId, name },
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
