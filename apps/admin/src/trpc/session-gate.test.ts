import { expect, test } from "vitest";
import { createSessionGate } from "./session-gate.ts";

test("all requests that met an ended session wait for one sign-in and go on together", async () => {
  const gate = createSessionGate();
  const waiting = [gate.wait(), gate.wait()];
  expect(gate.isWaiting()).toBe(true);
  gate.resume(true);
  expect(await Promise.all(waiting)).toEqual([true, true]);
  expect(gate.isWaiting()).toBe(false);
});

test("whoever gives up ends the waiting; the next request asks anew", async () => {
  const gate = createSessionGate();
  const first = gate.wait();
  gate.resume(false);
  expect(await first).toBe(false);
  void gate.wait();
  expect(gate.isWaiting()).toBe(true);
});
