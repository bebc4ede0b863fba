import type { Database } from "@vehicle-contracts/database/unit-of-work";
import type { Actor } from "@vehicle-contracts/services";

/** What a door knows of a call before any procedure runs. In a file of its own, so that the client can ship a stub. */
export interface Context {
  /** Null where nobody is signed in, or the token is not good. */
  actor: Actor | null;
  correlationId: string;
  database: Database;
}
