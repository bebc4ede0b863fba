import {
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  TRPCError,
  transformTRPCResponse,
} from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { appRouter, type Context } from "@vehicle-contracts/trpc-router";
import type { FastifyRequest } from "fastify";

/** One call of one procedure, its input as JSON: what nearly every request is. */
export type SingleCall = {
  readonly path: string;
  readonly type: "query" | "mutation";
  /** The input as it stands in the address of a GET; null where it comes as the body. */
  readonly inAddress: string | null;
};

const procedures = appRouter._def.procedures as unknown as Readonly<
  Record<string, { _def: { type: SingleCall["type"] | "subscription" } }>
>; // the router keeps them flat; its type has them nested

/**
 * The call that a request makes, where it is a single one in plain JSON of a procedure that takes its method; null for
 * batches, streams, forms and whatever else tRPC's own adapter knows.
 */
export function singleCallOf(
  { method, headers, url }: Pick<FastifyRequest, "method" | "headers" | "url">,
  path: string,
): SingleCall | null {
  const type = Object.hasOwn(procedures, path) ? procedures[path]?._def.type : undefined;
  if (type === undefined || type === "subscription") return null;
  if (headers["trpc-accept"] !== undefined || asksForStream.test(headers.accept ?? "")) return null;
  const question = url.indexOf("?");
  if (method === "POST") return question < 0 ? { path, type, inAddress: null } : null;
  if (method !== "GET" || type !== "query") return null;
  const given = [...new URLSearchParams(question < 0 ? "" : url.slice(question))];
  const [input] = given;
  if (given.length === 0) return { path, type, inAddress: "" };
  return given.length === 1 && input?.[0] === "input" ? { path, type, inAddress: input[1] } : null;
}

const asksForStream = /application\/jsonl|text\/event-stream/;

export type SingleAnswer = {
  status: number;
  body: string;
  /** What the call failed with; undefined where it did not. */
  error: TRPCError | undefined;
};

/** Makes the call and answers as tRPC's own adapter does, without turning request and answer into web streams and back. */
export async function answerSingleCall(
  { path, type, inAddress }: SingleCall,
  body: string | undefined,
  ctx: Context,
): Promise<SingleAnswer> {
  const json = inAddress ?? body;
  const config = appRouter._def._config;
  let input: unknown;
  try {
    const data: unknown = await callTRPCProcedure({
      router: appRouter,
      path,
      type,
      ctx,
      getRawInput: async () => {
        input = json ? parsed(json) : undefined;
        return input;
      },
      signal: undefined,
      batchIndex: 0,
    });
    return {
      status: 200,
      body: JSON.stringify(transformTRPCResponse(config, { result: { data } })),
      error: undefined,
    };
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    const shape = getTRPCErrorShape({ config, error, type, path, input, ctx });
    return {
      status: getHTTPStatusCodeFromError(error),
      body: JSON.stringify(transformTRPCResponse(config, { error: shape })),
      error,
    };
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new TRPCError({ code: "BAD_REQUEST", cause });
  }
}
