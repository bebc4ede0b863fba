import type { Role } from "@vehicle-contracts/contract-model";
import { z } from "zod";

/** Stores granted to a user or a program, as a form holds them; `ids` are kept while `all` is ticked, and come back when it is not. */
export const Grant = z.object({ all: z.boolean(), ids: z.array(z.string()) });
export type Grant = z.infer<typeof Grant>;

/** An administrator has all stores; anybody else needs one. */
export const hasStore = ({ role, stores }: { role: Role; stores: Grant }): boolean =>
  role === "administrator" || stores.all || stores.ids.length > 0;
export const noStore = { path: ["stores"], message: "Grant at least one store, or all stores." };

/** As it is sent. */
export const grantOf = (stores: "all" | readonly string[]) =>
  stores === "all" ? { allStores: true } : { allStores: false, storeIds: [...stores] };
