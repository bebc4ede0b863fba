import { z } from "zod";
import { scopes } from "./codes.ts";
import { page } from "./paging.ts";
import { Role } from "./user.ts";
import { Id, IdempotencyKey, Instant, line, Version } from "./values.ts";

export const Scope = z.enum(scopes, "Must be a scope such as contracts:read.");
export type Scope = z.infer<typeof Scope>;

/** Hours that the former secret may stay good beside a new one: 0 to 168 (inclusive), a week. */
export const longestOverlapHours = 168;

/** A program that calls for the enterprise, by OAuth2 client credentials. Its secret is not among it. */
export const ApiClient = z.object({
  clientId: Id,
  version: Version,
  /** The history names the program by it. */
  name: z.string(),
  role: Role,
  allStores: z.boolean(),
  storeIds: z.array(Id),
  scopes: z.array(Scope),
  /** DISABLED: refused for as long as it is; REVOKED: for good. */
  state: z.enum(["ACTIVE", "DISABLED", "REVOKED"]),
  secretMadeAt: Instant,
  /** Until when the secret before is good too (exclusive); null where it is not. */
  formerSecretEndsAt: Instant.nullable(),
  /** When it last took a token, each of which is good for an hour. */
  lastUsedAt: Instant.nullable(),
  createdAt: Instant,
  /** Null for one of before this was written down. */
  createdBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  revokedAt: Instant.nullable(),
});
export type ApiClient = z.infer<typeof ApiClient>;

const fields = {
  name: line(100),
  role: Role,
  allStores: z.boolean(),
  storeIds: z.array(Id).max(500),
  scopes: z.array(Scope).min(1, "Must name at least one scope.").max(scopes.length),
};

/** `storeIds` may be empty only with `allStores`, or for an administrator, who has all. Left out: `scopes` all. */
export const ApiClientInput = z.strictObject({
  ...fields,
  allStores: fields.allStores.nullish(),
  storeIds: fields.storeIds.nullish(),
  scopes: fields.scopes.nullish(),
});
export type ApiClientInput = z.infer<typeof ApiClientInput>;

export const GetApiClient = z.strictObject({ clientId: Id });
export const CreateApiClient = z.strictObject({ idempotencyKey: IdempotencyKey, apiClient: ApiClientInput });
export type CreateApiClient = z.infer<typeof CreateApiClient>;

export const UpdateApiClient = z.strictObject({
  clientId: Id,
  version: Version,
  changes: z.strictObject({ ...fields, disabled: z.boolean() }).partial(),
});
export type UpdateApiClient = z.infer<typeof UpdateApiClient>;

/** A new secret. The one before is good for `overlapHours` yet; left out or 0: not at all, and tokens in use end too. */
export const RotateApiClient = z.strictObject({
  clientId: Id,
  version: Version,
  overlapHours: z
    .int("Must be a whole number of hours.")
    .min(0, "Must be at least 0.")
    .max(longestOverlapHours, `Must be at most ${longestOverlapHours}, a week.`)
    .nullish(),
});
export type RotateApiClient = z.infer<typeof RotateApiClient>;

/** Ends the client and all its tokens, at once and for good. */
export const RevokeApiClient = z.strictObject({ clientId: Id });

export const ApiClientPage = page(ApiClient);
export const ApiClientResult = z.object({ apiClient: ApiClient, warnings: z.array(z.never()) });
/** The secret is answered this once and kept nowhere: null where the same call comes again. */
export const ApiClientSecret = z.object({ apiClient: ApiClient, clientSecret: z.string().nullable() });
export type ApiClientSecret = z.infer<typeof ApiClientSecret>;
