import { expect, test } from "vitest";
import { ServiceError } from "./service-error.ts";

test("a refusal out of another copy of the module is one all the same", async () => {
  const copy = "./service-error.ts?copy";
  const other: typeof import("./service-error.ts") = await import(/* @vite-ignore */ copy);
  expect(other.ServiceError).not.toBe(ServiceError);
  expect(other.notFound("link")).toBeInstanceOf(ServiceError);
  expect(new Error("Something else.")).not.toBeInstanceOf(ServiceError);
});
