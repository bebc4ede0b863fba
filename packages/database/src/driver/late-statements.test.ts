import { expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { playBoth } from "./testing/play.ts";

const place = await testDatabase();

const refusedWith = (code: string) => [`rejected ${code}`, `rejected ${code}`];

// A and B are enterprises; the policies of the register are forced throughout.
test.concurrent.each([
  ["late statements after the death of their backend", "CONNECTION_CLOSED"],
  ["late statements after a Promise.all gave up", "CONNECTION_ENDED"],
  ["late statements after a deadline gave up", "CONNECTION_ENDED"],
  ["late statements after a COMMIT that did not wait for them", "CONNECTION_ENDED"],
  ["late statements on a connection that was given back", "CONNECTION_ENDED"],
] as const)(
  "%s are refused; as published they run for another tenant, or for nobody",
  async (scene, code) => {
    const { patched, published } = await playBoth(scene, place);
    const b = { sees: ["B"], from: "B" };
    expect(patched).toEqual({
      saw: { whileBIsIn: refusedWith(code), b, afterB: refusedWith(code), traces: [] },
    });
    expect(published).toEqual({
      saw: {
        whileBIsIn: [{ sees: ["B"], from: "A" }, "stored"],
        b,
        afterB: [{ sees: [], from: "A" }, "stored"],
        traces: ["B", "nobody"],
      },
    });
  },
);
