import { correlationHeader } from "@vehicle-contracts/contract-model";
import { correlationIdOf, problemOf } from "@vehicle-contracts/trpc-router";
import { z } from "zod";
import { logFault } from "../../../log-fault.ts";
import { server } from "../../../server.ts";
import { isSameSite } from "../../../trpc/same-site.ts";

const Body = z.strictObject({ token: z.string().max(200), password: z.string().max(200) });
const statuses: Readonly<Record<string, number>> = { INVALID: 400, NOT_FOUND: 404, INTERNAL: 500 };

/** Sets the password by a link, once. Answers whose it was, or the problem. */
export async function POST(request: Request): Promise<Response> {
  const { identity, settings } = server();
  if (!isSameSite(request.headers, settings.adminUrl)) return new Response(null, { status: 403 });
  const correlationId = correlationIdOf(request.headers.get(correlationHeader));
  const body = Body.safeParse(await request.json().catch(() => null));
  if (!body.success) return new Response(null, { status: 400 });
  try {
    const { email } = await identity.acceptLink(body.data.token, body.data.password);
    return Response.json({ email }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    const problem = problemOf(error, correlationId);
    if (problem.code === "INTERNAL") logFault(error, correlationId, "set-password");
    return Response.json({ problem }, { status: statuses[problem.code] ?? 503 });
  }
}
