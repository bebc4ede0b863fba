import { correlationHeader } from "@vehicle-contracts/contract-model";
import { correlationIdOf, underCorrelationId } from "@vehicle-contracts/trpc-router";
import { server } from "../../../../server.ts";

/** Sign-in, sign-out, the session. */
const answer = (request: Request): Promise<Response> =>
  underCorrelationId(correlationIdOf(request.headers.get(correlationHeader)), () =>
    server().identity.handler(request),
  );

export { answer as GET, answer as POST };
