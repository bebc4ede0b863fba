import "server-only";
import { TRPCError } from "@trpc/server";
import { correlationHeader, type Problem } from "@vehicle-contracts/contract-model";
import { ServiceError } from "@vehicle-contracts/services";
import {
  correlationIdOf,
  headersOf,
  largestRequest,
  problemOf,
  statusOf,
  underCorrelationId,
} from "@vehicle-contracts/trpc-router";
import { log, logFault } from "./log.ts";
import { server } from "./server.ts";
import { isSameSite } from "./trpc/same-site.ts";

type Door = {
  /** What the log says of a request by its address: route and procedures, nothing that a caller made up. */
  tell(url: URL): { route: string; procedures?: string[] };
  /** The request's body is read, and no larger than the API takes. What this rejects with is answered by `refuse`. */
  answer(request: Request, correlationId: string): Promise<Response>;
  /** The body of a refusal, as this door's callers expect it. */
  refuse(problem: Problem, status: number): unknown;
};

/**
 * A route handler: each request under its correlation id, answered whatever happens, and one line in the log. What may
 * change something is taken from our own pages and from programs; a page of another site is refused before it is read.
 */
export const openDoor =
  ({ tell, answer, refuse }: Door) =>
  (request: Request): Promise<Response> => {
    const began = performance.now();
    const correlationId = correlationIdOf(request.headers.get(correlationHeader));
    const told = tell(new URL(request.url));
    return underCorrelationId(correlationId, async () => {
      const response = await ownRequest(request)
        .then(readWhole)
        .then((read) => answer(read, correlationId))
        .catch((error: unknown) => {
          const problem = problemOf(error, correlationId);
          if (problem.code === "INTERNAL") logFault(error, { correlationId, ...told });
          const status = isTooLarge(error) ? 413 : statusOf(problem.code);
          return Response.json(refuse(problem, status), { status, headers: headersOf([problem]) });
        });
      response.headers.set(correlationHeader, correlationId);
      response.headers.set("cache-control", "no-store");
      log("info", "request", {
        correlationId,
        method: request.method,
        ...told,
        status: response.status,
        milliseconds: Math.round((performance.now() - began) * 10) / 10,
      });
      return response;
    });
  };

/** The request, if it is none of another site's page. Rejects with FORBIDDEN. */
async function ownRequest(request: Request): Promise<Request> {
  const mayChange = request.method !== "GET" && request.method !== "HEAD";
  if (mayChange && !isSameSite(request.headers, server().settings.adminUrl))
    throw new ServiceError({ code: "FORBIDDEN", message: "A page of another site may not ask this." });
  return request;
}

const tooLarge = () => new TRPCError({ code: "PAYLOAD_TOO_LARGE" });
const isTooLarge = (error: unknown) => error instanceof TRPCError && error.code === "PAYLOAD_TOO_LARGE";

/** The request with its body read. Rejects where that is larger than a request may be. */
async function readWhole(request: Request): Promise<Request> {
  if (Number(request.headers.get("content-length") ?? 0) > largestRequest) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > largestRequest) throw tooLarge();
    chunks.push(chunk);
  }
  const { method, headers, signal } = request;
  return new Request(request.url, {
    method,
    headers,
    signal,
    body: size > 0 ? Buffer.concat(chunks) : null,
  });
}
