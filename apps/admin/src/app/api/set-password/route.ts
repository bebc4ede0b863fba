import { problemFields } from "@vehicle-contracts/contract-model";
import { ServiceError } from "@vehicle-contracts/services";
import { z } from "zod";
import { openDoor } from "../../../door.ts";
import { routes } from "../../../routes.ts";
import { server } from "../../../server.ts";

/** What a password must be is said by who sets it. */
const Body = z.strictObject({ token: z.string().max(200), password: z.string() });

/** Sets the password by a link, once. Answers whose it was, or the problem. */
export const POST = openDoor({
  tell: () => ({ route: routes.api.setPassword }),
  async answer(request) {
    const sent: unknown = await request.json().catch(() => null);
    const body = Body.safeParse(sent);
    if (!body.success)
      throw new ServiceError({
        code: "INVALID",
        message: "The body must be JSON with the link's token and the password.",
        fields: problemFields(body.error, sent),
      });
    const { email } = await server().identity.acceptLink(body.data.token, body.data.password);
    return Response.json({ email });
  },
  refuse: (problem) => ({ problem }),
});
