import { expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { playBoth } from "./testing/play.ts";

const place = await testDatabase();

test.concurrent("a half-read answer is gone with its connection; as published its rows stand in the next answer", async () => {
  const { patched, published } = await playBoth(
    "cut in the middle of an answer, then another question",
    place,
  );
  const answer = expect.stringMatching(/^rejected (CONNECTION_CLOSED|ECONNRESET)$/);
  expect(patched).toEqual({ saw: { answer, next: 1 } });
  expect(published).toEqual({ saw: { answer, next: expect.any(Number) } });
  expect(published).not.toMatchObject({ saw: { next: 1 } });
});

test.concurrent("a cut before the first question is tried again; as published the process ends", async () => {
  const { patched, published } = await playBoth(
    "cut while the driver asks whether the server takes writes",
    place,
  );
  expect(patched).toEqual({ saw: { question: "resolved", next: "resolved" } });
  expect(published).toEqual({ diedOf: expect.stringContaining("TypeError") });
});
