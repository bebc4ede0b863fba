import { VehicleContractsError } from "./problem-error.ts";

/** Of the API client that the service is, as it was shown when the client was made. */
export type ClientCredentials = { readonly clientId: string; readonly clientSecret: string };

/** What is used of the global `fetch`. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export type AccessTokens = {
  /** A token good for some time yet; asked for when there is none, once for all who wait for it. */
  current(correlationId: string): Promise<string>;
  /** This one was refused: the next `current` asks for another. */
  refused(token: string): void;
};

type Granted = { token: string; renewAt: number };

/** Renewed before it ends, by a tenth of its life, at most a minute. */
const margin = (lifetimeMs: number) => Math.min(60_000, lifetimeMs / 10);

/** Tokens by the client credentials of OAuth 2 (RFC 6749, 4.4). Throws VehicleContractsError. */
export function accessTokens(tokenUrl: string, credentials: ClientCredentials, fetch: Fetch): AccessTokens {
  let granted: Granted | null = null;
  let underWay: Promise<Granted> | null = null;

  return {
    async current(correlationId) {
      if (granted && Date.now() < granted.renewAt) return granted.token;
      underWay ??= askForToken(tokenUrl, credentials, fetch, correlationId).finally(() => {
        underWay = null;
      });
      granted = await underWay;
      return granted.token;
    },
    refused(token) {
      if (granted?.token === token) granted = null;
    },
  };
}

async function askForToken(
  tokenUrl: string,
  { clientId, clientSecret }: ClientCredentials,
  fetch: Fetch,
  correlationId: string,
): Promise<Granted> {
  const failed = (message: string, response: Response | null, cause?: Error) => {
    const status = response?.status ?? 0;
    const retryAfter = Number(response?.headers.get("retry-after"));
    const envelope = { message, fields: [], correlationId };
    return new VehicleContractsError(message, {
      reason: status >= 400 && status < 500 ? "refused" : "unreachable",
      problem:
        status === 429
          ? { ...envelope, code: "LIMIT_EXCEEDED", retryAfterSeconds: retryAfter || 1 }
          : status === 400 || status === 401
            ? { ...envelope, code: "UNAUTHENTICATED" }
            : null,
      correlationId,
      retryAfterSeconds: retryAfter > 0 ? retryAfter : null,
      ...(cause ? { cause } : {}),
    });
  };
  const asked = Date.now();
  let response: Response | null = null;
  try {
    response = await fetch(tokenUrl, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", "correlation-id": correlationId },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: clientId,
        client_secret: clientSecret,
      }).toString(),
      signal: AbortSignal.timeout(10_000),
    });
    const answer: unknown = await response.json();
    if (isTokenAnswer(answer)) {
      const lifetimeMs = answer.expires_in * 1000;
      return { token: answer.access_token, renewAt: asked + lifetimeMs - margin(lifetimeMs) };
    }
  } catch (error) {
    throw failed(`No token from ${tokenUrl}: it does not answer.`, response, asError(error));
  }
  throw failed(
    response.status === 401 || response.status === 400
      ? "The client's id and secret are not good, or the client was revoked."
      : `No token from ${tokenUrl}: it answered ${response.status}.`,
    response,
  );
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const isTokenAnswer = (answer: unknown): answer is { access_token: string; expires_in: number } =>
  typeof answer === "object" &&
  answer !== null &&
  typeof Reflect.get(answer, "access_token") === "string" &&
  typeof Reflect.get(answer, "expires_in") === "number";
