import { prepared, session, type TenantTx } from "@vehicle-contracts/database";
import { eq, sql } from "drizzle-orm";

const deleteSessions = prepared("delete_sessions", (db) =>
  db.delete(session).where(eq(session.userId, sql.placeholder("userId"))),
);

/** Ends every session of the user. */
export const endSessions = (tx: TenantTx, userId: string): Promise<unknown> => deleteSessions(tx, { userId });
