import { member, newId, signInTables } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError, createAuthMiddleware } from "better-auth/api";
// Without the query builder that its main entry brings along: our tables are reached through Drizzle.
import { betterAuth } from "better-auth/minimal";
import { organization } from "better-auth/plugins/organization";
import { and, asc, eq } from "drizzle-orm";
import type { AttemptLimits } from "./attempt-limits.ts";
import { addressOfHeaders, peerAddressHeader } from "./peer-address.ts";

type SignInLibraryOptions = {
  signIn: SignInDatabase;
  secret: string;
  adminUrl: string;
  trustedOrigins: readonly string[];
  attempts: AttemptLimits;
};

/** Seconds a session lasts from sign-in. */
const sessionSeconds = 7 * 24 * 60 * 60;

/** The same words for an unknown address, a wrong password and a disabled user: they tell nobody which it was. */
const refusal = () =>
  new APIError("UNAUTHORIZED", {
    code: "INVALID_EMAIL_OR_PASSWORD",
    message: "The e-mail address or the password is not right.",
  });

export const signInPath = "/sign-in/email";

/** better-auth as we use it: e-mail and password on our tables, enterprises as its organisations, nothing by strangers. */
export function openSignInLibrary(options: SignInLibraryOptions) {
  const { signIn, secret, adminUrl, trustedOrigins, attempts } = options;
  return betterAuth({
    appName: "Vehicle Contracts",
    baseURL: adminUrl,
    basePath: "/api/auth",
    secret,
    trustedOrigins: [...trustedOrigins],
    database: drizzleAdapter(signIn, { provider: "pg", schema: signInTables, transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
    },
    session: { expiresIn: sessionSeconds, cookieCache: { enabled: false } },
    plugins: [
      organization({
        allowUserToCreateOrganization: false,
        disableOrganizationDeletion: true,
        creatorRole: "administrator",
      }),
    ],
    // Ours, below: its own does not see calls that come from the server, and knows no accounts.
    rateLimit: { enabled: false },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (ctx.path !== signInPath) return;
        const wait = await attempts.take(accountOf(ctx.body), addressOfHeaders(headersOf(ctx)));
        if (wait !== null)
          throw new APIError(
            "TOO_MANY_REQUESTS",
            {
              code: "LIMIT_EXCEEDED",
              message: `Too many attempts to sign in. Try again in ${wait} seconds.`,
              retryAfterSeconds: wait,
            },
            { "retry-after": String(wait) },
          );
      }),
      after: createAuthMiddleware(async (ctx) => {
        if (ctx.path === signInPath && ctx.context.newSession)
          await attempts.succeeded(accountOf(ctx.body), addressOfHeaders(headersOf(ctx)));
      }),
    },
    databaseHooks: {
      session: {
        create: {
          /** A session is one of a user in an enterprise: whoever is in none, or disabled, gets none. */
          async before(session) {
            const [membership] = await signIn
              .select({ organizationId: member.organizationId })
              .from(member)
              .where(and(eq(member.userId, session.userId), eq(member.disabled, false)))
              .orderBy(asc(member.createdAt), asc(member.id))
              .limit(1);
            if (!membership) throw refusal();
            return { data: { ...session, activeOrganizationId: membership.organizationId } };
          },
        },
      },
    },
    advanced: {
      useSecureCookies: adminUrl.startsWith("https://"),
      cookiePrefix: "vehicle-contracts",
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      // Said outright: left out, tests would run without these checks.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [peerAddressHeader] },
      database: { generateId: newId },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Not caught, printed and answered by an empty body: who answers the request words it and logs it.
    onAPIError: { throw: true },
  });
}

export type SignInLibrary = ReturnType<typeof openSignInLibrary>;

const headersOf = (ctx: { headers?: Headers | undefined }): Headers => ctx.headers ?? new Headers();

export function accountOf(body: unknown): string {
  const email: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "email") : undefined;
  return typeof email === "string" ? email : "";
}
