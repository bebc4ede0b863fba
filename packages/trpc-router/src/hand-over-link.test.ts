import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { aClock, aDealerGroup } from "@vehicle-contracts/services/testing";
import { expect, test } from "vitest";
import type { Context, LinkToMail } from "./context.ts";
import { createCallerFactory } from "./procedures.ts";
import { appRouter } from "./router.ts";

const { database } = await testDatabase({ clock: aClock().now });
const { administrator } = await aDealerGroup(database);

const invite = (mailLink?: Context["mailLink"]) => {
  const call = createCallerFactory(appRouter)({
    actor: administrator,
    correlationId: "c-1",
    database,
    mailLink,
  });
  return call.users.invite({
    name: "Nora New",
    email: `${newId()}@example.com`,
    role: "advisor",
    allStores: true,
  });
};

test("without a way for mail the link is shown to who invites", async () => {
  expect(await invite()).toMatchObject({ mail: "OFF", path: expect.stringMatching(/^\/set-password\//) });
});

test("a link that is mailed is shown to nobody else; it goes once the user is there for everybody to see", async () => {
  const sent: LinkToMail[] = [];
  const answer = await invite(async (link) => {
    const seen = await createCallerFactory(appRouter)({
      actor: administrator,
      correlationId: "c-2",
      database,
    }).users.list({ search: link.to });
    expect(seen.items).toHaveLength(1);
    sent.push(link);
  });
  const { email, name } = answer.user;
  expect(answer).toMatchObject({ mail: "SENT", path: null });
  expect(sent).toEqual([
    {
      to: email,
      name,
      path: expect.stringMatching(/^\/set-password\/[\w-]{43}$/),
      endsAt: answer.endsAt,
      reason: "invitation",
      by: administrator.name,
    },
  ]);
});

test("a mail that fails is said, with the link to hand over; the user is invited all the same", async () => {
  const answer = await invite(() => Promise.reject(new Error("550")));
  expect(answer).toMatchObject({ mail: "FAILED", path: expect.stringMatching(/^\/set-password\//) });
  expect(answer.user).toMatchObject({ state: "INVITED" });
});
