import { z } from "zod";
import { bodyOf } from "../../../body-of.ts";
import { openDoor } from "../../../door.ts";
import { routes } from "../../../routes.ts";
import { server } from "../../../server.ts";

/** What a password must be is said by who sets it. */
const Body = z.strictObject({ token: z.string().max(200), password: z.string() });

/** Sets the password by a link, once. Answers whose it was, or the problem. */
export const POST = openDoor({
  tell: () => ({ route: routes.api.setPassword }),
  async answer(request) {
    const { token, password } = await bodyOf(
      request,
      Body,
      "The body must be JSON with the link's token and the password.",
    );
    const { email, deviceCookie } = await server().identity.acceptLink(token, password, request.headers);
    return Response.json({ email }, { headers: { "set-cookie": deviceCookie } });
  },
  refuse: (problem) => ({ problem }),
});
