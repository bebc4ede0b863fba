import { expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { playBoth } from "./testing/play.ts";

const place = await testDatabase();

test("a loop over a cursor that is cut rejects; as published it ends as if it had read everything", async () => {
  const scene = "a cursor is read to its end by a loop, its backend dies between two batches";
  const { patched, published } = await playBoth(scene, place);
  const loop = expect.stringMatching(/^rejected (CONNECTION_CLOSED|ECONNRESET|57P01)$/);
  expect(patched).toEqual({ saw: { loop, rows: 50 } });
  expect(published).toEqual({ saw: { loop: "resolved", rows: 50 } });
});
