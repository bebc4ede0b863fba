import type { FastifyInstance } from "fastify";

export const securityHeaders = {
  // Answers hold personal data, or a token: nobody on the way keeps them.
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** For programs: no answer is to be rendered, embedded or kept. */
export function setSecurityHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(securityHeaders);
  });
}
