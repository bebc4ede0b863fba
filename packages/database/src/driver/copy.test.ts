import { expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { playBoth } from "./testing/play.ts";

const place = await testDatabase();

test.concurrent("a refused COPY says so; as published it says that it was stored, once something else was", async () => {
  const { patched, published } = await playBoth("a COPY is refused at its end by a constraint", place);
  expect(patched).toEqual({ saw: { copy: "rejected 23505", rows: [1] } });
  expect(published).toEqual({ saw: { copy: "stored", rows: [1] } });
});

test.concurrent("a COPY cut at its end says so; as published it says that it was stored", async () => {
  const { patched, published } = await playBoth("a COPY waits for its end when its backend dies", place);
  const copy = expect.stringMatching(/^rejected (CONNECTION_CLOSED|ECONNRESET|57P01)$/);
  expect(patched).toEqual({ saw: { copy, rows: [] } });
  expect(published).toEqual({ saw: { copy: "stored", rows: [] } });
});
