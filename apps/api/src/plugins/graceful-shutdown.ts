import type { FastifyInstance } from "fastify";

/**
 * From the moment the app closes, the answers to what was accepted end their connections too: one kept alive would
 * keep the process. (Fastify itself turns away what arrives on them later.)
 */
export function endConnectionsOnClose(app: FastifyInstance): void {
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });
  app.addHook("onSend", async (_request, reply) => {
    if (closing) reply.header("connection", "close");
  });
}
