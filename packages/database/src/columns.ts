import { sql } from "drizzle-orm";
import { customType, pgPolicy, timestamp, uuid } from "drizzle-orm/pg-core";

/** Text ordered and compared by code point, so that ranges of it use an index under row-level security. */
export const binaryText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** The tenant: first in every key. */
export const enterpriseId = () => uuid("enterprise_id").notNull();

/** A point in time to the millisecond, given by the program (never the database's clock), as text. */
export const instant = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3, mode: "string" });

/** Rows of other tenants are neither seen nor written. Without a tenant set there is no row at all. */
export const tenantPolicy = (table: string) =>
  pgPolicy(`${table}_tenant`, {
    as: "permissive",
    for: "all",
    to: "public",
    using: sql`enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid`,
    withCheck: sql`enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid`,
  });
