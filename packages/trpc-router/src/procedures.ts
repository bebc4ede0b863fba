import { initTRPC, TRPCError } from "@trpc/server";
import type { Role, Scope } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole, requireScope, ServiceError } from "@vehicle-contracts/services";
import type { z } from "zod";
import type { Context } from "./context.ts";
import { currentCorrelationId } from "./correlation.ts";
import { checked, parse } from "./parse.ts";
import { problemOf, trpcCodes } from "./problem-of.ts";

/**
 * What each procedure says of itself; the tests of who may do what walk the router and read it. `scopes` are what a program
 * needs besides the role, all of them; none where any token suffices.
 */
export type ProcedureMeta = { role: Role; scopes: readonly Scope[] };

const trpc = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const problem = problemOf(error, ctx?.correlationId ?? currentCorrelationId());
      return { ...shape, message: problem.message, data: { ...shape.data, problem } };
    },
  });

export const { router, createCallerFactory } = trpc;

/** Errors of services take tRPC's code for them, once, here. */
function coded(error: Error, correlationId: string): TRPCError {
  const code = trpcCodes[problemOf(error, correlationId).code];
  if (!(error instanceof TRPCError)) return new TRPCError({ code, message: error.message, cause: error });
  if (error.code === code) return error;
  return new TRPCError({ code, message: error.message, cause: error.cause ?? error });
}

/** As a procedure is written: one scope, more where its answer has details of other nouns, null for any token. */
type Taken = { role: Role; scope: Scope | readonly [Scope, Scope] | null };

function requireMay(actor: Actor | null, { role, scopes }: ProcedureMeta): void {
  if (!actor) throw new ServiceError({ code: "UNAUTHENTICATED", message: "Sign in, or send a good token." });
  requireRole(actor, role);
  for (const scope of scopes) requireScope(actor, scope);
}

/**
 * Someone is signed in, with at least this role, and a program with the scope. All in one, and the context stays as it is:
 * tRPC copies what it hands on from each middleware to the next, and field by field where that changes it.
 */
const may = ({ role, scope }: Taken) => {
  const meta: ProcedureMeta = { role, scopes: scope === null ? [] : [scope].flat() };
  return trpc.procedure.meta(meta).use(async ({ ctx, next }) => {
    try {
      requireMay(ctx.actor, meta);
    } catch (error) {
      throw error instanceof Error ? coded(error, ctx.correlationId) : error;
    }
    const result = await next();
    if (!result.ok) throw coded(result.error, ctx.correlationId);
    return result;
  });
};

type Service<Input, Output> = (tx: TenantTx, actor: Actor, input: Input) => Promise<Output>;
type SignedIn = Context & { actor: Actor };
type Procedure<Input extends z.ZodType, Output extends z.ZodType, Answer = z.input<Output>> = Taken & {
  input: Input;
  output: Output;
  /** The part of the input that is the record: paths of faults start there. */
  record?: string;
  service: Service<z.output<Input>, Answer>;
};

type Call<Input extends z.ZodType> = { ctx: SignedIn; input: z.output<Input> };

/** A question: one service in a transaction that reads. */
export const query = <Input extends z.ZodType, Output extends z.ZodType>(
  procedure: Procedure<Input, Output>,
) => {
  const resolve = ({ ctx, input }: Call<Input>) =>
    ctx.database.read(ctx.actor.enterpriseId, (tx) => procedure.service(tx, ctx.actor, input), {
      oneService: true,
    });
  return (
    may(procedure)
      .input(parse(procedure.input, procedure.record))
      .output(checked(procedure.output))
      // `resolve` takes and answers what the two parsers say; tRPC's conditional types do not see it while they are open.
      .query(resolve as never)
  );
};

/**
 * A change: one service in a transaction that writes; `afterwards` is for what must not keep a transaction waiting, such as
 * a mail: it runs once that is committed, and makes the answer.
 */
export const mutation = <Input extends z.ZodType, Output extends z.ZodType, Answer = z.input<Output>>(
  procedure: Procedure<Input, Output, Answer> & {
    afterwards?: (answer: Answer, ctx: SignedIn) => Promise<z.input<Output>>;
  },
) => {
  const resolve = async ({ ctx, input }: Call<Input>) => {
    const answer = await ctx.database.write(
      ctx.actor.enterpriseId,
      (tx) => procedure.service(tx, ctx.actor, input),
      { oneService: true },
    );
    return procedure.afterwards ? procedure.afterwards(answer, ctx) : answer;
  };
  return (
    may(procedure)
      .input(parse(procedure.input, procedure.record))
      .output(checked(procedure.output))
      // As in `query`.
      .mutation(resolve as never)
  );
};
