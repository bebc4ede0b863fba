import { expect, test, vi } from "vitest";
import { loadable } from "./loadable.ts";

test("a part is loaded once, however often it is asked for", async () => {
  let loads = 0;
  const part = loadable(async () => ++loads);

  expect(part.now()).toEqual({ value: null, hasFailed: false });
  expect(await Promise.all([part.ask(), part.ask()])).toEqual([1, 1]);
  expect(await part.ask()).toBe(1);
  expect(part.now()).toEqual({ value: 1, hasFailed: false });
});

test("what could not be loaded says so, and is loaded when it is asked for again", async () => {
  const answers = [() => Promise.reject(new Error("offline")), () => Promise.resolve("there")];
  const part = loadable<string>(() => answers.shift()?.() ?? Promise.reject(new Error("asked too often")));
  const told = vi.fn();
  part.subscribe(told);

  await expect(part.ask()).rejects.toThrow("offline");
  expect(part.now()).toEqual({ value: null, hasFailed: true });
  expect(await part.ask()).toBe("there");
  expect(part.now()).toEqual({ value: "there", hasFailed: false });
  expect(told).toHaveBeenCalledTimes(2);
});
