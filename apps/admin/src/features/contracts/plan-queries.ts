import type { Trpc } from "../../trpc/trpc-types.ts";

/** What the catalogue has for a vehicle in a store, on the day of a sale; null is the store's today. */
export const planOffers = (
  trpc: Trpc,
  asked: { vehicleId: string; storeId: string; saleDate: string | null },
) => trpc.plans.offer.queryOptions(asked);

/** Plans of the catalogue whose code or name has this in it. */
export const plansNamed = (trpc: Trpc, search: string) =>
  trpc.plans.list.queryOptions({ search, limit: 200 });
