import formbody from "@fastify/formbody";
import type { Identity } from "@vehicle-contracts/identity";
import { faultOf, headersOf, problemOf } from "@vehicle-contracts/trpc-router";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";

/** Codes of RFC 6749, 5.2, and for too many attempts or a database that is away the one of 4.1.2.1. */
type OauthError =
  | "invalid_request"
  | "invalid_client"
  | "invalid_scope"
  | "unsupported_grant_type"
  | "temporarily_unavailable";

/** A parameter sent twice arrives as a list, and is refused. */
const TokenRequest = z.object({
  grant_type: z.string(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  scope: z.string().optional(),
});

/** POST /oauth/token: a token by client credentials, in the form or as Basic. */
export async function openOauthDoor(
  app: FastifyInstance,
  { identity }: { identity: Identity },
): Promise<void> {
  await app.register(formbody, { bodyLimit: 16 * 1024 });

  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500)
      return refuse(
        reply,
        400,
        "invalid_request",
        "The body must be a form: grant_type, client_id and client_secret.",
      );
    const problem = problemOf(error, request.id);
    if (problem.code === "INTERNAL") request.log.error({ fault: faultOf(error) }, "fault");
    reply.headers(headersOf([problem]));
    return refuse(reply, problem.code === "INTERNAL" ? 500 : 503, "temporarily_unavailable", problem.message);
  });

  app.post("/oauth/token", async (request, reply) => {
    const form = TokenRequest.safeParse(request.body ?? {});
    if (!form.success)
      return refuse(
        reply,
        400,
        "invalid_request",
        "Each of grant_type, client_id, client_secret and scope must be sent once at most.",
      );
    if (form.data.grant_type !== "client_credentials")
      return refuse(reply, 400, "unsupported_grant_type", "The grant_type must be client_credentials.");

    const { authorization } = request.headers;
    const basic = authorization === undefined ? null : basicCredentials(authorization);
    const { client_id: clientId, client_secret: clientSecret } = form.data;
    if (basic && clientSecret !== undefined)
      return refuse(reply, 400, "invalid_request", "The client must show its secret in one way only.");
    if (basic && clientId !== undefined && clientId !== basic.clientId)
      return refuse(
        reply,
        400,
        "invalid_request",
        "The client_id of the form is another than that of the header Authorization.",
      );
    const client =
      basic ?? (clientId !== undefined && clientSecret !== undefined ? { clientId, clientSecret } : null);
    if (!client) return refuseClient(reply);

    const answer = await identity.issueToken({ ...client, scope: form.data.scope }, request.ip);
    if (!("refused" in answer)) return reply.headers(noStore).send(answer);
    if (answer.refused === "client") return refuseClient(reply);
    if (answer.refused === "scope")
      return refuse(reply, 400, "invalid_scope", "The client has not all the scopes that are asked for.");
    return refuse(
      reply.header("retry-after", String(answer.retryAfterSeconds)),
      429,
      "temporarily_unavailable",
      `Too many attempts. Try again in ${answer.retryAfterSeconds} seconds.`,
    );
  });
}

const noStore = { "cache-control": "no-store", pragma: "no-cache" };

const refuse = (reply: FastifyReply, status: number, error: OauthError, description: string) =>
  reply.status(status).headers(noStore).send({ error, error_description: description });

const refuseClient = (reply: FastifyReply) =>
  refuse(
    reply.header("www-authenticate", 'Basic realm="vehicle-contracts", charset="UTF-8"'),
    401,
    "invalid_client",
    "The client is unknown, or its secret is not right.",
  );

/** Id and secret, each form-encoded, with a colon between, in base64 (RFC 6749, 2.3.1). Null for anything else. */
function basicCredentials(authorization: string): { clientId: string; clientSecret: string } | null {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1];
  if (encoded === undefined) return null;
  const [clientId, ...rest] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  if (!clientId || rest.length === 0) return null;
  try {
    const decode = (text: string) => decodeURIComponent(text.replaceAll("+", " "));
    return { clientId: decode(clientId), clientSecret: decode(rest.join(":")) };
  } catch {
    return null;
  }
}
