import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { expect, test } from "vitest";
import { correlationIdOf, underCorrelationId } from "./correlation.ts";
import { appRouter } from "./router.ts";

test("a plain id of the caller is kept; anything else gets a new one each time", () => {
  expect(correlationIdOf("order-7:a_b.C")).toBe("order-7:a_b.C");
  for (const given of [null, undefined, "", "a b", "ä", "x".repeat(101)]) {
    const [first, second] = [correlationIdOf(given), correlationIdOf(given)];
    expect(first).toMatch(/^[\w-]{36}$/);
    expect(second).not.toBe(first);
  }
});

/** A request that fails before there is a context. */
async function idOfFailure(): Promise<unknown> {
  const response = await fetchRequestHandler({
    endpoint: "/trpc",
    req: new Request("http://localhost/trpc/session.me"),
    router: appRouter,
    createContext() {
      throw new Error("The database is away.");
    },
  });
  const { error } = (await response.json()) as { error: { data: { problem: { correlationId: unknown } } } };
  return error.data.problem.correlationId;
}

test("an error before there is a context names the request's id, also of two requests at once", async () => {
  const ids = ["c-1", "c-2"];
  expect(await Promise.all(ids.map((id) => underCorrelationId(id, idOfFailure)))).toEqual(ids);
});

test("where no id was said the error has a new one", async () => {
  expect(await idOfFailure()).toMatch(/^[\w-]{36}$/);
});
