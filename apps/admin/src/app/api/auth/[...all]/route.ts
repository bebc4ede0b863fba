import { openDoor } from "../../../../door.ts";
import { routes } from "../../../../routes.ts";
import { server } from "../../../../server.ts";

const known: readonly string[] = [routes.api.signIn, routes.api.signOut, routes.api.session];

/** Sign-in, sign-out, the session. What goes wrong on our side has the code and message of a problem, as refusals have. */
const answer = openDoor({
  tell: ({ pathname }) => ({ route: known.includes(pathname) ? pathname : "/api/auth/[...all]" }),
  answer: (request) => server().identity.handler(request),
  refuse: (problem) => problem,
});

export { answer as GET, answer as POST };
