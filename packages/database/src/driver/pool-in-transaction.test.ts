import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "../index.ts";
import { testDatabase } from "../testing/index.ts";
import { DeadlineExceeded } from "../unit-of-work/index.ts";
import { playBoth } from "./testing/play.ts";

// The patch changes nothing here (893): no driver can know that a statement belongs to the transaction around it. So
// services are handed the transaction alone (tenant-tx.test.ts holds its type to that, the boundaries of imports keep
// the pool in this package), and where two units of work are nested nevertheless, the deadline ends the wait.

const place = await testDatabase();

test.concurrent("a pool full of transactions that ask the pool waits for itself for ever, patched or not", async () => {
  const scene = "full of transactions, each of which asks the pool once more";
  const { patched, published } = await playBoth(scene, place);
  const stuck = { saw: { units: "pending", sessions: Array(3).fill("idle in transaction") } };
  expect(patched).toEqual(stuck);
  expect(published).toEqual(stuck);
});

test.concurrent("transactions that ask themselves need no further connection", async () => {
  const scene = "full of transactions, each of which asks its own transaction once more";
  const { patched, published } = await playBoth(scene, place);
  const done = { saw: { units: "resolved", sessions: Array(3).fill("idle") } };
  expect(patched).toEqual(done);
  expect(published).toEqual(done);
});

test("a unit of work inside another is told so by its deadline where every place is taken", async () => {
  const one = place.open({ max: 1 });
  const id = newId();
  const nested = one.read(id, () => one.read(id, (tx) => tx.execute(sql`select 1`), { deadlineMs: 200 }));
  await expect(nested).rejects.toThrow(DeadlineExceeded);
  await expect(one.read(id, async () => "room again")).resolves.toBe("room again");
});
