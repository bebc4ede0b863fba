import { randomUUID } from "node:crypto";
import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Role } from "@vehicle-contracts/contract-model";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import type { DemoFile } from "@vehicle-contracts/demo-data";
import {
  aContract,
  aDealerGroup,
  aParty,
  aPlan,
  aRuleSet,
  aVehicle,
} from "@vehicle-contracts/services/testing";
import { aUser } from "./a-user.ts";
import { expect, test } from "./signed-in.ts";

/** What a dealer group has of each kind that a page shows. */
type Ids = { contractId: string; vehicleId: string; partyId: string; code: string; ruleSetCode: string };
type Row = {
  /** The least role that sees it. */
  role: Role | "anyone";
  /** Which of the ids stands in its address. */
  id?: keyof Ids;
};

/** Who may see each page, by its folder. What a page lets somebody do is asked by the procedures again. */
const pages: Record<string, Row> = {
  "/": { role: "anyone" },
  "/sign-in": { role: "anyone" },
  "/forgot-password": { role: "anyone" },
  "/set-password/[token]": { role: "anyone" },
  "/account": { role: "viewer" },
  "/contracts": { role: "viewer" },
  "/contracts/new": { role: "viewer" },
  "/contracts/[contractId]": { role: "viewer", id: "contractId" },
  "/contracts/[contractId]/edit": { role: "viewer", id: "contractId" },
  "/vehicles": { role: "viewer" },
  "/vehicles/new": { role: "viewer" },
  "/vehicles/[vehicleId]": { role: "viewer", id: "vehicleId" },
  "/vehicles/[vehicleId]/edit": { role: "viewer", id: "vehicleId" },
  "/customers": { role: "viewer" },
  "/customers/new": { role: "viewer" },
  "/customers/[partyId]": { role: "viewer", id: "partyId" },
  "/customers/[partyId]/edit": { role: "viewer", id: "partyId" },
  "/renewals": { role: "viewer" },
  "/providers": { role: "viewer" },
  "/rule-sets": { role: "viewer" },
  "/rule-sets/new": { role: "viewer" },
  "/rule-sets/[ruleSetCode]": { role: "viewer", id: "ruleSetCode" },
  "/plans": { role: "viewer" },
  "/plans/new": { role: "administrator" },
  "/plans/[code]": { role: "viewer", id: "code" },
  "/plans/[code]/edit": { role: "administrator", id: "code" },
  "/administration/stores": { role: "administrator" },
  "/administration/users": { role: "administrator" },
  "/administration/api-clients": { role: "administrator" },
  "/administration/transfers": { role: "administrator" },
  "/administration/settings": { role: "administrator" },
};

type Asked = { at: string; method?: "GET" | "POST"; body?: object; status: number };

/** What each route handler answers somebody who has no session, by its folder. */
const handlers: Record<string, readonly Asked[]> = {
  "/api/trpc/[trpc]": [
    { at: "/api/trpc/session.me", status: 401 },
    { at: "/api/trpc/contracts.list", body: {}, status: 401 },
    { at: "/api/trpc/no.such", status: 404 },
  ],
  "/api/auth/[...all]": [
    { at: "/api/auth/get-session", status: 200 },
    { at: "/api/auth/list-sessions", status: 404 },
  ],
  "/api/account/[action]": [
    { at: "/api/account/facts", body: {}, status: 401 },
    { at: "/api/account/end-session", body: { sessionId: "x" }, status: 401 },
    { at: "/api/account/end-other-sessions", body: {}, status: 401 },
    { at: "/api/account/begin-second-factor", body: { password: "x" }, status: 401 },
    { at: "/api/account/confirm-second-factor", body: { code: "1" }, status: 401 },
    { at: "/api/account/renew-recovery-codes", body: { password: "x" }, status: 401 },
    { at: "/api/account/end-second-factor", body: { password: "x" }, status: 401 },
    { at: "/api/account/no-such", body: {}, status: 404 },
  ],
  "/api/renewals": [{ at: "/api/renewals?channel=email", status: 401 }],
  "/api/agreements/[contractId]": [
    { at: `/api/agreements/${randomUUID()}`, status: 401 },
    { at: "/api/agreements/none", status: 401 },
  ],
  "/api/refund-quotes/[quoteId]": [
    { at: `/api/refund-quotes/${randomUUID()}`, status: 401 },
    { at: "/api/refund-quotes/none", status: 401 },
  ],
  "/api/set-password": [
    { at: "/api/set-password", body: { token: "x", password: "a fern beside the road" }, status: 404 },
  ],
  "/api/forgot-password": [
    { at: "/api/forgot-password", body: { email: `${randomUUID()}@example.com` }, status: 202 },
  ],
};

const app = fileURLToPath(new URL("../../../apps/admin/src/app/", import.meta.url));
/** The addresses of the app, read off its files. */
const addressesOf = (file: string) =>
  globSync(`**/${file}`, { cwd: app })
    .map((found) => `/${found.replaceAll("\\", "/").replace(/\([^)]*\)\/|\/?[^/]*$/g, "")}`)
    .sort();

test("every page and every route handler has its row", () => {
  expect(addressesOf("page.tsx")).toEqual(Object.keys(pages).sort());
  expect(addressesOf("route.ts")).toEqual(Object.keys(handlers).sort());
});

/** What another group has, in the same database. */
async function idsOfStrangers({ database }: DemoFile): Promise<Ids> {
  const opened = openDatabase({ url: database.program, max: 1, applicationName: "who may" });
  try {
    const group = await aDealerGroup(opened, `Strangers ${randomUUID()}`);
    const { vehicleId } = await aVehicle(group);
    const { partyId } = await aParty(group);
    const { contractId } = await aContract(group, {
      ...{ vehicleId, parties: [{ role: "HOLDER", partyId }] },
    });
    const { code } = await aPlan(group);
    const { code: ruleSetCode } = await aRuleSet(group);
    return { contractId, vehicleId, partyId, code, ruleSetCode };
  } finally {
    await opened.close();
  }
}

const addressWith = (pattern: string, id: string) => pattern.replace(/\[\w+\]/, id);
/** The same for each request, so that answers are compared as they are. */
const correlation = { "correlation-id": "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071" };

test("each page and handler is for those of its row, and another group's record is nobody's, byte for byte", async ({
  page,
  as,
  call,
  demo,
  cookiesOf,
}) => {
  const { adminUrl } = demo;
  const cookieOf = (cookies: readonly { name: string; value: string }[]) =>
    cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const ask = (path: string, cookie: string, { method = "GET", body }: Partial<Asked> = {}) =>
    fetch(new URL(path, adminUrl), {
      method: body ? "POST" : method,
      redirect: "manual",
      headers: {
        ...correlation,
        ...(cookie !== "" && { cookie }),
        ...(body && { "content-type": "application/json", origin: adminUrl }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });

  await as("administrator");
  const administrator = cookieOf(await page.context().cookies());
  const viewer = demo.users.find(({ role }) => role === "viewer");
  if (!viewer) throw new Error("The demo group has no viewer.");
  const [ended, disabled] = [await aUser(call, adminUrl), await aUser(call, adminUrl)];
  await ask("/api/auth/sign-out", cookieOf(ended.cookies), { body: {} });
  await call("users.update", { userId: disabled.userId, version: 1, changes: { disabled: true } });
  const nobody = {
    "no session": "",
    "an ended session": cookieOf(ended.cookies),
    "a disabled user": cookieOf(disabled.cookies),
  };
  const own = cookieOf(await cookiesOf(viewer));
  const theirs = await idsOfStrangers(demo);
  const first = async (procedure: string, id: keyof Ids) => {
    const { items } = (await call(procedure, { limit: 1 })) as { items: Record<keyof Ids, string>[] }; // docs/wire.md
    return items[0]?.[id] ?? "";
  };
  const ids: Ids = {
    contractId: await first("contracts.list", "contractId"),
    vehicleId: await first("vehicles.list", "vehicleId"),
    partyId: await first("parties.list", "partyId"),
    ruleSetCode: "PRO_RATA",
    // The one that is a draft, and so has both pages.
    code: "PROTECT-SELECT-24",
  };

  for (const [pattern, { role, id }] of Object.entries(pages)) {
    const address = addressWith(pattern, id ? ids[id] : "no-such-token");
    for (const [who, cookie] of Object.entries(nobody)) {
      const answer = await ask(address, cookie);
      const said = `${pattern}, ${who}`;
      if (pattern === "/") expect(answer.headers.get("location"), said).toMatch(/\/contracts$/);
      else if (role === "anyone") expect(answer.status, said).toBe(200);
      else {
        expect(answer.status, said).toBe(307);
        expect(new URL(answer.headers.get("location") ?? "", adminUrl).pathname, said).toBe("/sign-in");
      }
    }
    if (role === "anyone") continue;
    expect((await ask(address, own)).status, pattern).toBe(role === "viewer" ? 200 : 403);
    expect((await ask(address, administrator)).status, pattern).toBe(200);
    if (!id) continue;
    const [stranger, nobodys] = [theirs[id], randomUUID()];
    const shown = async (of: string) => {
      const answer = await ask(addressWith(pattern, of), administrator);
      expect(answer.status, pattern).toBe(404);
      // What a page's own address and its nonce put into it is what differs.
      const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1] ?? "";
      return (await answer.text()).replaceAll(of, "the id").replaceAll(nonce, "the nonce");
    };
    expect(await shown(stranger), pattern).toBe(await shown(nobodys));
  }

  for (const asked of Object.values(handlers).flat())
    for (const [who, cookie] of Object.entries(nobody)) {
      const answer = await ask(asked.at, cookie, asked);
      expect(answer.status, `${asked.at}, ${who}`).toBe(asked.status);
      if (asked.at.endsWith("get-session")) expect(await answer.json()).toBeNull();
    }
});
