import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ContractPage, ContractRead } from "@vehicle-contracts/contract-model";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cluster, type Loaded, openCluster } from "./cluster.ts";
import { benchCommand } from "./command.ts";
import { doorNames } from "./doors/door.ts";
import { callOnce, runLoad } from "./load-generator/load.ts";
import { type Measured, scenarioNames } from "./measure.ts";
import type { Servers } from "./run-bench.ts";
import { callsOf, getOf, listOf } from "./scenarios/calls.ts";
import { takeSample } from "./scenarios/sample.ts";
import { instant } from "./wall-clock.ts";

/** The smallest register that 32 connections can change at once. */
const contracts = 600;
const dataDir = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-bench-"));
const folder = path.join(dataDir, "bench");
const figures = path.join(dataDir, "figures.json");
let exitCode: number;
const compared: { contractIds: string[]; pages: unknown[]; contracts: unknown[] }[] = [];
const refusals: unknown[] = [];
let cluster: Cluster | undefined;
let loaded: Loaded;

beforeAll(async () => {
  exitCode = await benchCommand(
    ["--contracts", String(contracts), "--seconds", "0.05", "--json", figures],
    {
      dataDir,
      document: path.join(dataDir, "benchmarks.md"),
      fromCaller: (given) => given,
    },
    { before: compare },
  );
  cluster = await openCluster({
    ...{ folder, sizes: [contracts], day: `${instant().slice(0, 4)}-01-01`, fresh: false },
    log: (sentence) => expect(sentence).not.toMatch(/Loading/), // the register of the run before
  });
  loaded = await cluster.copyOf(contracts);
});
afterAll(async () => {
  await cluster?.stop(); // none where the run has failed
  await rm(dataDir, { recursive: true, force: true });
});

test("a run measures every scenario on every server, and writes nothing else than that", async () => {
  expect(exitCode).toBe(0);
  const all: object[] = JSON.parse(await readFile(figures, "utf8"));
  // Beside the servers, what the rules take alone.
  expect(all.filter((line) => "rule" in line)).toEqual([
    expect.objectContaining({ p50Ms: expect.any(Number) }),
  ]);
  const lines = all.filter((line) => "scenario" in line) as Measured[];
  const expected = scenarioNames.flatMap((scenario) =>
    doorNames
      .filter((door) => scenario !== "search" || door !== "trpc-stock")
      .map((door) => ({
        ...{ scenario, door, contracts, requestsPerSecond: expect.any(Number) },
        ...{ p50Ms: expect.any(Number), p99Ms: expect.any(Number), ratioToBare: expect.any(Number) },
      })),
  );
  expect(lines).toHaveLength(expected.length);
  expect(lines).toEqual(expect.arrayContaining(expected));
  for (const { p50Ms, p99Ms, requestsPerSecond, ratioToBare } of lines) {
    expect(Math.min(p50Ms, requestsPerSecond, ratioToBare)).toBeGreaterThan(0);
    expect(p99Ms).toBeGreaterThanOrEqual(p50Ms);
  }
});

/** Asked of the servers that the run has started anyway. */
async function compare({ doors, token, sample }: Servers): Promise<void> {
  const ask = (path: string, body: string) =>
    Promise.all(doorNames.map((door) => callOnce(doors[door].url, token, path, body)));
  for (const { vehicleId, contractIds } of sample.vehicles.slice(0, 5)) {
    const list = listOf(vehicleId);
    const get = getOf(contractIds[0] ?? "");
    compared.push({
      contractIds,
      pages: await ask(list.path, list.body),
      contracts: await ask(get.path, get.body),
    });
  }
  const { path: list, body } = listOf(sample.vehicles[0]?.vehicleId ?? "");
  for (const door of doorNames)
    refusals.push(
      await callOnce(doors[door].url, "another", list, body).catch((error: Error) => error.message),
    );
}

test("the servers answer one contract, and those of a vehicle, alike; a bad token none", () => {
  expect(compared).toHaveLength(5);
  for (const { contractIds, pages, contracts: read } of compared) {
    const [ours, ...others] = pages as ContractPage[];
    expect(ours?.items.map(({ contractId }) => contractId).sort()).toEqual(contractIds.toSorted());
    for (const other of others) expect(other).toEqual(ours);
    const [one, ...same] = read as ContractRead[];
    expect(one?.contractId).toBe(contractIds[0]);
    for (const other of same) expect(other).toEqual(one);
  }
  expect(refusals).toEqual(doorNames.map(() => expect.stringContaining("was answered 401")));
});

test("an answer about another contract, or one that failed, ends the run", async () => {
  const sample = await takeSample(loaded.superuserUrl);
  const [one, other] = sample.contracts;
  const calls = callsOf({ ...sample, contracts: one ? [one] : [] });
  let answer = { status: 200, contractId: one?.contractId };
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(answer.status).end(JSON.stringify({ result: { data: answer } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const ask = () =>
    runLoad({
      ...{ url: `http://127.0.0.1:${port}`, token: "", connections: 2, seconds: 0.05 },
      next: () => calls.get("trpc"),
    });
  expect((await ask()).milliseconds.length).toBeGreaterThan(0);
  answer = { status: 200, contractId: other?.contractId };
  await expect(ask()).rejects.toThrow(/contracts.get with .* was answered 200/);
  answer = { status: 503, contractId: one?.contractId };
  await expect(ask()).rejects.toThrow(/was answered 503/);
  server.close();
});

test("a loaded register is whole: a fifth in one enterprise, every reference leads somewhere, one surname is common", async () => {
  const sql = postgres(loaded.superuserUrl, { max: 1 });
  const shares = await sql<
    { n: number }[]
  >`select count(*)::int as n from contract group by enterprise_id order by 1 desc`;
  expect(shares.map(({ n }) => n).reduce((sum, n) => sum + n)).toBeGreaterThanOrEqual(contracts);
  expect(shares).toHaveLength(100);
  expect(shares[0]?.n).toBeGreaterThanOrEqual(contracts / 5);
  const keys = await sql<{ child: string; parent: string; pairs: string; given: string }[]>`
    select k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent,
      string_agg(format('c.%I = p.%I', a.attname, b.attname), ' and ') as pairs,
      string_agg(format('c.%I is not null', a.attname), ' and ') as given
    from pg_constraint k cross join unnest(k.conkey, k.confkey) as u (own, other)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.own
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.other
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace group by k.oid`;
  expect(keys.length).toBeGreaterThan(15);
  for (const { child, parent, pairs, given } of keys) {
    const lost = await sql.unsafe(
      `select 1 from ${child} c where ${given} and not exists (select from ${parent} p where ${pairs}) limit 1`,
    );
    expect(lost, `${child} to ${parent}`).toHaveLength(0);
  }
  const statuses = await sql`select distinct status from contract`;
  expect(statuses.length).toBeGreaterThan(5);
  const [names] = await sql<{ percent: number }[]>`
    select (100.0 * count(*) filter (where family_name = 'Müller') / count(*))::float as percent from party`;
  expect(names?.percent).toBeGreaterThan(4);
  expect(names?.percent).toBeLessThan(15);
  await sql.end();
});
