import { ServiceError } from "@vehicle-contracts/services";
import { appRouter } from "./router.ts";

/** Calls in one request at most. */
export const largestBatch = 20;

/** Bytes of a request: twenty contracts with all their coverage lines are well below. */
export const largestRequest = 4 * 1024 * 1024;

const existing: ReadonlySet<string> = new Set(Object.keys(appRouter._def.procedures));

/** The names that a request for procedures calls, whether they exist or not. `path` is what follows the door's own. */
export const calledProcedures = (path: string, query: URLSearchParams): string[] =>
  query.get("batch") === "1" ? path.split(",") : [path];

/** Those of the names that exist: what else a caller wrote into an address belongs into no log. */
export const existingProcedures = (called: readonly string[]): string[] =>
  called.filter((name) => existing.has(name));

/** What every door asks of a request before it reads it. Throws INVALID. */
export function checkRequest(
  called: readonly string[],
  { method, contentType }: { method: string; contentType: string | null | undefined },
): void {
  if (called.length > largestBatch)
    throw invalid(`A request holds at most ${largestBatch} calls; this one has ${called.length}.`);
  if (method === "POST" && !/^application\/json\s*(?:;|$)/i.test(contentType ?? ""))
    throw invalid("The body must be JSON, with the header content-type: application/json.");
}

const invalid = (message: string) => new ServiceError({ code: "INVALID", message });
