import { member, newId, signInTables } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError, createAuthMiddleware } from "better-auth/api";
// Without the query builder that its main entry brings along: our tables are reached through Drizzle.
import { betterAuth } from "better-auth/minimal";
import { organization } from "better-auth/plugins/organization";
import { and, asc, eq } from "drizzle-orm";
import type { Taken } from "./attempt-counts.ts";
import { hashPassword, isOutdated, isPasswordOf } from "./passwords.ts";
import { peerAddressHeader } from "./peer-address.ts";
import type { Proof, ProofVerdict } from "./second-factor.ts";
import { currentAttempt } from "./sign-in-attempt.ts";

type SignInLibraryOptions = {
  signIn: SignInDatabase;
  secret: string;
  adminUrl: string;
  trustedOrigins: readonly string[];
  /** Counts an attempt, or answers the seconds to wait. */
  take: () => Promise<{ taken: Taken } | { waitSeconds: number }>;
  judgeProof: (userId: string, proof: Proof | null) => Promise<ProofVerdict>;
};

/** Seconds a session lasts from sign-in. */
const sessionSeconds = 7 * 24 * 60 * 60;

/** The same words for an unknown address, a wrong password and a disabled user: they tell nobody which it was. */
const refusal = () =>
  new APIError("UNAUTHORIZED", {
    code: "INVALID_EMAIL_OR_PASSWORD",
    message: "The e-mail address or the password is not right.",
  });

/** The password was right; whoever knows it learns no more than that a second factor is asked for. */
const unproved = (verdict: "asked" | "wrong") =>
  verdict === "asked"
    ? new APIError("UNAUTHORIZED", {
        code: "SECOND_FACTOR_REQUIRED",
        message: "Send the password again with the code of the authenticator app, or with a recovery code.",
      })
    : new APIError("UNAUTHORIZED", {
        code: "SECOND_FACTOR_WRONG",
        message: "The code is not right, or was used already.",
      });

export const signInPath = "/sign-in/email";

/** better-auth as we use it: e-mail and password on our tables, enterprises as its organisations, nothing by strangers. */
export function openSignInLibrary(options: SignInLibraryOptions) {
  const { signIn, secret, adminUrl, trustedOrigins, take, judgeProof } = options;
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
      password: {
        hash: hashPassword,
        async verify({ hash, password }) {
          const isRight = await isPasswordOf(hash, password);
          const attempt = currentAttempt();
          if (attempt && isRight && isOutdated(hash)) attempt.outdatedHash = hash;
          return isRight;
        },
      },
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
        const attempt = currentAttempt();
        if (!attempt) throw refusal();
        const counted = await take();
        if ("taken" in counted) {
          attempt.taken = counted.taken;
          return;
        }
        const { waitSeconds } = counted;
        throw new APIError(
          "TOO_MANY_REQUESTS",
          {
            code: "LIMIT_EXCEEDED",
            message: `Too many attempts to sign in. Try again in ${waitSeconds} seconds.`,
            retryAfterSeconds: waitSeconds,
          },
          { "retry-after": String(waitSeconds) },
        );
      }),
    },
    databaseHooks: {
      session: {
        create: {
          /**
           * A session is one of a user in an enterprise: whoever is in none, or disabled, gets none. Nor is one made, not
           * for a moment, before the second factor is shown.
           */
          async before(session) {
            const [membership] = await signIn
              .select({ organizationId: member.organizationId })
              .from(member)
              .where(and(eq(member.userId, session.userId), eq(member.disabled, false)))
              .orderBy(asc(member.createdAt), asc(member.id))
              .limit(1);
            const attempt = currentAttempt();
            if (!membership || !attempt) throw refusal();
            const verdict = await judgeProof(session.userId, attempt.proof);
            if (verdict === "asked") attempt.isAsked = true;
            if (verdict === "asked" || verdict === "wrong") throw unproved(verdict);
            attempt.userId = session.userId;
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
