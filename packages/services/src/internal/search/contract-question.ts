import type { ContractFilter, ContractQuestion } from "@vehicle-contracts/contract-model";
import { party, provider, type TenantTx, vehicle } from "@vehicle-contracts/database";
import { and, eq, inArray } from "drizzle-orm";
import { type Actor, requireAnyStore, requireGrant } from "../../actor.ts";
import { notFound } from "../../service-error.ts";
import { fold } from "../folding.ts";
import { storesOf } from "../store-row.ts";
import type { ContractSelection } from "./contract-selection.ts";
import { soughtText } from "./sought-text.ts";
import { todaysOf } from "./todays.ts";

type CheckedQuestion = {
  readonly selection: ContractSelection;
  /** The stores to look in, with their folded names. */
  readonly stores: readonly { readonly storeId: string; readonly sortName: string }[];
};

/**
 * A question about contracts as statements take it. Of one vehicle it reaches every store, else the granted ones.
 * Throws FORBIDDEN (no store at all; across vehicles, a store not granted), NOT_FOUND with the path of an id that is
 * not the enterprise's.
 */
export async function checkedQuestion(
  tx: TenantTx,
  actor: Actor,
  input: ContractQuestion,
): Promise<CheckedQuestion> {
  requireAnyStore(actor);
  const filter = input.filter ?? {};
  const vehicleId = input.vehicleId ?? null;
  const [stores] = await Promise.all([storesOf(tx), requireIds(tx, vehicleId, filter)]);
  requireThere(filter.storeId, new Set(stores.map(({ storeId }) => storeId)), "store", "filter.storeId");
  if (vehicleId === null) for (const storeId of filter.storeId ?? []) requireGrant(actor, storeId);

  const granted = vehicleId !== null || actor.storeIds === "all" ? null : actor.storeIds;
  const storeIds = filter.storeId ?? granted;
  const lookedIn = storeIds ? stores.filter(({ storeId }) => storeIds.includes(storeId)) : stores;
  return {
    selection: {
      vehicleId,
      storeIds,
      filter,
      text: soughtText(input.search),
      todays: todaysOf(lookedIn, tx.startedAt),
    },
    stores: lookedIn.map(({ storeId, name }) => ({ storeId, sortName: fold(name) })),
  };
}

async function requireIds(tx: TenantTx, vehicleId: string | null, filter: ContractFilter): Promise<void> {
  const [vehicles, providers, parties] = await Promise.all([
    vehicleId === null
      ? []
      : tx
          .select({ id: vehicle.vehicleId })
          .from(vehicle)
          .where(and(eq(vehicle.enterpriseId, tx.enterpriseId), eq(vehicle.vehicleId, vehicleId))),
    filter.providerId
      ? tx
          .select({ id: provider.providerId })
          .from(provider)
          .where(
            and(eq(provider.enterpriseId, tx.enterpriseId), inArray(provider.providerId, filter.providerId)),
          )
      : [],
    filter.holderId
      ? tx
          .select({ id: party.partyId })
          .from(party)
          .where(and(eq(party.enterpriseId, tx.enterpriseId), inArray(party.partyId, filter.holderId)))
      : [],
  ]);
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  if (vehicleId !== null && vehicles.length === 0) throw notFound("vehicle", "vehicleId");
  requireThere(filter.providerId, ids(providers), "provider", "filter.providerId");
  requireThere(filter.holderId, ids(parties), "party", "filter.holderId");
}

function requireThere(
  sought: readonly string[] | null | undefined,
  there: ReadonlySet<string>,
  what: string,
  path: string,
): void {
  const missing = (sought ?? []).findIndex((id) => !there.has(id));
  if (missing >= 0) throw notFound(what, `${path}.${missing}`);
}
