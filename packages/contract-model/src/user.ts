import { z } from "zod";
import { StoreToday } from "./enterprise.ts";
import { page } from "./paging.ts";
import { EmailAddress, Id, Instant, line, Version } from "./values.ts";

/** Viewers read; advisors also write contracts, vehicles and parties; administrators all. */
export const Role = z.enum(
  ["administrator", "advisor", "viewer"],
  "Must be administrator, advisor or viewer.",
);
export type Role = z.infer<typeof Role>;

/** Ids of better-auth are text of its own making. */
export const UserId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/, "Must be the id of a user.");

/** Where somebody signs in with: in small letters. */
export const Email = EmailAddress.toLowerCase();

/** Password: 12 to 128 characters of any kind. */
export const Password = z
  .string("Must be text.")
  .min(12, "Must have at least 12 characters.")
  .max(128, "Must have at most 128 characters.");

/** A user of the enterprise. Administrators have all stores; others those granted. */
export const User = z.object({
  userId: UserId,
  version: Version,
  name: z.string(),
  email: z.string(),
  role: Role,
  allStores: z.boolean(),
  storeIds: z.array(Id),
  /** INVITED until the password is set by the link; DISABLED users cannot sign in. */
  state: z.enum(["INVITED", "ACTIVE", "DISABLED"]),
  /** Until when the invitation's link is good (exclusive); null when there is none open. */
  invitationEndsAt: Instant.nullable(),
  lastSeenAt: Instant.nullable(),
  /** Whether the codes of an authenticator app are asked for at the sign-in. */
  hasSecondFactor: z.boolean(),
});
export type User = z.infer<typeof User>;

/** `storeIds` may be empty only with `allStores`, or for an administrator, who has all. */
export const InviteUser = z.strictObject({
  name: line(100),
  email: Email,
  role: Role,
  allStores: z.boolean().nullish(),
  storeIds: z.array(Id).max(500).nullish(),
});
export type InviteUser = z.infer<typeof InviteUser>;

export const UpdateUser = z.strictObject({
  userId: UserId,
  version: Version,
  changes: z
    .strictObject({
      name: line(100),
      role: Role,
      allStores: z.boolean(),
      storeIds: z.array(Id).max(500),
      disabled: z.boolean(),
    })
    .partial(),
});
export type UpdateUser = z.infer<typeof UpdateUser>;

export const GetUser = z.strictObject({ userId: UserId });
/** A new link for one who has not set a password yet, or has forgotten it; the former link is then void. */
export const RenewInvitation = z.strictObject({ userId: UserId });
/** Takes the second factor from a user who has lost the device; all their sessions end. */
export const ResetSecondFactor = z.strictObject({ userId: UserId });
/**
 * A link to set the password, good once and for 48 hours. `mail` says whether it went to the user: SENT; FAILED (the mail
 * server did not take it); OFF (the register sends no mail). Unless it was sent, `path` is to be put behind the admin
 * app's address and handed over: it is shown this once.
 */
export const Invitation = z.object({
  user: User,
  path: z.string().nullable(),
  endsAt: Instant,
  mail: z.enum(["SENT", "FAILED", "OFF"]),
});
export type Invitation = z.infer<typeof Invitation>;
export const UserPage = page(User);
export const UserResult = z.object({ user: User, warnings: z.array(z.never()) });

/** Who asks, for the shell of the app: their role, their enterprise, and the stores granted with each one's today. A program has no e-mail address. */
export const Session = z.object({
  user: z.object({ userId: z.string(), name: z.string(), email: z.string().nullable() }),
  role: Role,
  enterprise: z.object({ enterpriseId: Id, name: z.string() }),
  allStores: z.boolean(),
  stores: z.array(StoreToday),
});
export type Session = z.infer<typeof Session>;

/** The input of a question that has none: nothing, or an empty object. */
export const Nothing = z.strictObject({}).optional();
