import {
  type ApiClient,
  type ApiClientInput,
  line,
  Role,
  Scope,
  type UpdateApiClient,
} from "@vehicle-contracts/contract-model";
import { z } from "zod";
import { Grant, grantOf, hasStore, noStore } from "../../stores/grant.ts";

export const ClientForm = z
  .object({
    name: z.string().trim().min(1, "Type the name.").pipe(line(100)),
    role: Role,
    stores: Grant,
    scopes: z.array(Scope).min(1, "Tick at least one thing that it may do."),
  })
  .refine(hasStore, noStore);
export type ClientForm = z.infer<typeof ClientForm>;

export const fieldsOf = ({ name, role, allStores, storeIds, scopes }: ApiClient): ClientForm => ({
  name,
  role,
  stores: { all: allStores, ids: [...storeIds] },
  scopes: [...scopes],
});

/** What is sent of what was typed. */
export const inputOf = ({ name, role, stores, scopes }: ClientForm): ApiClientInput => ({
  name,
  role,
  ...storesOf(role, stores),
  scopes,
});

/** What is to be sent of the fields that differ; a role other than an administrator's comes with its stores. */
export const changesOf = (changed: Partial<ClientForm>, whole: ClientForm): UpdateApiClient["changes"] => {
  const { stores: _stores, ...changes } = changed;
  const moved = changed.stores !== undefined || changed.role !== undefined;
  return { ...changes, ...(moved && storesOf(whole.role, whole.stores)) };
};

const storesOf = (role: Role, { all, ids }: Grant) => grantOf(role === "administrator" || all ? "all" : ids);

/** Of the fields of the wire, those that the form has under another name. */
export const formPathOf = (path: string): string => {
  if (/^(storeIds|allStores)\b/.test(path)) return "stores";
  return path.startsWith("scopes") ? "scopes" : path;
};

export const fieldLabels = { name: "Name", role: "Role", stores: "Stores", scopes: "May" } as const;
