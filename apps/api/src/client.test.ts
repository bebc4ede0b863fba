import { randomUUID } from "node:crypto";
import {
  createVehicleContractsClient,
  everyItem,
  type Fetch,
  isInvalid,
  isNotFound,
  isRuleBroken,
  isStaleVersion,
  isUnauthenticated,
  VehicleContractsError,
} from "@vehicle-contracts/client";
import { apiToken } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { endApiClient } from "@vehicle-contracts/services";
import { afterEach, describe, expect, test, vi } from "vitest";
import { anApi, anEnterprise } from "./testing/a-register.ts";

const { database } = await testDatabase();
const doors = await Promise.all(
  Object.entries({ "single calls apart": false, "tRPC's own adapter alone": true }).map(
    async ([name, stockAdapterAlone]) => {
      const { app } = await anApi(database, { stockAdapterAlone });
      const { client: credentials, ...enterprise } = await anEnterprise(database);
      return { name, ...enterprise, credentials, url: await app.listen({ host: "127.0.0.1", port: 0 }) };
    },
  ),
);

afterEach(() => {
  vi.useRealTimers();
});

type Sent = { url: string; method: string; headers: Headers };

/** The network, with a note of what went over it; `weather` may answer in its place, or spoil what it brought. */
function network(
  weather: (request: Sent, pass: () => Promise<Response>) => Promise<Response> = (_, pass) => pass(),
) {
  const sent: Sent[] = [];
  const fetch: Fetch = (address, init) => {
    const request = { url: address, method: init?.method ?? "GET", headers: new Headers(init?.headers) };
    sent.push(request);
    return weather(request, () => globalThis.fetch(address, init));
  };
  const to = (path: string) => sent.filter((request) => new URL(request.url).pathname.startsWith(path));
  return { fetch, sent, calls: () => to("/trpc"), tokens: () => to("/oauth/token") };
}
describe.each(doors)("a client of a register that answers by $name", (door) => {
  const { url, enterpriseId, storeId, credentials } = door;
  const connect = (
    fetch?: Fetch,
    more: { deadlineMs?: number; maxTries?: number; onBehalfOf?: string } = {},
  ) => createVehicleContractsClient({ url, credentials, ...(fetch ? { fetch } : {}), ...more });
  const failure = async (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      () => null,
      (error: unknown) => error,
    );
  const isCall = (request: Sent) => request.url.includes("/trpc/");
  const lost = () => Promise.reject(new TypeError("fetch failed"));

  let chassis = 0;
  const aVehicle = () => {
    chassis += 1;
    return { vin: `WVWZZZ1JZXW${String(chassis).padStart(6, "0")}`, make: "Volkswagen", model: "Golf" };
  };

  test("the four jobs: a contract is created, listed, got and updated", async () => {
    const client = connect();
    const { vehicle } = await client.vehicles.create.mutate({
      idempotencyKey: randomUUID(),
      vehicle: aVehicle(),
    });
    const { contract } = await client.contracts.create.mutate({
      idempotencyKey: randomUUID(),
      contract: { storeId, vehicleId: vehicle.vehicleId, type: "SERVICE_PLAN" },
    });
    const { contractId, version } = contract;
    const list = await client.contracts.list.query({ vehicleId: vehicle.vehicleId });
    expect(list.items.map((item) => item.contractId)).toEqual([contractId]);
    const updated = await client.contracts.update.mutate({
      contractId,
      version,
      changes: { notes: "By phone" },
    });
    expect(updated.contract.version).toBe(version + 1);
    expect((await client.contracts.get.query({ contractId })).notes).toBe("By phone");
  });

  test("calls of one moment go in one request, at most twenty in each, and no input stands in an address", async () => {
    const { fetch, calls } = network();
    const client = connect(fetch);
    await client.session.me.query({});
    const before = calls().length;
    const vins = Array.from({ length: 45 }, aVehicle).map(({ vin }) => vin);
    await Promise.allSettled(vins.map((vin) => client.vehicles.get.query({ vin })));
    expect(calls().length - before).toBe(3);
    for (const request of calls()) {
      expect(request.method).toBe("POST");
      for (const vin of vins) expect(request.url).not.toContain(vin);
    }
  });

  test("many calls at once ask for one token, and go on using it", async () => {
    const { fetch, tokens } = network();
    const client = connect(fetch);
    await Promise.all(Array.from({ length: 50 }, () => client.session.me.query({})));
    await client.session.me.query({});
    expect(tokens()).toHaveLength(1);
  });

  test("a token is renewed before it ends", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { fetch, tokens } = network();
    const client = connect(fetch);
    await client.session.me.query({});
    vi.setSystemTime(Date.now() + 3_530_000);
    await client.session.me.query({});
    expect(tokens()).toHaveLength(1);
    vi.setSystemTime(Date.now() + 15_000);
    await client.session.me.query({});
    expect(tokens()).toHaveLength(2);
  });

  test("a token that is refused is renewed once, for changes without a key too", async () => {
    const { fetch, tokens } = network();
    const client = connect(fetch);
    const { vehicle } = await client.vehicles.create.mutate({
      idempotencyKey: randomUUID(),
      vehicle: aVehicle(),
    });
    await database.signIn.delete(apiToken);
    const { vehicleId, version } = vehicle;
    const { vehicle: updated } = await client.vehicles.update.mutate({
      vehicleId,
      version,
      changes: { variant: "GTI" },
    });
    expect(updated.version).toBe(version + 1);
    expect(tokens()).toHaveLength(2);
  });

  test("where a fresh token is refused too, it does not ask for a third", async () => {
    const { fetch, tokens, calls } = network((request, pass) =>
      isCall(request) ? Promise.resolve(refusal("UNAUTHENTICATED", 401)) : pass(),
    );
    expect(isUnauthenticated(await failure(connect(fetch).session.me.query({})))).toBe(true);
    expect(tokens()).toHaveLength(2);
    expect(calls()).toHaveLength(2);
  });

  test("a revoked client is told so, and does not ask on and on", async () => {
    const other = await anEnterprise(database);
    const { fetch, tokens } = network();
    const client = createVehicleContractsClient({ url, credentials: other.client, fetch });
    await client.session.me.query({});
    await database.write(other.enterpriseId, (tx) => endApiClient(tx, other.client.clientId));
    const error = await failure(client.session.me.query({}));
    expect(isUnauthenticated(error)).toBe(true);
    expect(tokens()).toHaveLength(2);
  });

  test("a question is asked again when the network fails, and when something on the way answers instead", async () => {
    const failures = [lost, async () => new Response("<html>Bad gateway</html>", { status: 502 })];
    const { fetch, calls } = network((request, pass) =>
      isCall(request) ? (failures.shift() ?? pass)() : pass(),
    );
    const me = await connect(fetch).session.me.query({});
    expect(me.enterprise.enterpriseId).toBe(enterpriseId);
    expect(calls()).toHaveLength(3);
  });

  test("a create with a key whose answer was lost is sent again, and makes one record", async () => {
    let lostAnswers = 2;
    const { fetch } = network(async (request, pass) => {
      const response = await pass();
      if (!isCall(request) || lostAnswers === 0) return response;
      lostAnswers -= 1;
      return lost();
    });
    const vehicle = aVehicle();
    const made = await connect(fetch).vehicles.create.mutate({ idempotencyKey: randomUUID(), vehicle });
    expect(lostAnswers).toBe(0);
    const { items } = await connect().vehicles.list.query({ search: vehicle.vin });
    expect(items.map((item) => item.vehicleId)).toEqual([made.vehicle.vehicleId]);
  });

  test("a change without a key is never sent twice", async () => {
    const { vehicle } = await connect().vehicles.create.mutate({
      idempotencyKey: randomUUID(),
      vehicle: aVehicle(),
    });
    const { fetch, calls } = network((request, pass) => (isCall(request) ? lost() : pass()));
    const { vehicleId, version } = vehicle;
    const error = await failure(
      connect(fetch).vehicles.update.mutate({ vehicleId, version, changes: { variant: "GTI" } }),
    );
    expect(error).toMatchObject({ reason: "unreachable", problem: null });
    expect(calls()).toHaveLength(1);
  });

  test("what the register refuses for good is not asked again", async () => {
    const { fetch, calls } = network();
    const error = await failure(connect(fetch).vehicles.get.query({ vin: aVehicle().vin }));
    expect(isNotFound(error)).toBe(true);
    expect(calls()).toHaveLength(1);
  });

  const refusal = (code: string, status: number, headers: Record<string, string> = {}, more: object = {}) =>
    Response.json(
      [
        {
          error: {
            message: code,
            code: -32000,
            data: { problem: { code, message: code, fields: [], correlationId: "c", ...more } },
          },
        },
      ],
      { status, headers },
    );

  test("Retry-After is waited for, to the second", async () => {
    const token = Response.json({ access_token: "t", token_type: "Bearer", expires_in: 3600 });
    const answers = [
      token,
      refusal("OVERLOADED", 503, { "retry-after": "3" }, { retryAfterSeconds: 3 }),
      new Response("later", { status: 503, headers: { "retry-after": "2" } }),
      Response.json([{ result: { data: "answer" } }]),
    ];
    const { fetch, calls } = network(async () => answers.shift() ?? lost());
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    const call = connect(fetch).session.me.query({});
    await vi.advanceTimersByTimeAsync(2_999);
    expect(calls()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(301);
    expect(calls()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_700);
    expect(calls()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(500);
    expect(await call).toBe("answer");
  });

  test("a key whose first call still runs is waited for", async () => {
    let first = true;
    const { fetch, calls } = network(async (request, pass) => {
      if (!isCall(request) || !first) return pass();
      first = false;
      return refusal("IDEMPOTENCY_KEY_IN_PROGRESS", 409);
    });
    await connect(fetch).vehicles.create.mutate({ idempotencyKey: randomUUID(), vehicle: aVehicle() });
    expect(calls()).toHaveLength(2);
  });

  test("it gives up after the last try, and says what came last", async () => {
    const { fetch, calls } = network(async (request, pass) =>
      isCall(request) ? refusal("LIMIT_EXCEEDED", 429, {}, { retryAfterSeconds: 0.01 }) : pass(),
    );
    const error = await failure(connect(fetch, { maxTries: 3 }).session.me.query({}));
    expect(error).toMatchObject({ reason: "refused", problem: { code: "LIMIT_EXCEEDED" } });
    expect(calls()).toHaveLength(3);
  });

  test("a call that is not answered ends at its deadline, one that is aborted at once", async () => {
    const { fetch } = network((request, pass) =>
      isCall(request) ? new Promise<Response>(() => {}) : pass(),
    );
    expect(await failure(connect(fetch, { deadlineMs: 50 }).session.me.query({}))).toMatchObject({
      reason: "deadline",
    });
    const abort = new AbortController();
    const call = failure(connect(fetch).session.me.query({}, { signal: abort.signal }));
    abort.abort();
    expect(await call).toMatchObject({ reason: "aborted" });
    const already = connect(fetch).session.me.query({}, { signal: AbortSignal.abort() });
    expect(await failure(already)).toMatchObject({ reason: "aborted" });
  });

  test("one aborted call does not take the others of its request with it", async () => {
    const client = connect();
    const abort = new AbortController();
    const aborted = failure(client.session.me.query({}, { signal: abort.signal }));
    const other = client.session.me.query({});
    abort.abort();
    expect(await aborted).toMatchObject({ reason: "aborted" });
    expect((await other).enterprise.enterpriseId).toBe(enterpriseId);
  });

  test("a stale version, a broken rule and a wrong input are told apart, with what each says", async () => {
    const client = connect();
    const { vehicle } = await client.vehicles.create.mutate({
      idempotencyKey: randomUUID(),
      vehicle: aVehicle(),
    });
    const { contract } = await client.contracts.create.mutate({
      idempotencyKey: randomUUID(),
      contract: { storeId, vehicleId: vehicle.vehicleId, type: "SERVICE_PLAN" },
    });
    const { contractId, version } = contract;
    const change = (notes: string) =>
      client.contracts.update.mutate({ contractId, version, changes: { notes } });
    await change("first");
    const stale = await failure(change("second"));
    if (!isStaleVersion(stale)) throw stale;
    expect(stale.problem.current).toMatchObject({ contractId, notes: "first", version: version + 1 });
    expect(stale.problem.changedSince).toMatchObject([{ field: "notes" }]);

    const broken = await failure(
      client.contracts.create.mutate({
        idempotencyKey: randomUUID(),
        contract: {
          storeId,
          vehicleId: vehicle.vehicleId,
          type: "SERVICE_PLAN",
          startDate: "2026-02-01",
          endDate: "2026-01-01",
        },
      }),
    );
    if (!isRuleBroken(broken)) throw broken;
    expect(broken.problem.fields.length).toBeGreaterThan(0);

    const invalid = await failure(client.contracts.get.query({ contractId: "no id" }));
    if (!isInvalid(invalid)) throw invalid;
    expect(invalid.problem.fields).toMatchObject([{ path: "contractId" }]);
  });

  test("every error names the correlation id that was sent, whether the register answered or not", async () => {
    const answered = network();
    const refused = await failure(connect(answered.fetch).vehicles.get.query({ vin: aVehicle().vin }));
    expect(refused).toBeInstanceOf(VehicleContractsError);
    expect(refused).toMatchObject({ correlationId: answered.calls()[0]?.headers.get("correlation-id") });
    const silent = network((request, pass) => (isCall(request) ? lost() : pass()));
    const unreachable = await failure(connect(silent.fetch, { maxTries: 1 }).session.me.query({}));
    expect(unreachable).toMatchObject({ correlationId: silent.calls()[0]?.headers.get("correlation-id") });
  });

  test("every item of a list comes once, page after page", async () => {
    const client = connect();
    const model = `Polo ${randomUUID().slice(0, 8)}`;
    for (const _ of Array.from({ length: 5 }))
      await client.parties.create.mutate({
        idempotencyKey: randomUUID(),
        party: { kind: "COMPANY", companyName: model },
      });
    const found: string[] = [];
    const pages = everyItem((cursor) => client.parties.list.query({ search: "Polo", cursor, limit: 2 }));
    for await (const party of pages) found.push(party.partyId);
    expect(found).toHaveLength(5);
    expect(new Set(found).size).toBe(5);
  });

  test("the history names the user for whom the service acted", async () => {
    const client = connect(undefined, { onBehalfOf: "dms-user-17" });
    const { vehicle } = await client.vehicles.create.mutate({
      idempotencyKey: randomUUID(),
      vehicle: aVehicle(),
    });
    const { contract } = await client.contracts.create.mutate({
      idempotencyKey: randomUUID(),
      contract: { storeId, vehicleId: vehicle.vehicleId, type: "SERVICE_PLAN" },
    });
    const { items } = await client.contracts.history.query({ contractId: contract.contractId });
    expect(items[0]?.actor).toMatchObject({
      kind: "API_CLIENT",
      id: credentials.clientId,
      onBehalfOf: { id: "dms-user-17", name: "dms-user-17" },
    });
  });
});
