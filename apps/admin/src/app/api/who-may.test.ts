import type { Role } from "@vehicle-contracts/contract-model";
import { newId, session } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { createUserWithPassword } from "@vehicle-contracts/identity";
import { updateUser } from "@vehicle-contracts/services";
import {
  anActiveContract,
  aParty,
  aPendingContract,
  aRefundQuote,
} from "@vehicle-contracts/services/testing";
import { examplesOf, procedures, withAt } from "@vehicle-contracts/trpc-router/testing";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, describe, expect, test, vi } from "vitest";

// Throws outside of Next's own bundler.
vi.mock("server-only", () => ({}));

const adminUrl = "http://localhost:3000";
const { database, programUrl } = await testDatabase();
const { group, stranger, examples } = await examplesOf(database);
const { enterpriseId, hamburg, leeds } = group;

// A worker keeps its one server for all test files: this one has its own while it runs.
const place = Symbol.for("vehicle-contracts.admin.server");
const others: unknown = Reflect.get(globalThis, place);
Reflect.deleteProperty(globalThis, place);
const settings = {
  PROGRAM_DATABASE_URL: programUrl,
  AUTH_SECRET: "for tests only: at least thirty-two characters",
  ADMIN_URL: adminUrl,
  API_URL: "http://localhost:4000",
};
for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
vi.spyOn(process.stdout, "write").mockImplementation(() => true);
const [{ server }, auth, trpc, quotePaper, renewals, agreement] = await Promise.all([
  import("../../server.ts"),
  import("./auth/[...all]/route.ts"),
  import("./trpc/[trpc]/route.ts"),
  import("./refund-quotes/[quoteId]/route.ts"),
  import("./renewals/route.ts"),
  import("./agreements/[contractId]/route.ts"),
]);
server();
afterAll(async () => {
  await server().database.close();
  Reflect.set(globalThis, place, others);
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const password = "correct horse battery staple";
const json = { "content-type": "application/json" };
/** The same for each request, so that answers are compared as they are. */
const correlation = { "correlation-id": "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071" };

/** Somebody of the group who has signed in, with the cookie. */
async function aPerson(role: Role, storeIds: string[] = []) {
  const email = `${newId()}@example.com`;
  const { userId } = await createUserWithPassword(database, {
    ...{ enterpriseId, email, password, name: "Petra Person", role, storeIds },
    allStores: storeIds.length === 0,
  });
  const response = await auth.POST(
    new Request(`${adminUrl}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { ...json, "x-peer-address": "192.0.2.1" },
      body: JSON.stringify({ email, password }),
    }),
  );
  expect(response.status).toBe(200);
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return { userId, cookie };
}

function send(name: string, input: unknown, cookie: string | null): Promise<Response> {
  const body = JSON.stringify(input) ?? "{}";
  const headers = { ...correlation, ...(cookie !== null && { cookie }) };
  return procedures[name]?._def.type === "query"
    ? trpc.GET(new Request(`${adminUrl}/api/trpc/${name}?input=${encodeURIComponent(body)}`, { headers }))
    : trpc.POST(
        new Request(`${adminUrl}/api/trpc/${name}`, {
          ...{ method: "POST", body },
          headers: { ...headers, ...json, origin: adminUrl },
        }),
      );
}

// Nobody else has signed in yet.
const expired = await aPerson("administrator");
expect((await send("session.me", {}, expired.cookie)).status).toBe(200);
await database.signIn.update(session).set({ expiresAt: new Date(0) });
const [good, ended, disabled] = [
  await aPerson("administrator"),
  await aPerson("administrator"),
  await aPerson("administrator"),
];
for (const { cookie } of [ended, disabled]) expect((await send("session.me", {}, cookie)).status).toBe(200);
const signOut = new Request(`${adminUrl}/api/auth/sign-out`, {
  ...{ method: "POST", body: "{}" },
  headers: { ...json, origin: adminUrl, cookie: ended.cookie },
});
expect((await auth.POST(signOut)).status).toBe(200);
await group.change(
  updateUser,
  { userId: disabled.userId, version: 1, changes: { disabled: true } },
  group.administrator,
);
const nobody: Record<string, string | null> = {
  "without a session": null,
  "with a cookie that nobody was given": "vehicle-contracts.session_token=made.up",
  "whose session was ended": ended.cookie,
  "whose session has expired": expired.cookie,
  "who was disabled": disabled.cookie,
};

const viewer = await aPerson("viewer");
const advisor = await aPerson("advisor");
const lower: Record<Role, readonly { cookie: string }[]> = {
  viewer: [],
  advisor: [viewer],
  administrator: [viewer, advisor],
};
const ofHamburg = {
  viewer: await aPerson("viewer", [hamburg.storeId]),
  advisor: await aPerson("advisor", [hamburg.storeId]),
  administrator: null,
};

test("every procedure has its row", () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(procedures).sort());
});

describe.each(Object.entries(examples))("%s", (name, { role, input, ids, byStore }) => {
  // Made once: who is refused changes nothing of it, and who may comes last.
  let made: unknown;
  const once = async () => {
    made ??= await input();
    return made;
  };
  const refused = async (given: unknown, cookie: string | null) => {
    const response = await send(name, given, cookie);
    const { error } = (await response.json()) as { error?: { data: { problem: { code: string } } } }; // docs/wire.md
    return [response.status, error?.data.problem.code];
  };

  test.each(Object.entries(nobody))("refuses somebody %s", async (_, cookie) => {
    expect(await refused(await once(), cookie)).toEqual([401, "UNAUTHENTICATED"]);
  });

  test("refuses somebody of a lower role, or of another store", async () => {
    const given = await once();
    for (const { cookie } of lower[role]) expect(await refused(given, cookie)).toEqual([403, "FORBIDDEN"]);
    const colleague = ofHamburg[role];
    if (byStore && colleague)
      expect(await refused(await input(leeds.storeId), colleague.cookie)).toEqual([403, "FORBIDDEN"]);
  });

  test("answers who may, and another enterprise's ids byte for byte as nobody's", async () => {
    const given = await once();
    for (const [path, theirs] of Object.entries(ids)) {
      const at = (id: string) => send(name, withAt(given, path.split("."), id), good.cookie);
      const [stranger, nobodys] = [await at(theirs), await at(newId())];
      expect([nobodys.status, stranger.status]).toEqual([404, 404]);
      expect([...stranger.headers]).toEqual([...nobodys.headers]);
      expect(await stranger.text(), path).toBe(await nobodys.text());
    }
    const answer = await send(name, given, good.cookie);
    expect(answer.status, await answer.clone().text()).toBe(200);
  });
});

describe("a refund quote as PDF", () => {
  const paper = (quoteId: string, cookie: string | null) =>
    quotePaper.GET(
      new Request(`${adminUrl}/api/refund-quotes/${quoteId}`, {
        headers: { ...correlation, ...(cookie !== null && { cookie }) },
      }),
    );

  test("says what the quote says, for whoever may read it", async () => {
    const { quoteId } = await aRefundQuote(group);
    const response = await paper(quoteId, viewer.cookie);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="refund-quote-Q-${quoteId.slice(-8).toUpperCase()}.pdf"`,
    );
    expect(response.headers.get("cache-control")).toBe("no-store");
    const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
    const { text } = await extractText(pdf, { mergePages: true });
    const words = text.replace(/\s+/g, " ");
    for (const part of [
      "Erika Mustermann",
      "30.000 km",
      "The lesser share counts",
      "Refund 650,00 €",
      "not legal advice",
    ])
      expect(words).toContain(part);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  test("is refused as the quote is", async () => {
    const { quoteId } = await aRefundQuote(group);
    for (const [who, cookie] of Object.entries(nobody))
      expect((await paper(quoteId, cookie)).status, who).toBe(401);
    const [theirs, nobodys] = [await aRefundQuote(stranger), newId()];
    const answers = await Promise.all([theirs.quoteId, nobodys].map((id) => paper(id, good.cookie)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(await answers[0]?.text()).toBe(await answers[1]?.text());
    expect((await paper("..", good.cookie)).status).toBe(404);
  });
});

describe("renewals as CSV", () => {
  const exported = (query: string, cookie: string | null) =>
    renewals.GET(
      new Request(`${adminUrl}/api/renewals?${query}`, {
        headers: { ...correlation, ...(cookie !== null && { cookie }) },
      }),
    );
  const held = async (of: typeof group, name: string, consent: object) => {
    const { partyId } = await aParty(of, { givenName: name, email: `${name}@example.com`, consent });
    await anActiveContract(of, {
      termMonths: null,
      startDate: "2020-01-01",
      endDate: inAMonth,
      parties: [{ role: "HOLDER", partyId }],
    });
  };
  const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

  test("have those who agreed to the channel, of the granted stores, page by page, and nobody else", async () => {
    await held(group, "Zacharias", { email: true });
    await held(group, "Bertram", { post: true });
    await held(stranger, "Fremder", { email: true });
    const response = await exported("channel=email&days=60", viewer.cookie);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="renewals-email.csv"');
    expect(response.headers.get("cache-control")).toBe("no-store");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain("Zacharias@example.com");
    expect(text).not.toContain("Bertram");
    expect(text).not.toContain("Fremder");
    const none = await exported(`channel=email&days=60&store=${leeds.storeId}`, viewer.cookie);
    expect((await none.text()).trim().split("\r\n")).toHaveLength(1);
  });

  test("are refused as the list is, and without a channel that there is", async () => {
    for (const [who, cookie] of Object.entries(nobody))
      expect((await exported("channel=email", cookie)).status, who).toBe(401);
    expect((await exported("channel=fax", good.cookie)).status).toBe(400);
    expect((await exported("channel=email&days=9999", good.cookie)).status).toBe(400);
    expect((await exported(`channel=email&store=${newId()}`, good.cookie)).status).toBe(404);
  });
});

describe("an agreement as PDF", () => {
  const paper = (contractId: string, cookie: string | null) =>
    agreement.GET(
      new Request(`${adminUrl}/api/agreements/${contractId}`, {
        headers: { ...correlation, ...(cookie !== null && { cookie }) },
      }),
    );

  test("says who, which vehicle, until when and for what price, for whoever may read the contract", async () => {
    const { contractId } = await aPendingContract(group, {
      contractNumber: "EW 1/26",
      description: "Drive Secure 36",
    });
    const response = await paper(contractId, viewer.cookie);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="agreement-EW-1-26.pdf"');
    const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
    const { text } = await extractText(pdf, { mergePages: true });
    const words = text.replace(/\s+/g, " ");
    for (const part of [
      "Drive Secure 36",
      "From 1 Feb 2026 to 31 Jan 2029 or to 72.000 km",
      "Erika Mustermann",
      "Golf",
      "Net 840,34 €",
      "Total 1.000,00 €",
    ])
      expect(words).toContain(part);
  });

  test("is refused as the contract is", async () => {
    const { contractId } = await aPendingContract(group);
    expect((await paper(contractId, null)).status).toBe(401);
    expect((await paper(newId(), viewer.cookie)).status).toBe(404);
    expect((await paper("none", viewer.cookie)).status).toBe(404);
  });
});
