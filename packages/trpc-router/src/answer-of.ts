import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import type { Problem, ProblemCode } from "@vehicle-contracts/contract-model";
import { headersOf, trpcCodes } from "./problem-of.ts";

/** The HTTP status of a problem, by docs/wire.md. */
export const statusOf = (code: ProblemCode): number =>
  getHTTPStatusCodeFromError(new TRPCError({ code: trpcCodes[code] }));

/**
 * The answer to a request that failed before any procedure, or beside them: in the envelope that procedures fail in.
 * `status` replaces the problem's own where HTTP has a nearer one.
 */
export function answerOf(problem: Problem, status: number = statusOf(problem.code)) {
  const code = trpcCodes[problem.code];
  return {
    status,
    headers: headersOf([problem]),
    body: {
      error: {
        message: problem.message,
        code: TRPC_ERROR_CODES_BY_KEY[code],
        data: { code, httpStatus: status, problem },
      },
    },
  };
}
