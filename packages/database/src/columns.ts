import { sql } from "drizzle-orm";
import { customType, pgPolicy, uuid } from "drizzle-orm/pg-core";

/** Text ordered and compared by code point, so that ranges of it use an index under row-level security. */
export const binaryText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** The tenant: first in every key. */
export const enterpriseId = () => uuid("enterprise_id").notNull();

/**
 * A point in time to the millisecond, given by the program (never the database's clock), as RFC 3339 text in UTC.
 * Every connection has the time zone UTC, else reading one throws.
 */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  fromDriver(value) {
    const parts = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?(?:\+00|Z)$/.exec(value);
    if (!parts)
      throw new Error(`Not a point in time in UTC: ${value}. The connection's TimeZone must be UTC.`);
    return `${parts[1]}T${parts[2]}.${(parts[3] ?? "").padEnd(3, "0")}Z`;
  },
});

/** Rows of other tenants are neither seen nor written. Without a tenant set there is no row at all. */
export const tenantPolicy = (table: string) =>
  pgPolicy(`${table}_tenant`, {
    as: "permissive",
    for: "all",
    to: "public",
    using: sql`enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid`,
    withCheck: sql`enterprise_id = nullif(current_setting('app.enterprise_id', true), '')::uuid`,
  });
