import { openDoor } from "../../../../door.ts";
import { routes } from "../../../../routes.ts";
import { server } from "../../../../server.ts";

const known: readonly string[] = [routes.api.signIn, routes.api.signOut, routes.api.session];

/** Sign-in, sign-out, the session. What is refused, by us or by the library, is answered by a problem. */
const answer = openDoor({
  tell: ({ pathname }) => ({ route: known.includes(pathname) ? pathname : "/api/auth/[...all]" }),
  answer: async (request, correlationId) =>
    asProblem(await server().identity.handler(request), correlationId),
  refuse: (problem) => problem,
});

/** The library says of a refusal its code and its message, and of some the message alone. */
async function asProblem(response: Response, correlationId: string): Promise<Response> {
  const isJson = response.headers.get("content-type")?.includes("application/json") ?? false;
  if (response.status < 400 || !isJson) return response;
  const said: unknown = await response.json().catch(() => null);
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  const problem = {
    code: "INVALID",
    message: "The request could not be read.",
    fields: [],
    ...objectIn(said),
  };
  return Response.json({ ...problem, correlationId }, { status: response.status, headers });
}

const objectIn = (value: unknown): object => (typeof value === "object" && value !== null ? value : {});

export { answer as GET, answer as POST };
