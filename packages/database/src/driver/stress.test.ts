import { expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { playBoth } from "./testing/play.ts";

const place = await testDatabase();

test("transactions, flights, cursors and COPY at once lose nothing while backends are killed; as published the process ends, or callers wait for ever", async () => {
  const { patched, published } = await playBoth("everything at once while backends are killed", place);
  expect(patched).toEqual({
    saw: { killed: true, acknowledged: true, wrong: [], lost: 0, half: 0, undone: 0, left: 0 },
  });
  // As it happens.
  expect(published).toBeOneOf([
    { diedOf: expect.stringContaining("Error") },
    { saw: "callers wait for ever" },
  ]);
});
