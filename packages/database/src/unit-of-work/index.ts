export { DatabaseClosed, DeadlineExceeded, Overloaded } from "./errors.ts";
export {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type SignInDatabase,
  type UnitOptions,
} from "./open-database.ts";
export { requireSchema, SchemaRefused } from "./schema-version.ts";
export type { Admission } from "./transaction.ts";
