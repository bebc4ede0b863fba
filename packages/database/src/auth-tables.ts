import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/**
 * Sign-in comes before the tenant is known: these tables have no tenant column and no policy, and no tenant table
 * refers to them. Properties are named as better-auth names its fields.
 */
export const auth = pgSchema("auth");

/** better-auth works with `Date`; what is our own is text (`instant`). */
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

export const user = auth.table(
  "user",
  {
    id: text("id").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    emailVerified: boolean("email_verified").notNull().default(false),
    image: text("image"),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [primaryKey({ name: "user_pkey", columns: [t.id] }), unique("user_by_email").on(t.email)],
);

/** A dealer group as sign-in knows it. Its id is the enterprise's UUID as text. */
export const organization = auth.table(
  "organization",
  {
    id: text("id").notNull(),
    name: text("name").notNull(),
    slug: text("slug").notNull(),
    logo: text("logo"),
    metadata: text("metadata"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "organization_pkey", columns: [t.id] }),
    unique("organization_by_slug").on(t.slug),
  ],
);

const ofUser = (table: string, userId: Parameters<typeof foreignKey>[0]["columns"][0]) =>
  foreignKey({ name: `${table}_user_fk`, columns: [userId], foreignColumns: [user.id] }).onDelete("cascade");

const ofOrganization = (table: string, id: Parameters<typeof foreignKey>[0]["columns"][0]) =>
  foreignKey({
    name: `${table}_organization_fk`,
    columns: [id],
    foreignColumns: [organization.id],
  }).onDelete("cascade");

export const session = auth.table(
  "session",
  {
    id: text("id").notNull(),
    token: text("token").notNull(),
    userId: text("user_id").notNull(),
    activeOrganizationId: text("active_organization_id"),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    /** Written every few minutes at most; null until the first request with it. */
    lastSeenAt: instant("last_seen_at"),
  },
  (t) => [
    primaryKey({ name: "session_pkey", columns: [t.id] }),
    unique("session_by_token").on(t.token),
    ofUser("session", t.userId),
    index("session_of_user").on(t.userId),
  ],
);

export const account = auth.table(
  "account",
  {
    id: text("id").notNull(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id").notNull(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: moment("access_token_expires_at"),
    refreshTokenExpiresAt: moment("refresh_token_expires_at"),
    scope: text("scope"),
    /** Argon2id as PHC text; of before, better-auth's own scrypt until the next sign-in. */
    password: text("password"),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "account_pkey", columns: [t.id] }),
    unique("account_by_provider").on(t.providerId, t.accountId),
    ofUser("account", t.userId),
    index("account_of_user").on(t.userId),
  ],
);

export const verification = auth.table(
  "verification",
  {
    id: text("id").notNull(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "verification_pkey", columns: [t.id] }),
    index("verification_by_identifier").on(t.identifier),
  ],
);

/** A user in an enterprise: role and store grants. */
export const member = auth.table(
  "member",
  {
    id: text("id").notNull(),
    organizationId: text("organization_id").notNull(),
    userId: text("user_id").notNull(),
    role: text("role").notNull(),
    createdAt: moment("created_at").notNull(),
    version: integer("version").notNull().default(1),
    /** Granted every store of the enterprise, those added later too; `storeIds` is then empty. */
    allStores: boolean("all_stores").notNull().default(false),
    storeIds: uuid("store_ids").array().notNull().default(sql`'{}'`),
    disabled: boolean("disabled").notNull().default(false),
    lastSeenAt: instant("last_seen_at"),
  },
  (t) => [
    primaryKey({ name: "member_pkey", columns: [t.id] }),
    unique("member_of_organization").on(t.organizationId, t.userId),
    ofOrganization("member", t.organizationId),
    ofUser("member", t.userId),
    index("member_of_user").on(t.userId),
  ],
);

/** Wanted by better-auth's organization plugin; an administrator hands over a link instead (`setPasswordLink`). */
export const invitation = auth.table(
  "invitation",
  {
    id: text("id").notNull(),
    organizationId: text("organization_id").notNull(),
    email: text("email").notNull(),
    role: text("role"),
    status: text("status").notNull(),
    inviterId: text("inviter_id").notNull(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "invitation_pkey", columns: [t.id] }),
    ofOrganization("invitation", t.organizationId),
    ofUser("invitation", t.inviterId),
    index("invitation_of_organization").on(t.organizationId),
    index("invitation_by_email").on(t.email),
  ],
);

export const rateLimit = auth.table(
  "rate_limit",
  {
    id: text("id").notNull(),
    key: text("key").notNull(),
    count: integer("count").notNull(),
    /** Milliseconds since 1970. */
    lastRequest: bigint("last_request", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ name: "rate_limit_pkey", columns: [t.id] }), unique("rate_limit_by_key").on(t.key)],
);

/** The tables better-auth asks its adapter for, by its own names. */
export const signInTables = {
  user,
  session,
  account,
  verification,
  organization,
  member,
  invitation,
  rateLimit,
};

/** A link by which a user sets the password: good once, until `endsAt` (exclusive). The token itself is not stored. */
export const setPasswordLink = auth.table(
  "set_password_link",
  {
    id: text("id").notNull(),
    /** SHA-256 of the token. */
    tokenHash: text("token_hash").notNull(),
    userId: text("user_id").notNull(),
    endsAt: instant("ends_at").notNull(),
    usedAt: instant("used_at"),
    /** Id of the user who made it; null where its own user asked for it by mail. */
    createdBy: text("created_by"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "set_password_link_pkey", columns: [t.id] }),
    unique("set_password_link_by_token").on(t.tokenHash),
    ofUser("set_password_link", t.userId),
    index("set_password_link_of_user").on(t.userId),
  ],
);

/** A user's authenticator app. Until it is confirmed by a code, nothing asks for it. */
export const secondFactor = auth.table(
  "second_factor",
  {
    userId: text("user_id").notNull(),
    /** Encrypted with a key made of the program's secret, for this user. */
    secret: text("secret").notNull(),
    /** The time step (of 30 seconds, since 1970) of the last code that was taken: no code is taken twice. */
    lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
    createdAt: instant("created_at").notNull(),
    confirmedAt: instant("confirmed_at"),
  },
  (t) => [primaryKey({ name: "second_factor_pkey", columns: [t.userId] }), ofUser("second_factor", t.userId)],
);

/** A code for one sign-in without the authenticator app. The code itself is not stored. */
export const recoveryCode = auth.table(
  "recovery_code",
  {
    userId: text("user_id").notNull(),
    /** HMAC-SHA-256 with a key made of the program's secret. */
    codeHash: text("code_hash").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    primaryKey({ name: "recovery_code_pkey", columns: [t.userId, t.codeHash] }),
    ofUser("recovery_code", t.userId),
  ],
);

/** Failed attempts to sign in, counted by what they have in common; `key` is a hash of that. */
export const signInLimit = auth.table(
  "sign_in_limit",
  {
    key: text("key").notNull(),
    failures: integer("failures").notNull(),
    countedAt: instant("counted_at").notNull(),
    /** When the next attempt may be made (inclusive). */
    nextAt: instant("next_at").notNull(),
    /** When all of them are forgotten, and the row may go. */
    forgottenAt: instant("forgotten_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "sign_in_limit_pkey", columns: [t.key] }),
    index("sign_in_limit_by_end").on(t.forgottenAt),
  ],
);

/** A browser in which a user has signed in before; it shows a random text of which the hash is kept. */
export const knownDevice = auth.table(
  "known_device",
  {
    userId: text("user_id").notNull(),
    deviceHash: text("device_hash").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "known_device_pkey", columns: [t.userId, t.deviceHash] }),
    ofUser("known_device", t.userId),
  ],
);

/** A network from which somebody, whoever it was, has signed in; `addressHash` is keyed with the program's secret. */
export const knownAddress = auth.table(
  "known_address",
  {
    addressHash: text("address_hash").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [primaryKey({ name: "known_address_pkey", columns: [t.addressHash] })],
);

/** What was done about the sign-in of a user or a program, by whom. Only added to. */
export const signInEvent = auth.table(
  "sign_in_event",
  {
    id: text("id").notNull(),
    /** Of whom: a user or a program. */
    userId: text("user_id"),
    clientId: text("client_id"),
    what: text("what").notNull(),
    /** What the change set, by field; null where `what` says all. */
    facts: jsonb("facts").$type<Record<string, unknown>>(),
    /** Id of who did it: the user, an administrator, a program. */
    byId: text("by_id").notNull(),
    correlationId: text("correlation_id"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "sign_in_event_pkey", columns: [t.id] }),
    index("sign_in_event_of_user").on(t.userId, t.at),
  ],
);

/** A program that calls for an enterprise, by OAuth2 client credentials. */
export const apiClient = auth.table(
  "api_client",
  {
    clientId: text("client_id").notNull(),
    organizationId: text("organization_id").notNull(),
    name: text("name").notNull(),
    secretHash: text("secret_hash").notNull(),
    role: text("role").notNull(),
    allStores: boolean("all_stores").notNull().default(false),
    storeIds: uuid("store_ids").array().notNull().default(sql`'{}'`),
    /** What it may do, besides its role. */
    scopes: text("scopes").array().notNull().default(sql`'{}'`),
    disabled: boolean("disabled").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    /** Null for one of before this was written down. */
    createdBy: jsonb("created_by").$type<{ id: string; name: string }>(),
    version: integer("version").notNull().default(1),
    /** Null: with the client. */
    secretMadeAt: instant("secret_made_at"),
    /** The secret before, good until `formerSecretEndsAt` (exclusive). */
    formerSecretHash: text("former_secret_hash"),
    formerSecretEndsAt: instant("former_secret_ends_at"),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ name: "api_client_pkey", columns: [t.clientId] }),
    ofOrganization("api_client", t.organizationId),
    index("api_client_of_organization").on(t.organizationId),
  ],
);

/** An access token in use, good until `expiresAt` (exclusive). The token itself is not stored. */
export const apiToken = auth.table(
  "api_token",
  {
    /** SHA-256 of the token. */
    tokenHash: text("token_hash").notNull(),
    clientId: text("client_id").notNull(),
    organizationId: text("organization_id").notNull(),
    /** Those it was asked for; null for all that the client has. */
    scopes: text("scopes").array(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "api_token_pkey", columns: [t.tokenHash] }),
    foreignKey({
      name: "api_token_client_fk",
      columns: [t.clientId],
      foreignColumns: [apiClient.clientId],
    }).onDelete("cascade"),
    ofOrganization("api_token", t.organizationId),
    index("api_token_of_client").on(t.clientId),
    index("api_token_by_expiry").on(t.expiresAt),
  ],
);
