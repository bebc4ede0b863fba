// tRPC over its standalone adapter and Drizzle, both as their guides write them: what one would have without further thought.
import { createHash } from "node:crypto";
import { initTRPC, TRPCError } from "@trpc/server";
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import {
  ContractPage,
  ContractRead,
  ContractResult,
  CreateContract,
  GetContract,
  ListContracts,
  UpdateContract,
} from "@vehicle-contracts/contract-model";
import { apiClient, apiToken, contract } from "@vehicle-contracts/database";
import { and, eq, gt, ilike, isNull, or } from "drizzle-orm";
import { tellPort } from "../doors/door.ts";
import { instant } from "../wall-clock.ts";
import { createContract, type StockActor, updateContract } from "./changes.ts";
import { inTenant, openStock, wholeContracts } from "./database.ts";

const db = openStock(process.env.PROGRAM_DATABASE_URL ?? "");

async function actorOf(authorization: string | undefined): Promise<StockActor | null> {
  const tokenHash = createHash("sha256")
    .update(authorization?.slice("Bearer ".length) ?? "")
    .digest("hex");
  const [client] = await db
    .select({ id: apiClient.clientId, name: apiClient.name, enterpriseId: apiClient.organizationId })
    .from(apiToken)
    .innerJoin(apiClient, eq(apiClient.clientId, apiToken.clientId))
    .where(
      and(
        eq(apiToken.tokenHash, tokenHash),
        gt(apiToken.expiresAt, instant()),
        isNull(apiClient.revokedAt),
        eq(apiClient.disabled, false),
      ),
    );
  return client ?? null;
}

const t = initTRPC.context<{ actor: StockActor | null }>().create();
const procedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.actor) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { actor: ctx.actor } });
});

const contracts = t.router({
  list: procedure
    .input(ListContracts)
    .output(ContractPage)
    .query(({ ctx: { actor }, input }) =>
      inTenant(db, actor.enterpriseId, async (tx) => {
        const part = `%${input.search ?? ""}%`;
        const where = and(
          input.vehicleId ? eq(contract.vehicleId, input.vehicleId) : undefined,
          input.search
            ? or(ilike(contract.vin, part), ilike(contract.plateFolded, part), ilike(contract.words, part))
            : undefined,
        );
        const found = await wholeContracts(tx, actor.enterpriseId, where, instant());
        return { items: found.slice(0, 25).map(({ read }) => read), nextCursor: null };
      }),
    ),
  get: procedure
    .input(GetContract)
    .output(ContractRead)
    .query(({ ctx: { actor }, input }) =>
      inTenant(db, actor.enterpriseId, async (tx) => {
        const where = eq(contract.contractId, input.contractId);
        const [found] = await wholeContracts(tx, actor.enterpriseId, where, instant());
        if (!found) throw new TRPCError({ code: "NOT_FOUND" });
        return found.read;
      }),
    ),
  create: procedure
    .input(CreateContract)
    .output(ContractResult)
    .mutation(({ ctx: { actor }, input }) =>
      inTenant(db, actor.enterpriseId, (tx) => createContract(tx, actor, input, instant())),
    ),
  update: procedure
    .input(UpdateContract)
    .output(ContractResult)
    .mutation(({ ctx: { actor }, input }) =>
      inTenant(db, actor.enterpriseId, (tx) => updateContract(tx, actor, input, instant())),
    ),
});

const server = createHTTPServer({
  router: t.router({ contracts }),
  basePath: "/trpc/",
  allowMethodOverride: true,
  createContext: async ({ req }) => ({ actor: await actorOf(req.headers.authorization) }),
  onError: ({ error }) => console.error(error),
});
server.listen(0, "127.0.0.1", () => tellPort(server.address()));
process.once("SIGTERM", () => process.exit(0));
process.once("disconnect", () => process.exit(0));
