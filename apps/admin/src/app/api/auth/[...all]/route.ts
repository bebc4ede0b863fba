import { server } from "../../../../server.ts";

/** Sign-in, sign-out, the session. */
const answer = (request: Request): Promise<Response> => server().identity.handler(request);

export { answer as GET, answer as POST };
