import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Progress } from "./progress.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function terminal(isTTY: boolean) {
  const parts: string[] = [];
  return { isTTY, write: (text: string) => void parts.push(text), said: () => parts.join("") };
}

test("in a log file each step has a line when it begins and one when it is done, and long ones say that they go on", async () => {
  const log = terminal(false);
  const step = new Progress(log).during(
    "Building the admin app",
    () => new Promise((done) => setTimeout(done, 12_000)),
  );
  await vi.advanceTimersByTimeAsync(12_000);
  await step;
  expect(log.said()).toBe(
    "Building the admin app …\nBuilding the admin app … 10 s\n✓ Building the admin app (12.0 s)\n",
  );
});

test("on a terminal one line counts the seconds of all that goes on, and a step that is done stays above it", async () => {
  const screen = terminal(true);
  const progress = new Progress(screen);
  const wait = (ms: number) => () => new Promise((done) => setTimeout(done, ms));
  const both = Promise.all([progress.during("Database", wait(1500)), progress.during("Build", wait(3000))]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(screen.said()).toMatch(/Database … 1 s {3}Build … 1 s$/);
  await vi.advanceTimersByTimeAsync(1000);
  expect(screen.said()).toMatch(/✓ Database \(1\.5 s\)\n[^\n]*Build … 2 s$/);
  await vi.advanceTimersByTimeAsync(1000);
  await both;
  expect(screen.said()).toMatch(/✓ Build \(3\.0 s\)\n$/);
});

test("a step that fails leaves no tick, and its failure is the caller's", async () => {
  const log = terminal(false);
  const step = new Progress(log).during("Database", () => Promise.reject(new Error("no disk")));
  await expect(step).rejects.toThrow("no disk");
  expect(log.said()).toBe("Database …\n");
});
