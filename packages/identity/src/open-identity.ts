import type { Database } from "@vehicle-contracts/database/unit-of-work";
import type { Actor } from "@vehicle-contracts/services";
import { APIError } from "better-auth/api";
import { type Account, accountOf } from "./account.ts";
import { actorOfApiToken, issueApiToken, type TokenAnswer, type TokenRequest } from "./api-tokens.ts";
import { openAttemptCounts } from "./attempt-counts.ts";
import { type Clock, systemClock } from "./clock.ts";
import { openForgotten } from "./forgotten.ts";
import { recognise, remember } from "./known-places.ts";
import { linkMail, type PasswordLink } from "./link-mail.ts";
import { type MailOptions, openMailer } from "./mail.ts";
import { acceptPasswordLink, inspectPasswordLink, type LinkFacts } from "./password-link.ts";
import { addressOfHeaders } from "./peer-address.ts";
import { programSecret } from "./program-secret.ts";
import { type Caller, rememberTokens } from "./remembered-tokens.ts";
import { judgeProof } from "./second-factor.ts";
import { actorOfSession, personOfSession } from "./session-actor.ts";
import { signInThrough } from "./sign-in.ts";
import { currentAttempt } from "./sign-in-attempt.ts";
import { openSignInLibrary, type SignInLibrary, signInPath } from "./sign-in-library.ts";
import { openSignInLimits, type SignInAllowance } from "./sign-in-limits.ts";
import { type AttemptAllowance, openTokenFailures } from "./token-failures.ts";

export type IdentityOptions = {
  database: Pick<Database, "signIn">;
  /** Signs the session cookies and encrypts second factors: at least 32 characters, the same in every process. */
  secret: string;
  /** The admin app's address as browsers see it; with https the cookies are Secure. */
  adminUrl: string;
  /** Further origins whose pages may sign in. */
  trustedOrigins?: readonly string[];
  /** The way for mail out; without it links are handed over by administrators. */
  mail?: MailOptions | null;
  /** Told of what went wrong where nobody waits for an answer any more. */
  onFault?: (error: unknown) => void;
  /** Seconds a token of an API client is good; 3600 when left out. */
  tokenSeconds?: number;
  signInAllowance?: SignInAllowance;
  tokenAllowance?: AttemptAllowance;
  clock?: Clock;
};

export type TokenRefusal =
  | { refused: "client" }
  | { refused: "scope" }
  | { refused: "attempts"; retryAfterSeconds: number };

export type Identity = {
  /**
   * Answers `/api/auth/…`: sign-in, sign-out, the session. Everything else below it is not found. Rejects with what goes
   * wrong on our side, such as a database that is away.
   */
  handler(request: Request): Promise<Response>;
  /** The same sign-in, called from the server: the response carries the cookie, or 401, or 429 with Retry-After. */
  signIn(credentials: { email: string; password: string }, headers: Headers): Promise<Response>;
  /** Ends the session of the cookie among the headers; the response clears the cookie. */
  signOut(headers: Headers): Promise<Response>;
  /** The user of the session cookie, in the session's enterprise; null where there is none. */
  actorOf(headers: Headers, correlationId: string): Promise<Actor | null>;
  inspectLink(token: string): Promise<LinkFacts | null>;
  /** Sets the password by a link. `deviceCookie` makes the browser one that its user is known by. Throws INVALID and NOT_FOUND. */
  acceptLink(
    token: string,
    password: string,
    headers?: Headers,
  ): Promise<LinkFacts & { deviceCookie: string }>;
  /** One's own sign-in: sessions and second factor of the user of the session cookie; null where there is none. */
  accountOf(headers: Headers): Promise<Account | null>;
  /** Null without a way for mail. */
  mail: {
    /** Sends a link to set the password. Rejects where the mail cannot be handed on. */
    sendLink(link: PasswordLink): Promise<void>;
    /**
     * Sends whoever has the address a link to set a new password. Answers before it looks whether there is such a user:
     * null, or the seconds to wait where too many are asked for from one address.
     */
    forgotten(email: string, address: string): Promise<{ retryAfterSeconds: number } | null>;
  } | null;
  /** A token for a client, or why not. `address` is the caller's. */
  issueToken(client: TokenRequest, address: string): Promise<TokenAnswer | TokenRefusal>;
  /** The API client of a bearer token, on behalf of a user where the header says so. Throws INVALID for a bad header. */
  actorOfToken(token: string, correlationId: string, onBehalfOf?: string | null): Promise<Actor | null>;
  /** The same without asking, where the token is remembered: the call itself asks whether it is good still. */
  callerOfToken(token: string, correlationId: string): Promise<Caller | null>;
};

/** What can be reached below `/api/auth`, exactly so. What strangers or members could misuse is not among it. */
export const reachable: ReadonlySet<string> = new Set([
  "POST /api/auth/sign-in/email",
  "POST /api/auth/sign-out",
  "GET /api/auth/get-session",
]);

/** Ten failures for one client, or a hundred for all, from one address in five minutes. */
const tokenDefault: AttemptAllowance = { perSubject: 10, perAddress: 100, windowSeconds: 300 };

/** Who signs in, and who calls. */
export function openIdentity(options: IdentityOptions): Identity {
  const { signIn } = options.database;
  const { clock = systemClock, tokenSeconds = 3600, onFault = () => {} } = options;
  const tokenFailures = openTokenFailures(options.tokenAllowance ?? tokenDefault);
  const counts = openAttemptCounts({ signIn, clock });
  const limits = openSignInLimits(counts, options.signInAllowance);
  const secret = programSecret(options.secret);
  const isSecure = options.adminUrl.startsWith("https://");
  const places = { signIn, clock, secret, isSecure };
  const library = openSignInLibrary({
    signIn,
    secret: options.secret,
    adminUrl: options.adminUrl,
    trustedOrigins: [...loopbackNames(options.adminUrl), ...(options.trustedOrigins ?? [])],
    async take() {
      const attempt = currentAttempt();
      if (!attempt) throw new Error("An attempt to sign in came by no door.");
      return limits.take({ ...attempt, ...(await recognise(places, attempt)) });
    },
    judgeProof: (userId, proof) => judgeProof(places, userId, proof),
  });
  const doors = { ...places, library, limits, tokenSeconds };
  const mailer = options.mail ? openMailer(options.mail) : null;
  const sendLink = async (link: PasswordLink) => mailer?.send(linkMail(link, options.adminUrl));

  return {
    async handler(request) {
      const { pathname } = new URL(request.url);
      if (!reachable.has(`${request.method} ${pathname}`))
        return Response.json(
          { code: "NOT_FOUND", message: "There is nothing at this address." },
          { status: 404 },
        );
      if (pathname === "/api/auth/get-session") return sessionAnswer(library, request.headers);
      // Read once, and the request made of its parts: one of Next's cannot be copied as a whole.
      const body = await request.text();
      const headers = fromProgram(request) ? withOrigin(request.headers, options.adminUrl) : request.headers;
      if (pathname === `/api/auth${signInPath}`)
        return signInThrough(doors, { url: request.url, headers, sent: parsed(body) });
      return library.handler(
        new Request(request.url, { method: request.method, headers, body: body || null }),
      );
    },
    signIn: (credentials, headers) =>
      signInThrough(doors, {
        url: new URL(`/api/auth${signInPath}`, options.adminUrl).href,
        headers: withJson(headers),
        sent: credentials,
      }),
    signOut: (headers) => library.api.signOut({ headers, asResponse: true }),
    actorOf: (headers, correlationId) => actorOfSession(doors, headers, correlationId),
    async accountOf(headers) {
      const person = await personOfSession(doors, headers);
      return person && accountOf(doors, { ...person, headers });
    },
    inspectLink: (token) => inspectPasswordLink(doors, token),
    async acceptLink(token, password, headers = new Headers()) {
      const facts = await acceptPasswordLink(doors, token, password);
      const address = addressOfHeaders(headers);
      return { ...facts, deviceCookie: await remember(places, { userId: facts.userId, address, headers }) };
    },
    mail: mailer && { sendLink, forgotten: openForgotten({ signIn, clock, counts, sendLink, onFault }) },
    async issueToken(client, address) {
      const wait = await tokenFailures.wait(client.clientId, address);
      if (wait !== null) return { refused: "attempts", retryAfterSeconds: wait };
      const answer = await issueApiToken(doors, client);
      await (answer === "client" ? tokenFailures.count : tokenFailures.forgive)(client.clientId, address);
      if (answer === "client" || answer === "scope") return { refused: answer };
      return answer;
    },
    actorOfToken: (token, correlationId, onBehalfOf) =>
      actorOfApiToken(doors, token, correlationId, onBehalfOf),
    callerOfToken: rememberTokens(doors),
  };
}

/**
 * Is it a program that asks, and not a page? A browser names the origin of each POST, and Sec-Fetch-Site; a script has
 * neither (Node's fetch sends Sec-Fetch-Mode all the same). No page can make another's browser leave both out.
 */
const fromProgram = ({ headers }: Request): boolean =>
  !headers.has("origin") && !headers.has("referer") && !headers.has("sec-fetch-site");

/** The headers as the app's own page would send them, for a library that takes only pages for sure. */
function withOrigin(given: Headers, adminUrl: string): Headers {
  const headers = new Headers(given);
  headers.set("origin", new URL(adminUrl).origin);
  return headers;
}

/** The headers as they are with a body of ours in place of the request's own. */
function withJson(given: Headers): Headers {
  const headers = new Headers(given);
  headers.set("content-type", "application/json");
  return headers;
}

/** The session of the cookie. Not by the library's own door, which answers for a database that is away without saying so. */
async function sessionAnswer({ api }: SignInLibrary, given: Headers): Promise<Response> {
  try {
    const { headers, response } = await api.getSession({ headers: given, returnHeaders: true });
    return Response.json(response, { headers });
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    return Response.json(error.body, { status: error.statusCode });
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** On one's own machine the app is met under either name. */
function loopbackNames(adminUrl: string): string[] {
  const { protocol, hostname, port } = new URL(adminUrl);
  if (hostname !== "localhost" && hostname !== "127.0.0.1") return [];
  return ["localhost", "127.0.0.1"].map((name) => `${protocol}//${name}${port ? `:${port}` : ""}`);
}
