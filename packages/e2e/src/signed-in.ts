import { readFile } from "node:fs/promises";
import { test as base, expect } from "@playwright/test";
import { DemoFile } from "@vehicle-contracts/demo-data";
import { awake } from "./awake.ts";
import { type Cookies, signIn } from "./sign-in.ts";
import { variables } from "./variables.ts";

type DemoUser = DemoFile["users"][number];

type Fixtures = {
  /** Signs this test's browser in as the first user of the role who has more than one store, else the first. */
  as: (role: DemoUser["role"]) => Promise<DemoUser>;
  /** Calls a procedure as who is signed in, and answers its data. Throws with the problem it answers. */
  call: (procedure: string, input: object) => Promise<unknown>;
};
type WorkerFixtures = {
  demo: DemoFile;
  /** Each user signs in once a worker: sign-ins are rated. */
  cookiesOf: (user: DemoUser) => Promise<Cookies>;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures off the pattern
    async ({}, use) => {
      const file = process.env[variables.demoFile] ?? "";
      await use(DemoFile.parse(JSON.parse(await readFile(file, "utf8"))));
    },
    { scope: "worker" },
  ],
  cookiesOf: [
    async ({ demo }, use) => {
      const known = new Map<string, Cookies>();
      await use(async (user) => {
        const cookies = known.get(user.email) ?? (await signIn(demo.adminUrl, user));
        known.set(user.email, cookies);
        return cookies;
      });
    },
    { scope: "worker" },
  ],
  page: async ({ page }, use) => use(awake(page)),
  as: async ({ context, demo, cookiesOf }, use) => {
    await use(async (role) => {
      const users = demo.users.filter((user) => user.role === role);
      const user = users.find(({ storeIds }) => storeIds.length > 1) ?? users[0];
      if (!user) throw new Error(`The demo group has no ${role}.`);
      await context.addCookies(await cookiesOf(user));
      return user;
    });
  },
  call: async ({ page, demo }, use) => {
    await use(async (procedure, input) => {
      const answer = await page.request.post(`${demo.adminUrl}/api/trpc/${procedure}`, {
        headers: { origin: demo.adminUrl },
        data: input,
      });
      const { result, error } = await answer.json();
      if (!answer.ok()) throw new Error(JSON.stringify(error));
      return result.data;
    });
  },
});

export { expectNoAxeViolation } from "./axe.ts";
export { expect };
