import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Problem } from "@vehicle-contracts/contract-model";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import type { Actor } from "@vehicle-contracts/services";
import { appRouter } from "../router.ts";

/** Every procedure by its full name. The router keeps them flat; its type has them nested. */
export const procedures = appRouter._def.procedures as unknown as Readonly<
  Record<string, { _def: { type: "query" | "mutation"; meta?: unknown } }>
>;

export const correlationId = "test-correlation";

export type Answer = {
  status: number;
  /** The answer's body as sent. */
  text: string;
  data: unknown;
  problem: Problem | null;
  trpcCode: string | null;
};

/** One call as an outside script makes it: a change by POST, a question by GET, the input as plain JSON. */
export async function call(
  database: Database,
  actor: Actor | null,
  name: string,
  input: unknown,
  json: string | undefined = JSON.stringify(input),
): Promise<Answer> {
  const question = procedures[name]?._def.type === "query";
  const url = new URL(`http://localhost/trpc/${name}`);
  if (question && json !== undefined) url.searchParams.set("input", json);
  const request = question
    ? new Request(url)
    : new Request(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        ...(json === undefined ? {} : { body: json }),
      });
  const response = await fetchRequestHandler({
    endpoint: "/trpc",
    req: request,
    router: appRouter,
    createContext: () => ({ actor, correlationId, database }),
  });
  const text = await response.text();
  const body: unknown = JSON.parse(text);
  return {
    status: response.status,
    text,
    data: at(body, "result", "data"),
    // What the router's formatter put there.
    problem: (at(body, "error", "data", "problem") ?? null) as Problem | null,
    trpcCode: String(at(body, "error", "data", "code") ?? "") || null,
  };
}

const at = (body: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    body,
  );
