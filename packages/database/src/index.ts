export * from "./auth-tables.ts";
export { newId } from "./new-id.ts";
export { prepared } from "./prepared.ts";
export * from "./tables.ts";
export type { TenantTx } from "./tenant-tx.ts";
