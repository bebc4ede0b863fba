import type { Database } from "@vehicle-contracts/database/unit-of-work";
import type { FastifyInstance } from "fastify";

/** /healthz: the process lives. /readyz: it can serve, which takes the database; 503 while that is away, or while it stops. */
export function openHealthDoor(app: FastifyInstance, database: Database): void {
  let stopping = false;
  app.addHook("preClose", async () => {
    stopping = true;
  });
  app.get("/healthz", async () => ({ alive: true }));
  app.get("/readyz", async (_request, reply) => {
    const ready =
      !stopping &&
      (await database.ping().then(
        () => true,
        () => false,
      ));
    return reply.status(ready ? 200 : 503).send({ ready });
  });
}
