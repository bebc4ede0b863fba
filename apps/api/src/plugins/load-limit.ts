import { ServiceError } from "@vehicle-contracts/services";
import type { FastifyInstance } from "fastify";

/**
 * At most so many requests are under way at once; whoever comes beyond is told so at once, before anything is read or
 * asked of the database, rather than made to wait for what cannot be done in time.
 */
export function limitLoad(app: FastifyInstance, most: number): void {
  let underWay = 0;
  app.addHook("onRequest", async (_request, reply) => {
    if (underWay >= most)
      throw new ServiceError({
        code: "OVERLOADED",
        message: "The register has as much to do as it can hold. Try again in a moment.",
        retryAfterSeconds: 1,
      });
    underWay += 1;
    // Also where the caller went away before the answer.
    reply.raw.once("close", () => {
      underWay -= 1;
    });
  });
}
