import { testDatabase } from "@vehicle-contracts/database/testing";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { afterAll, expect, test } from "vitest";
import { anApi, anEnterprise, aToken, type TestApi } from "../testing/a-register.ts";

const { database, programUrl } = await testDatabase();
// The role waits for a lock for 2 s at most, which a busy machine may need between two steps of the test.
const patient = openDatabase({ url: `${programUrl}?lock_timeout=7000&statement_timeout=7000` });
afterAll(() => patient.close());
const { enterpriseId, storeId, client } = await anEnterprise(database);

/** Requests that wait for a lock which is held until it is released. */
async function heldRequests(app: TestApi["app"]) {
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const token = await aToken(app, client);
  const held = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const lock = database.write(enterpriseId, async (tx) => {
    await tx.execute("lock table store in access exclusive mode");
    held.resolve();
    await released.promise;
  });
  await held.promise;
  return {
    url,
    ask: (signal?: AbortSignal) =>
      fetch(`${url}/trpc/stores.get`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ storeId }),
        ...(signal ? { signal } : {}),
      }),
    /** How many of them have come as far as the lock. */
    async waiting() {
      const question = "select 1 from pg_locks where not granted and relation = 'store'::regclass";
      return (await database.signIn.execute(question)).length;
    },
    async release() {
      released.resolve();
      await lock;
    },
  };
}

async function expectRefusal(answer: Promise<Response>) {
  const refused = await answer;
  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("1");
  expect(await refused.json()).toMatchObject({ error: { data: { problem: { code: "OVERLOADED" } } } });
}

test("beyond what it can hold the API says so at once, and takes requests again when there is room", async () => {
  const { app } = await anApi(patient, { loadLimit: { atOnce: 3, mostWaiting: 0 } });
  const { url, ask, waiting, release } = await heldRequests(app);
  const leaving = new AbortController();
  const gone = ask(leaving.signal).catch(() => "gone");
  const accepted = [ask(), ask()];
  await expect.poll(waiting).toBe(3);

  await expectRefusal(ask());
  expect((await fetch(`${url}/healthz`)).status).toBe(200);

  leaving.abort();
  expect(await gone).toBe("gone");
  await release();
  for (const response of await Promise.all(accepted)) expect(response.status).toBe(200);
  for (const response of await Promise.all([ask(), ask(), ask()])) expect(response.status).toBe(200);
});

test("who waits in line gets a turn as those before end, and whoever left the line is passed over", async () => {
  const { app } = await anApi(patient, { loadLimit: { atOnce: 1, mostWaiting: 2, longestWaitMs: 60_000 } });
  const { ask, waiting, release } = await heldRequests(app);
  let arrived = 0;
  app.server.on("request", () => {
    arrived += 1;
  });
  const first = ask();
  await expect.poll(waiting).toBe(1);
  const leaving = new AbortController();
  const [gone, third] = [ask(leaving.signal).catch(() => "gone"), ask()];
  await expect.poll(() => arrived).toBe(3);
  await expectRefusal(ask());
  leaving.abort();
  expect(await gone).toBe("gone");
  await release();
  for (const response of await Promise.all([first, third])) expect(response.status).toBe(200);
  expect((await ask()).status).toBe(200);
});

test("who has waited in line for as long as makes sense is told so, however few there are", async () => {
  const { app } = await anApi(patient, {
    loadLimit: { atOnce: 1, mostWaiting: 9, shortLine: 0, longestWaitMs: 50 },
  });
  const { ask, waiting, release } = await heldRequests(app);
  const first = ask();
  await expect.poll(waiting).toBe(1);
  await expectRefusal(ask());
  await release();
  expect((await first).status).toBe(200);
  expect((await ask()).status).toBe(200);
});
