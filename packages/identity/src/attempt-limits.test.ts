import { expect, test } from "vitest";
import { openAttemptLimits } from "./attempt-limits.ts";

const allowance = { perSubject: 3, perAddress: 5, windowSeconds: 60 };
const times = (n: number) => Array.from({ length: n });

test("the fourth failure on one account from one address has to wait, at most the window", async () => {
  const limits = openAttemptLimits(allowance);
  for (const _ of times(3)) expect(await limits.take("ann@example.com", "192.0.2.1")).toBeNull();
  const wait = await limits.take("ann@example.com", "192.0.2.1");
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
});

test("case and blanks do not make another account", async () => {
  const limits = openAttemptLimits(allowance);
  for (const spelling of ["ann@example.com", "ANN@example.com", " ann@example.com "])
    await limits.take(spelling, "192.0.2.1");
  expect(await limits.take("Ann@Example.com", "192.0.2.1")).not.toBeNull();
});

test("whoever fails at one address locks nobody out of another", async () => {
  const limits = openAttemptLimits(allowance);
  for (const _ of times(50)) await limits.take("ann@example.com", "192.0.2.1");
  expect(await limits.take("ann@example.com", "192.0.2.2")).toBeNull();
});

test("one address cannot try one account after another", async () => {
  const limits = openAttemptLimits(allowance);
  for (const [n] of times(5).entries()) expect(await limits.take(`user-${n}`, "192.0.2.1")).toBeNull();
  expect(await limits.take("user-6", "192.0.2.1")).not.toBeNull();
});

test("good attempts do not count, and forgive the failures before them", async () => {
  const limits = openAttemptLimits(allowance);
  for (const _ of times(20)) {
    expect(await limits.take("ann@example.com", "192.0.2.1")).toBeNull();
    await limits.succeeded("ann@example.com", "192.0.2.1");
  }
});

test("fifty at once pass no more than one after the other would", async () => {
  const limits = openAttemptLimits(allowance);
  const taken = await Promise.all(times(50).map(() => limits.take("ann@example.com", "192.0.2.1")));
  expect(taken.filter((wait) => wait === null)).toHaveLength(3);
});
