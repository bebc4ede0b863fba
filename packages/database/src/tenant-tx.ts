import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";

/** Drizzle's statements, as a unit of work has them. */
export type Statements = Pick<
  PgDatabase<PostgresJsQueryResultHKT>,
  | "select"
  | "selectDistinct"
  | "selectDistinctOn"
  | "insert"
  | "update"
  | "delete"
  | "execute"
  | "with"
  | "$with"
>;

/**
 * The transaction of one unit of work, for one enterprise. It ends with the unit: what is sent later is refused. There
 * is no way from it to the pool, to another transaction or to another enterprise.
 *
 * A statement that fails dooms the unit, also where its error is caught: nothing of it is stored.
 */
export type TenantTx = Statements & {
  /** The tenant. Each statement names it, besides row-level security. */
  readonly enterpriseId: string;
  /** "Now" for everything the unit does: RFC 3339 in UTC with milliseconds. */
  readonly startedAt: string;
  /**
   * Answers what it is given, and says that the statements asked for so far are the service's last. In a unit of one
   * service COMMIT leaves in their flight then, instead of in one of its own: a statement asked for later is refused, and
   * where one of them fails the server rolls back. A service that writes must not throw afterwards: it is stored by then.
   */
  readonly last: <Answer>(answers: Promise<Answer>) => Promise<Answer>;
};
