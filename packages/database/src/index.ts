export * from "./auth-tables.ts";
export { newId } from "./new-id.ts";
export { driverValues, placesFor, prepared, preparedInsert, preparedInsertAll } from "./prepared.ts";
export * from "./tables.ts";
export type { Statements, TenantTx } from "./tenant-tx.ts";
