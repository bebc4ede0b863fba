import { z } from "zod";
import { providerKinds } from "./codes.ts";
import { Warning } from "./field-fault.ts";
import { anyOf, ListInput, page } from "./paging.ts";
import { Id, IdempotencyKey, line, Version } from "./values.ts";

/** Who carries the risk. */
export const ProviderKind = z.enum(providerKinds);
export type ProviderKind = z.infer<typeof ProviderKind>;

const providerFields = { name: line(200), kind: ProviderKind };

/** Who carries the risk of a contract. Its name is unique within the enterprise, whatever the case. */
export const Provider = z.object({ providerId: Id, version: Version, ...providerFields });
export type Provider = z.infer<typeof Provider>;

export const ProviderInput = z.strictObject(providerFields);
export type ProviderInput = z.infer<typeof ProviderInput>;

/** Values of one field are alternatives; the fields must all hold. */
export const ProviderFilter = z.strictObject({ kind: anyOf(ProviderKind) });
/** By name; `search` is any part of it. */
export const ListProviders = ListInput.extend({ filter: ProviderFilter.nullish() });
export type ListProviders = z.infer<typeof ListProviders>;

export const GetProvider = z.strictObject({ providerId: Id });
export const CreateProvider = z.strictObject({ idempotencyKey: IdempotencyKey, provider: ProviderInput });
export const UpdateProvider = z.strictObject({
  providerId: Id,
  version: Version,
  changes: z.strictObject(providerFields).partial(),
});
export const ProviderPage = page(Provider);
export const ProviderResult = z.object({ provider: Provider, warnings: z.array(Warning) });

export type CreateProvider = z.infer<typeof CreateProvider>;
export type UpdateProvider = z.infer<typeof UpdateProvider>;
