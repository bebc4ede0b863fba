import type { Account } from "@vehicle-contracts/identity";
import { notFound, ServiceError } from "@vehicle-contracts/services";
import { z } from "zod";
import { bodyOf } from "../../../../body-of.ts";
import { openDoor } from "../../../../door.ts";
import { isAsleep } from "../../../../features/session/shared-tablet.ts";
import { routes } from "../../../../routes.ts";
import { server } from "../../../../server.ts";

type Action = (account: Account, request: Request) => Promise<unknown>;

const withPassword =
  (run: (account: Account, password: string) => Promise<unknown>): Action =>
  async (account, request) => {
    const Body = z.strictObject({ password: z.string().max(200) });
    return run(account, (await bodyOf(request, Body, "The body must be JSON with the password.")).password);
  };

/** What somebody may do about their own sign-in. Each answers JSON. */
const actions: Readonly<Record<string, Action>> = {
  facts: (account) => account.facts(),
  async "end-session"(account, request) {
    const Body = z.strictObject({ sessionId: z.string().max(64) });
    await account.endSession(
      (await bodyOf(request, Body, "The body must be JSON with the session's id.")).sessionId,
    );
  },
  "end-other-sessions": async (account) => ({ ended: await account.endOtherSessions() }),
  "begin-second-factor": withPassword((account, password) => account.beginSecondFactor(password)),
  async "confirm-second-factor"(account, request) {
    const Body = z.strictObject({ code: z.string().max(64) });
    const { code } = await bodyOf(request, Body, "The body must be JSON with the code.");
    return { recoveryCodes: await account.confirmSecondFactor(code) };
  },
  "renew-recovery-codes": withPassword(async (account, password) => ({
    recoveryCodes: await account.renewRecoveryCodes(password),
  })),
  "end-second-factor": withPassword((account, password) => account.endSecondFactor(password)),
};

const nameIn = ({ pathname }: URL): string => pathname.slice(routes.api.account.length + 1);
const actionOf = (url: URL): Action | null =>
  Object.hasOwn(actions, nameIn(url)) ? (actions[nameIn(url)] ?? null) : null;

export const POST = openDoor({
  tell: (url) => ({ route: actionOf(url) ? url.pathname : `${routes.api.account}/[action]` }),
  async answer(request) {
    const { identity } = server();
    const { headers } = request;
    const action = actionOf(new URL(request.url));
    if (!action) throw notFound("action");
    const account = isAsleep(headers.get("cookie")) ? null : await identity.accountOf(headers);
    if (!account) throw new ServiceError({ code: "UNAUTHENTICATED", message: "Sign in first." });
    return Response.json((await action(account, request)) ?? {});
  },
  refuse: (problem) => ({ problem }),
});
