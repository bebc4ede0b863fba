import type { Database } from "@vehicle-contracts/database/unit-of-work";
import type { Actor } from "@vehicle-contracts/services";

/** What a door knows of a call before any procedure runs. In a file of its own, so that the client can ship a stub. */
export interface Context {
  /** Null where nobody is signed in, or the token is not good. */
  actor: Actor | null;
  correlationId: string;
  database: Database;
  /** Sends a link to set the password to its user. Rejects where no mail server takes it. Absent: the register sends no mail. */
  mailLink?: ((link: LinkToMail) => Promise<void>) | undefined;
  /** Notes for the log what has been done about somebody's sign-in: ids and no more. */
  note?: ((done: string, facts: { by: string; userId: string }) => void) | undefined;
}

export type LinkToMail = {
  to: string;
  name: string;
  path: string;
  endsAt: string;
  reason: "invitation" | "reset";
  by: string;
};
