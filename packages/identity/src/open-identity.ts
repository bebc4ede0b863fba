import type { Database } from "@vehicle-contracts/database/unit-of-work";
import type { Actor } from "@vehicle-contracts/services";
import { APIError } from "better-auth/api";
import { actorOfApiToken, issueApiToken, type TokenAnswer } from "./api-tokens.ts";
import { type AttemptAllowance, openAttemptLimits } from "./attempt-limits.ts";
import { type Clock, systemClock } from "./clock.ts";
import { acceptPasswordLink, inspectPasswordLink, type LinkFacts } from "./password-link.ts";
import { addressOfHeaders } from "./peer-address.ts";
import { actorOfSession } from "./session-actor.ts";
import { accountOf, openSignInLibrary, type SignInLibrary, signInPath } from "./sign-in-library.ts";
import { openTokenFailures } from "./token-failures.ts";

export type IdentityOptions = {
  database: Pick<Database, "signIn">;
  /** Signs the session cookies: at least 32 characters, the same in every process. */
  secret: string;
  /** The admin app's address as browsers see it; with https the cookies are Secure. */
  adminUrl: string;
  /** Further origins whose pages may sign in. */
  trustedOrigins?: readonly string[];
  /** Seconds a token of an API client is good; 3600 when left out. */
  tokenSeconds?: number;
  signInAllowance?: AttemptAllowance;
  tokenAllowance?: AttemptAllowance;
  clock?: Clock;
};

export type TokenRefusal = { refused: "client" } | { refused: "attempts"; retryAfterSeconds: number };

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
  /** Sets the password by a link. Throws INVALID and NOT_FOUND. */
  acceptLink(token: string, password: string): Promise<LinkFacts>;
  /** A token for a client, or why not. `address` is the caller's. */
  issueToken(
    client: { clientId: string; clientSecret: string },
    address: string,
  ): Promise<TokenAnswer | TokenRefusal>;
  /** The API client of a bearer token, on behalf of a user where the header says so. Throws INVALID for a bad header. */
  actorOfToken(token: string, correlationId: string, onBehalfOf?: string | null): Promise<Actor | null>;
};

/** What can be reached below `/api/auth`, exactly so. What strangers or members could misuse is not among it. */
export const reachable: ReadonlySet<string> = new Set([
  "POST /api/auth/sign-in/email",
  "POST /api/auth/sign-out",
  "GET /api/auth/get-session",
]);

/** Five wrong passwords for one account, or fifty for all, from one address in five minutes. */
const signInDefault: AttemptAllowance = { perSubject: 5, perAddress: 50, windowSeconds: 300 };
/** Ten failures for one client, or a hundred for all, from one address in five minutes. */
const tokenDefault: AttemptAllowance = { perSubject: 10, perAddress: 100, windowSeconds: 300 };

/** Who signs in, and who calls. */
export function openIdentity(options: IdentityOptions): Identity {
  const { signIn } = options.database;
  const { clock = systemClock, tokenSeconds = 3600 } = options;
  const tokenFailures = openTokenFailures(options.tokenAllowance ?? tokenDefault);
  const attempts = openAttemptLimits(options.signInAllowance ?? signInDefault);
  const library = openSignInLibrary({
    signIn,
    secret: options.secret,
    adminUrl: options.adminUrl,
    trustedOrigins: [...loopbackNames(options.adminUrl), ...(options.trustedOrigins ?? [])],
    attempts,
  });
  const doors = { library, signIn, clock, tokenSeconds };
  /** One that failed by us is no failed attempt: nobody is to wait because the database was away. */
  const signInBy = (request: Request, body: string) =>
    library.handler(request).catch(async (error: unknown) => {
      await attempts.giveBack(accountOf(parsed(body)), addressOfHeaders(request.headers));
      throw error;
    });

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
      const read = new Request(request.url, { method: request.method, headers, body: body || null });
      return pathname === `/api/auth${signInPath}` ? signInBy(read, body) : library.handler(read);
    },
    signIn: (credentials, headers) =>
      signInBy(signInRequest(options.adminUrl, credentials, headers), JSON.stringify(credentials)),
    signOut: (headers) => library.api.signOut({ headers, asResponse: true }),
    actorOf: (headers, correlationId) => actorOfSession(doors, headers, correlationId),
    inspectLink: (token) => inspectPasswordLink(doors, token),
    acceptLink: (token, password) => acceptPasswordLink(doors, token, password),
    async issueToken(client, address) {
      const wait = await tokenFailures.wait(client.clientId, address);
      if (wait !== null) return { refused: "attempts", retryAfterSeconds: wait };
      const answer = await issueApiToken(doors, client);
      await (answer ? tokenFailures.forgive : tokenFailures.count)(client.clientId, address);
      return answer ?? { refused: "client" };
    },
    actorOfToken: (token, correlationId, onBehalfOf) =>
      actorOfApiToken(doors, token, correlationId, onBehalfOf),
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

/** As the caller's own request, with the headers it came with: its origin and its address count here too. */
function signInRequest(
  adminUrl: string,
  credentials: { email: string; password: string },
  headers: Headers,
): Request {
  const own = new Headers(headers);
  own.delete("content-length");
  own.set("content-type", "application/json");
  const { email, password } = credentials;
  return new Request(new URL("/api/auth/sign-in/email", adminUrl), {
    method: "POST",
    headers: own,
    body: JSON.stringify({ email, password }),
  });
}

/** On one's own machine the app is met under either name. */
function loopbackNames(adminUrl: string): string[] {
  const { protocol, hostname, port } = new URL(adminUrl);
  if (hostname !== "localhost" && hostname !== "127.0.0.1") return [];
  return ["localhost", "127.0.0.1"].map((name) => `${protocol}//${name}${port ? `:${port}` : ""}`);
}
