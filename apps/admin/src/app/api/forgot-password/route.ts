import { addressOfHeaders } from "@vehicle-contracts/identity";
import { ServiceError } from "@vehicle-contracts/services";
import { z } from "zod";
import { bodyOf } from "../../../body-of.ts";
import { openDoor } from "../../../door.ts";
import { routes } from "../../../routes.ts";
import { server } from "../../../server.ts";

const Body = z.strictObject({ email: z.string().max(254) });

/** Sends a link to set a new password to whoever has the address. The answer tells nobody whether somebody has it. */
export const POST = openDoor({
  tell: () => ({ route: routes.api.forgotPassword }),
  async answer(request) {
    const { identity } = server();
    const { email } = await bodyOf(request, Body, "The body must be JSON with the e-mail address.");
    if (!identity.mail)
      throw new ServiceError({
        code: "FORBIDDEN",
        message: "This register sends no mail. Ask an administrator for a link.",
      });
    const wait = await identity.mail.forgotten(email, addressOfHeaders(request.headers));
    if (wait)
      throw new ServiceError({
        code: "LIMIT_EXCEEDED",
        message: `Too many links were asked for. Try again in ${wait.retryAfterSeconds} seconds.`,
        ...wait,
      });
    return Response.json({}, { status: 202 });
  },
  refuse: (problem) => ({ problem }),
});
