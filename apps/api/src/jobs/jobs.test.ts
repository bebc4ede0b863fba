import { Writable } from "node:stream";
import { newId, organization } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import { getContract } from "@vehicle-contracts/services";
import {
  aClock,
  aDealerGroup,
  aPendingContract,
  type DealerGroup,
  historyOf,
} from "@vehicle-contracts/services/testing";
import { sql } from "drizzle-orm";
import { PgBoss } from "pg-boss";
import { afterEach, expect, test } from "vitest";
import { openLog } from "../log.ts";
import { runContractClock } from "./contract-clock.ts";
import { keepJobsOpen } from "./keep-jobs-open.ts";
import { clockQueue, openJobs } from "./open-jobs.ts";

const clock = aClock();
const { database, open, programUrl } = await testDatabase({ clock: clock.now });
const lines: string[] = [];
const log = openLog(
  new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  }),
);
const group = await aDealerGroup(database);
const other = await aDealerGroup(database, "Südstern Mobile");

const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((jobs) => jobs.stop()));
});
const openHere = async (units: Database = database) => {
  const jobs = await openJobs({ url: programUrl, database: units, log, pollingSeconds: 0.5 });
  opened.push(jobs);
  return jobs;
};
const run = (signal: AbortSignal = new AbortController().signal, units = database) =>
  runContractClock(units, log, { signal, runId: newId() });

/** Sold, and to start on the first of a month that the clock has not reached. */
async function soldFor(startDate: string, of: DealerGroup = group): Promise<string> {
  return (await aPendingContract(of, { startDate, termMonths: 12 })).contractId;
}
const statusOf = async (contractId: string, of: DealerGroup = group) =>
  (await of.ask(getContract, { contractId })).status;
const entriesOf = async (contractId: string, of: DealerGroup = group) =>
  (await historyOf(of, contractId)).slice(1).map(({ action, actor }) => [action, actor.kind]);

test("with the program's start, what fell due while nothing ran is stored, of every group, as a job's doing", async () => {
  clock.set("2026-03-31T09:00:00.000Z");
  const [ours, theirs] = [await soldFor("2026-04-01"), await soldFor("2026-04-01", other)];
  clock.set("2026-04-20T09:00:00.000Z");
  await openHere();
  await expect.poll(() => statusOf(ours), { timeout: 20_000 }).toBe("ACTIVE");
  await expect.poll(() => statusOf(theirs, other), { timeout: 20_000 }).toBe("ACTIVE");
  expect(await entriesOf(ours)).toEqual([["contract.activated", "JOB"]]);
  expect(await entriesOf(theirs, other)).toEqual([["contract.activated", "JOB"]]);
});

test("two machines at once move each contract once", async () => {
  clock.set("2026-04-30T09:00:00.000Z");
  const sold: string[] = [];
  for (let made = 0; made < 8; made++) sold.push(await soldFor("2026-05-01"));
  clock.set("2026-05-01T09:00:00.000Z");
  const elsewhere = open({ clock: clock.now });
  await Promise.all([openHere(), openHere(elsewhere)]);
  const moved = await Promise.all([run(), run(undefined, elsewhere), run(), run(undefined, elsewhere)]);
  expect(moved.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(8);
  for (const contractId of sold) {
    await expect.poll(() => statusOf(contractId), { timeout: 20_000 }).toBe("ACTIVE");
    expect(await entriesOf(contractId)).toHaveLength(1);
  }
});

test("however many ask for it at once, one run is queued", async () => {
  await openHere();
  const boss = new PgBoss({ connectionString: programUrl, schema: "jobs", migrate: false, supervise: false });
  boss.on("error", () => {});
  await boss.start();
  try {
    const asked = await Promise.all(["a", "b", "c", "d"].map(() => boss.send(clockQueue)));
    expect(asked.filter((id) => id !== null).length).toBeLessThanOrEqual(1);
    expect((await boss.getSchedules(clockQueue)).map(({ cron }) => cron)).toEqual(["*/5 * * * *"]);
    expect(await boss.detectSchemaDrift().then(({ ok }) => ok)).toBe(true);
  } finally {
    await boss.stop({ graceful: false });
  }
});

test("a run that is told to stop ends after its batch, and the next one goes on", async () => {
  clock.set("2026-05-31T09:00:00.000Z");
  const contractId = await soldFor("2026-06-01");
  clock.set("2026-06-01T09:00:00.000Z");
  expect(await run(AbortSignal.abort())).toBe(0);
  expect(await statusOf(contractId)).toBe("PENDING");
  expect(await run()).toBe(1);
});

test("a group that fails keeps no other waiting, and the run is tried again", async () => {
  clock.set("2026-06-30T09:00:00.000Z");
  const contractId = await soldFor("2026-07-01");
  clock.set("2026-07-01T09:00:00.000Z");
  const [first] = await database.signIn.select({ id: organization.id }).from(organization).limit(1);
  const failing: Database = {
    ...database,
    write: (id, work, options) =>
      id === (first?.id === group.enterpriseId ? other.enterpriseId : first?.id)
        ? Promise.reject(new Error("this group's rows cannot be read"))
        : database.write(id, work, options),
  };
  await expect(run(undefined, failing)).rejects.toThrow("1 of 2 enterprises failed");
  expect(await statusOf(contractId)).toBe("ACTIVE");
});

test("jobs that cannot be opened are tried again, and are stopped all the same", async () => {
  const nowhere = programUrl.replace(/:\d+\//, ":1/");
  const jobs = keepJobsOpen({ url: nowhere, database, log });
  jobs.start();
  await expect.poll(() => lines.join("").includes("jobs not started"), { timeout: 20_000 }).toBe(true);
  await jobs.stop();
});

test("the program's role owns nothing of the queue, and makes no table in it", async () => {
  const denied = database.signIn.execute(sql`create table jobs.note (id int)`);
  await expect(denied).rejects.toMatchObject({ cause: { code: "42501" } });
});
