import { expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { playBoth } from "./testing/play.ts";

const place = await testDatabase();

test("a flight leaves by one call to the system; as published by one for each kilobyte", async () => {
  const { patched, published } = await playBoth("a flight of several kilobytes", place);
  const answers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect(patched).toEqual({ saw: { answers, writes: 1 } });
  expect(published).toEqual({ saw: { answers, writes: expect.any(Number) } });
  expect(published).not.toMatchObject({ saw: { writes: 1 } });
});
