import { testDatabase } from "@vehicle-contracts/database/testing";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { afterAll, expect, test } from "vitest";
import { anApi, anEnterprise, aToken } from "../testing/a-register.ts";

const { database, programUrl } = await testDatabase();
// The role waits for a lock for 2 s at most, which a busy machine may need between two steps of the test.
const patient = openDatabase({ url: `${programUrl}?lock_timeout=7000&statement_timeout=7000` });
afterAll(() => patient.close());
const { enterpriseId, storeId, client } = await anEnterprise(database);

test("beyond what it can hold the API says so at once, and takes requests again when there is room", async () => {
  const { app } = await anApi(patient, { mostRequests: 3 });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const token = await aToken(app, client);
  const ask = (signal?: AbortSignal) =>
    fetch(`${url}/trpc/stores.get`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ storeId }),
      ...(signal ? { signal } : {}),
    });
  const held = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const lock = database.write(enterpriseId, async (tx) => {
    await tx.execute("lock table store in access exclusive mode");
    held.resolve();
    await release.promise;
  });
  await held.promise;
  const waiting = async () => {
    const question = "select 1 from pg_locks where not granted and relation = 'store'::regclass";
    return (await database.signIn.execute(question)).length;
  };
  const leaving = new AbortController();
  const gone = ask(leaving.signal).catch(() => "gone");
  const accepted = [ask(), ask()];
  await expect.poll(waiting).toBe(3);

  const refused = await ask();
  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("1");
  expect(await refused.json()).toMatchObject({ error: { data: { problem: { code: "OVERLOADED" } } } });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);

  leaving.abort();
  expect(await gone).toBe("gone");
  release.resolve();
  await lock;
  for (const response of await Promise.all(accepted)) expect(response.status).toBe(200);
  for (const response of await Promise.all([ask(), ask(), ask()])) expect(response.status).toBe(200);
});
