import { randomUUID } from "node:crypto";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import type { DemoFile } from "@vehicle-contracts/demo-data";
import { createApiClient } from "@vehicle-contracts/identity";
import { inviteUser } from "@vehicle-contracts/services";
import { type Example, examplesOf, procedures } from "@vehicle-contracts/trpc-router/testing";

/** One procedure, with an input that it takes. */
export type Target = { name: string; isQuestion: boolean; input: unknown };

export type Targets = {
  adminUrl: string;
  apiUrl: string;
  bearer: string;
  cookie: string;
  client: { clientId: string; clientSecret: string };
  email: string;
  procedures: Target[];
  /** A cursor that goes on, to be bent. */
  cursors: string[];
};

const password = "a fern beside the road";
const json = { "content-type": "application/json" };

/** Fills the running product with a dealer group to shoot at, and takes credentials of it at both doors. */
export async function targetsIn({ adminUrl, apiUrl, tokenUrl, database }: DemoFile): Promise<Targets> {
  const opened = openDatabase({
    url: database.program,
    max: 2,
    applicationName: "vehicle-contracts hostile",
  });
  try {
    const { group, examples } = await examplesOf(opened);
    const client = await createApiClient(opened, {
      ...{ enterpriseId: group.enterpriseId, name: "Hostile", role: "administrator" },
      ...{ allStores: true, storeIds: [] },
    });
    const email = `${randomUUID()}@example.com`;
    const invited = { name: "Hester Hostile", email, role: "administrator" as const, allStores: true };
    const { path } = await group.change(inviteUser, invited, group.administrator);
    await must(`${adminUrl}/api/set-password`, { token: path.split("/").at(-1), password });
    const signedIn = await must(`${adminUrl}/api/auth/sign-in/email`, { email, password });
    const bearer = await tokenFor(tokenUrl, client);
    return {
      ...{ adminUrl, apiUrl, bearer, client, email },
      cookie: signedIn.headers
        .getSetCookie()
        .map((one) => one.split(";")[0])
        .join("; "),
      procedures: await targetsOf(examples),
      cursors: await cursorsOf(apiUrl, bearer),
    };
  } finally {
    await opened.close();
  }
}

const targetsOf = (examples: Record<string, Example>): Promise<Target[]> =>
  Promise.all(
    Object.entries(examples).map(async ([name, { input }]) => ({
      name,
      isQuestion: procedures[name]?._def.type === "query",
      input: (await input()) ?? {},
    })),
  );

async function must(url: string, body: object): Promise<Response> {
  const response = await fetch(url, { method: "POST", headers: json, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response;
}

async function tokenFor(url: string, client: Targets["client"]): Promise<string> {
  const form = {
    grant_type: "client_credentials",
    client_id: client.clientId,
    client_secret: client.clientSecret,
  };
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(form) });
  const { access_token: token } = (await response.json()) as { access_token: string }; // by RFC 6749
  return token;
}

async function cursorsOf(apiUrl: string, bearer: string): Promise<string[]> {
  const found = await Promise.all(
    ["contracts.list", "parties.list", "vehicles.list", "users.list"].map(async (name) => {
      const response = await fetch(`${apiUrl}/trpc/${name}`, {
        method: "POST",
        headers: { ...json, authorization: `Bearer ${bearer}` },
        body: JSON.stringify({ limit: 1 }),
      });
      const { result } = (await response.json()) as { result?: { data?: { nextCursor?: string | null } } }; // docs/wire.md
      return result?.data?.nextCursor ?? null;
    }),
  );
  return found.filter((cursor) => cursor !== null);
}
