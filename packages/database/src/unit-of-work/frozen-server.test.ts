import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { enterprise, newId, type TenantTx } from "../index.ts";
import { testDatabase } from "../testing/index.ts";
import { type Database, DeadlineExceeded } from "./index.ts";

const { database, open } = await testDatabase();

const pidOf = async (tx: TenantTx) => {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return Number(row?.pid);
};
/** Patient: on a busy machine a new connection takes longer than the short deadlines that are tried here. */
const pidIn = (some: Database) => some.read(newId(), pidOf, { deadlineMs: 60_000 });

const frozen = new Set<number>();
/** Stops the backend as if its machine hung. */
function freeze(pid: number) {
  frozen.add(pid);
  process.kill(pid, "SIGSTOP");
}
afterEach(() => {
  for (const pid of frozen) process.kill(pid, "SIGCONT");
  frozen.clear();
});

const found = (tx: TenantTx) =>
  tx
    .insert(enterprise)
    .values({ enterpriseId: tx.enterpriseId, name: "Autohaus Nord", createdAt: tx.startedAt });

describe("a server that has frozen", () => {
  test("is not waited for beyond the deadline, and its connection is given up for a new one", async () => {
    const impatient = open({ max: 1, deadlineMs: 200, silenceMs: 400 });
    const id = newId();
    const pid = await pidIn(impatient);
    freeze(pid);
    await expect(impatient.write(id, found)).rejects.toThrow(DeadlineExceeded);

    // The place is free again once the silent connection has been dropped.
    const next = await impatient.read(id, pidOf, { deadlineMs: 8_000 });
    expect(next).not.toBe(pid);
    expect(
      await database.read(id, (tx) => tx.select().from(enterprise).where(eq(enterprise.enterpriseId, id))),
    ).toEqual([]);
  });

  test("costs no connection on which nobody waits, however long that is silent", async () => {
    // Long enough for a busy machine to answer in, shorter than what passes below.
    const calm = open({ max: 1, silenceMs: 1_500 });
    const pid = await pidIn(calm);
    const impatient = open({ max: 1, deadlineMs: 200, silenceMs: 2_500 });
    freeze(await pidIn(impatient));
    await expect(impatient.write(newId(), found)).rejects.toThrow(DeadlineExceeded);
    await impatient.read(newId(), pidOf, { deadlineMs: 15_000 }); // so more than 2,500 ms have gone by
    expect(await pidIn(calm)).toBe(pid);
  });

  test("is waited for by a patient job while it connects, too", async () => {
    const patient = open({ max: 1, deadlineMs: 60_000, silenceMs: 60_000 });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const reading = pidIn(patient);
    await vi.advanceTimersByTimeAsync(30_000);
    vi.useRealTimers();
    expect(await reading).toBeGreaterThan(0);
  });

  test("takes no statement after the deadline, also when it has thawed", async () => {
    const impatient = open({ max: 1, deadlineMs: 200, silenceMs: 60_000 });
    const id = newId();
    const pid = await pidIn(impatient);
    let late: Promise<unknown> = Promise.resolve();
    const thawed = Promise.withResolvers<void>();
    const unit = impatient.write(id, async (tx) => {
      late = thawed.promise.then(() => found(tx));
      late.catch(() => {});
      freeze(pid);
      await found(tx);
      await late;
    });
    await expect(unit).rejects.toThrow(DeadlineExceeded);
    process.kill(pid, "SIGCONT");
    thawed.resolve();
    await expect(late).rejects.toMatchObject({ cause: { message: expect.stringContaining("has ended") } });
    expect(await impatient.read(id, pidOf, { deadlineMs: 8_000 })).toBe(pid);
    expect(
      await database.read(id, (tx) => tx.select().from(enterprise).where(eq(enterprise.enterpriseId, id))),
    ).toEqual([]);
  });
});
