import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@vehicle-contracts/database/embedded";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import type { FastifyInstance } from "fastify";
import { expect, test } from "vitest";
import { anApi, tokenForm } from "../testing/a-register.ts";

/** What needs the database says so at once, and when to try again. */
async function expectOverloaded(app: FastifyInstance): Promise<void> {
  const call = await app.inject({ url: "/trpc/session.me", headers: { authorization: "Bearer some-token" } });
  expect(call.statusCode).toBe(503);
  expect(call.headers["retry-after"]).toBe("1");
  expect(call.json()).toMatchObject({ error: { data: { problem: { code: "OVERLOADED" } } } });
  const token = await app.inject({
    method: "POST",
    url: "/oauth/token",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: tokenForm({ clientId: "some-client", clientSecret: "secret" }),
  });
  expect(token.statusCode).toBe(503);
  expect(token.json()).toMatchObject({ error: "temporarily_unavailable" });
}

test("/readyz follows the database: ready, away, ready again; /healthz says only that the process lives", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "vehicle-contracts-readiness-"));
  const first = await startEmbedded({ dataDir, durable: false });
  const database = openDatabase({ url: first.superuserUrl });
  const { app } = await anApi(database);
  const status = async (url: string) => (await app.inject({ url })).statusCode;
  try {
    expect(await status("/readyz")).toBe(200);
    await first.stop();
    expect(await status("/readyz")).toBe(503);
    expect(await status("/healthz")).toBe(200);
    await expectOverloaded(app);
    const again = await startEmbedded({ dataDir, durable: false, port: first.port });
    try {
      await expect.poll(() => status("/readyz"), { timeout: 20_000 }).toBe(200);
    } finally {
      await again.stop();
    }
  } finally {
    await first.stop();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}, 60_000);
