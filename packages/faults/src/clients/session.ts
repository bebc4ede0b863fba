import type { ApiClientCredentials } from "@vehicle-contracts/identity";

export type Door = { url: string; credentials: ApiClientCredentials };

export type Session = {
  /** Calls a procedure by plain JSON, with a token that is asked for where there is none. Null: no readable answer. */
  post(procedure: string, input: object): Promise<unknown>;
};

const patienceMs = 12_000;

type Answer = { status: number; body: unknown };

async function ask(address: string, init: RequestInit): Promise<Answer | null> {
  try {
    const response = await fetch(address, {
      method: "POST",
      signal: AbortSignal.timeout(patienceMs),
      ...init,
    });
    return { status: response.status, body: await response.json() };
  } catch {
    return null;
  }
}

/** A token by client credentials; null where there is none to be had just now. */
export async function tokenOf({ url, credentials }: Door): Promise<string | null> {
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
  });
  const granted = await ask(`${url}/oauth/token`, { body: form });
  return granted?.status === 200 ? (granted.body as { access_token: string }).access_token : null;
}

/** A program's session at the API, without any of the comforts of the package for services. */
export function openSession(door: Door): Session {
  let token: string | null = null;
  return {
    async post(procedure, input) {
      token ??= await tokenOf(door);
      if (token === null) return null;
      const answer = await ask(`${door.url}/trpc/${procedure}`, {
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify(input),
      });
      if (answer?.status === 401) token = null;
      return answer?.body ?? null;
    },
  };
}
