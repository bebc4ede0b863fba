import type { Database } from "@vehicle-contracts/database/unit-of-work";
import { type Caller, GrantsChanged } from "@vehicle-contracts/identity";

/** The database for one call of a caller whose token is remembered. */
export type AdmittedDatabase = {
  readonly database: Database;
  /** Whether the question was asked whether the token is good still. */
  asked(): boolean;
  /** Whether the answer was that something else is granted than is remembered. */
  grantsChanged(): boolean;
};

/** Each unit of work asks, with its first statements, whether the caller is who is remembered. */
export function admitted(database: Database, { admission }: Caller): AdmittedDatabase {
  let asked = false;
  let changed = false;
  const withAdmission = {
    ...admission,
    admit(rows: Parameters<typeof admission.admit>[0]) {
      try {
        admission.admit(rows);
      } catch (error) {
        changed ||= error instanceof GrantsChanged;
        throw error;
      }
    },
  };
  const unit =
    (access: "read" | "write"): Database["read"] =>
    (enterpriseId, work, options) => {
      asked = true;
      return database[access](enterpriseId, work, { ...options, admission: withAdmission });
    };
  return {
    database: { ...database, read: unit("read"), write: unit("write") },
    asked: () => asked,
    grantsChanged: () => changed,
  };
}
