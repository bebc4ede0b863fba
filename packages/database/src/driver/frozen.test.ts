import { expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { playBoth } from "./testing/play.ts";

// The pool's own deadline, and its way back after a thaw: unit-of-work/frozen-server.test.ts.

const place = await testDatabase();

test.concurrent("a frozen backend is waited for past its own time-out, patched or not", async () => {
  const scene = "a statement on a backend that has frozen, with the server's own time-out";
  const { patched, published } = await playBoth(scene, place);
  expect(patched).toEqual({ saw: "pending" });
  expect(published).toEqual({ saw: "pending" });
});

test.concurrent("what comes after a deadline that passed while it was frozen is refused; as published it is stored", async () => {
  const scene =
    "a deadline passes in a transaction while its backend is frozen; its work goes on after the thaw";
  const { patched, published } = await playBoth(scene, place);
  const unit = "rejected Error: too late";
  expect(patched).toEqual({ saw: { unit, late: "rejected CONNECTION_ENDED", rows: [] } });
  expect(published).toEqual({ saw: { unit, late: "stored", rows: [2] } });
});
