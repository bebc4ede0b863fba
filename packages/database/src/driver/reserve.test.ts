import { expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { playBoth } from "./testing/play.ts";

const place = await testDatabase();

test.concurrent("is answered where the driver does not ask for types; as published it never is", async () => {
  const { patched, published } = await playBoth("reserved before the types are known", place);
  expect(patched).toEqual({ saw: "resolved" });
  expect(published).toEqual({ saw: "pending" });
});

test.concurrent("is answered after a cut while the types were asked for; as published the process ends", async () => {
  const scene = "reserved while the connection is cut that asks for the types";
  const { patched, published } = await playBoth(scene, place);
  expect(patched).toEqual({ saw: "resolved" });
  expect(published).toEqual({ diedOf: expect.stringContaining("CONNECTION_CLOSED") });
});

test.concurrent("is answered though the connection it waited for died; as published it waits for ever", async () => {
  const { patched, published } = await playBoth("waits for a reserved connection, which dies", place);
  expect(patched).toEqual({ saw: "resolved" });
  expect(published).toEqual({ saw: "pending" });
});

// Not a fault as published: it is what keeping a waiter in the queue would cost if a refused one were not taken out.
test.concurrent("that was refused takes no connection from those who come after", async () => {
  const scene = "reserved from a server that is away, then one that is there";
  const { patched } = await playBoth(scene, place);
  expect(patched).toEqual({
    saw: { first: "rejected ECONNREFUSED", next: "resolved", later: "resolved" },
  });
});

test.concurrent("given back after its death leaves another's transaction alone; as published a stranger's statement runs in it", async () => {
  const scene = "dies, is given back, and another transaction has it";
  const { patched, published } = await playBoth(scene, place);
  const both = { transaction: "rolled back", stranger: "resolved" };
  expect(patched).toEqual({ saw: { ...both, stored: [2] } });
  // Acknowledged, and rolled back with the transaction it ran in.
  expect(published).toEqual({ saw: { ...both, stored: [] } });
});

test.concurrent("given back twice is taken from nobody; as published a stranger's statement runs in the next one's transaction", async () => {
  const { patched, published } = await playBoth("given back twice while another has it", place);
  expect(patched).toEqual({ saw: { heldBack: true, stranger: "resolved" } });
  expect(published).toEqual({ saw: { heldBack: false, stranger: "resolved" } });
});
