import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clusterPaths } from "../embedded/cluster.ts";
import { startEmbedded } from "../embedded/index.ts";
import { readPostmasterFile } from "../embedded/postmaster-file.ts";
import { testDatabase } from "../testing/index.ts";
import { type Played, playBoth } from "./testing/play.ts";

const rejected = expect.stringMatching(/^rejected (CONNECTION_CLOSED|ECONNRESET)$/);
/** The process lives, the unit rejects, the pool has a connection again. */
const lives = { saw: { unit: rejected, pool: "resolved" } };
/** Of a statement written to a connection that is gone: no try, catch or handler of the transaction sees it. */
const diesUncatchably = { diedOf: "TypeError: Cannot read properties of null (reading 'write')" };

const inside = [
  "in a transaction during a statement",
  "in a transaction between two statements",
  "on a reserved connection",
  "while a cursor waits for its reader",
] as const;

describe("a backend that an administrator terminates", async () => {
  const place = await testDatabase();

  test.concurrent.each(inside)("%s rejects the unit; as published it ends the process", async (where) => {
    const { patched, published } = await playBoth(`terminated, ${where}`, place);
    expect(patched).toEqual(lives);
    expect(published).toEqual(diesUncatchably);
  });

  test.concurrent("takes the statements along that wait behind; as published they wait for ever", async () => {
    const scene = "a statement waits behind one during which the backend dies";
    const { patched, published } = await playBoth(scene, place);
    expect(patched).toEqual({ saw: { unit: rejected, waiting: rejected } });
    expect(published).toEqual({ saw: { unit: rejected, waiting: "pending" } });
  });

  test.concurrent("lets a pool end that waited for it; as published the end never comes", async () => {
    const scene = "a pool that is being ended waits for a backend that dies";
    const { patched, published } = await playBoth(scene, place);
    expect(patched).toEqual({ saw: { statement: rejected, end: "resolved" } });
    expect(published).toEqual({ saw: { statement: rejected, end: "pending" } });
  });
});

describe("a backend that is killed with -9", () => {
  // A server of its own: it takes every session down and recovers.
  const plays = new Map<string, ReturnType<typeof playBoth>>();
  let stop = async () => {};
  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "vehicle-contracts-killed-"));
    const server = await startEmbedded({ dataDir, durable: false });
    stop = async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    };
    const postmaster = await readPostmasterFile(clusterPaths(dataDir).cluster);
    const place = {
      superuserUrl: server.superuserUrl,
      programUrl: server.superuserUrl,
      kill: together(2 * inside.length, Number(postmaster?.pid)),
    };
    for (const where of inside) plays.set(where, playBoth(`killed, ${where}`, place));
  }, 60_000);
  afterAll(async () => {
    await Promise.allSettled(plays.values());
    await stop();
  });

  test.each(inside)("%s rejects the unit; as published it ends the process", async (where) => {
    const played: { patched: Played; published: Played } | undefined = await plays.get(where);
    expect(played?.patched).toEqual(lives);
    expect(played?.published).toEqual(diesUncatchably);
  });
});

/** Kills so many backends in one moment: each dies without a word, and the server, held meanwhile, recovers once. */
function together(count: number, server: number) {
  const pids: number[] = [];
  return (pid: number): void => {
    pids.push(pid);
    if (pids.length < count) return;
    process.kill(server, "SIGSTOP");
    for (const each of pids) process.kill(each, "SIGKILL");
    process.kill(server, "SIGCONT");
  };
}
