import { expect, test } from "vitest";
import { idempotencyKeyOf } from "./idempotency-key.ts";

test("the same content of a form has one key, another content or another form another one", () => {
  const content = { type: "SERVICE_PLAN", notes: "Grüße" };
  expect(idempotencyKeyOf("a", content)).toBe(idempotencyKeyOf("a", structuredClone(content)));
  expect(idempotencyKeyOf("a", content)).not.toBe(idempotencyKeyOf("a", { ...content, notes: "Grüsse" }));
  expect(idempotencyKeyOf("a", content)).not.toBe(idempotencyKeyOf("b", content));
});
