import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { aUser, elsewhere, password } from "./a-user.ts";
import { codeShown } from "./authenticator-app.ts";
import { aMailbox, mailedLink } from "./mail-server.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

/** Types e-mail and password at the sign-in page. */
async function typePassword(page: Page, email: string, secret = password): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.keyboard.press("Enter");
}

test("a second factor is set up with an app, asked for at the sign-in, a recovery code is good once, and an administrator resets it", async ({
  page,
  browser,
  as,
  call,
  demo,
}) => {
  // five browsers one after the other
  test.slow();
  await as("administrator");
  const { userId, email, cookies } = await aUser(call, demo.adminUrl, { name: "Tess Factor" });
  const desk = await elsewhere(browser, demo.adminUrl, cookies);
  await desk.goto("/contracts");
  await desk.getByRole("button", { name: /^Your menu/ }).click();
  await desk.getByRole("menuitem", { name: "Your account" }).click();
  await desk.getByRole("button", { name: "Set up…" }).click();
  const ask = desk.getByRole("dialog", { name: "Set up a second factor" });
  await expect(ask.getByLabel("Your password")).toBeFocused();
  await desk.keyboard.type("not my password");
  await desk.keyboard.press("Enter");
  await expect(ask.getByText("This is not your password.")).toBeVisible();
  await ask.getByLabel("Your password").fill(password);
  await desk.keyboard.press("Enter");

  const app = desk.getByRole("dialog", { name: "Add it to your app" });
  await expect(app.getByRole("img", { name: /^QR code/ })).toBeVisible();
  const key = (await app.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? "";
  await expectNoAxeViolation(desk, "[role=dialog]");
  await app.getByLabel("Code that the app shows").fill("000000");
  await desk.keyboard.press("Enter");
  await expect(app.getByText("This is not the code that the app shows now.")).toBeVisible();
  await app.getByLabel("Code that the app shows").fill(codeShown(key, Date.now()));
  await desk.keyboard.press("Enter");

  const kept = desk.getByRole("dialog", { name: "The second factor is on" });
  await expect(kept.getByRole("listitem")).toHaveCount(10);
  const codes = await kept.getByRole("listitem").allTextContents();
  await expect(kept.getByRole("button", { name: "Done" })).toBeDisabled();
  await expectNoAxeViolation(desk, "[role=dialog]");
  const download = desk.waitForEvent("download");
  await kept.getByRole("button", { name: "Download" }).click();
  expect(await readFile(await (await download).path(), "utf8")).toContain(codes.join("\n"));
  await kept.getByRole("button", { name: "Done" }).click();
  await expect(desk.getByText("10 of 10 recovery codes are left.")).toBeVisible();
  await desk.context().close();

  const guest = await elsewhere(browser, demo.adminUrl);
  await typePassword(guest, email);
  await expect(guest.getByLabel("Code", { exact: true })).toBeFocused();
  await guest.keyboard.type("000000");
  await guest.keyboard.press("Enter");
  await expect(guest.getByRole("alert").filter({ hasText: "This code is wrong" })).toBeVisible();
  await expectNoAxeViolation(guest);
  await guest.getByLabel("Code", { exact: true }).fill(codeShown(key, Date.now() + 30_000));
  await guest.keyboard.press("Enter");
  await expect(guest).toHaveURL(/\/contracts$/);
  await guest.context().close();

  const [code = ""] = codes;
  for (const isGood of [true, false]) {
    const other = await elsewhere(browser, demo.adminUrl);
    await typePassword(other, email);
    await other.getByRole("button", { name: "Use a recovery code" }).click();
    await expect(other.getByLabel("Recovery code")).toBeFocused();
    await other.keyboard.type(code);
    await other.keyboard.press("Enter");
    if (isGood) await expect(other).toHaveURL(/\/contracts$/);
    else await expect(other.getByRole("alert").filter({ hasText: "was used already" })).toBeVisible();
    await other.context().close();
  }

  await page.goto(`/administration/users?q=${email}&open=${userId}`);
  await page.getByRole("button", { name: "Reset…" }).click();
  const question = page.getByRole("dialog", { name: "Reset the second factor of Tess Factor?" });
  await expectNoAxeViolation(page, "[role=dialog]");
  await question.getByRole("button", { name: "Reset" }).click();
  await expect(question).toBeHidden();
  await expect(page.getByRole("button", { name: "Reset…" })).toHaveCount(0);
  const again = await elsewhere(browser, demo.adminUrl);
  await typePassword(again, email);
  await expect(again).toHaveURL(/\/contracts$/);
  await again.context().close();
});

test("an invitation goes by mail, and so does a link for a forgotten password; nobody learns whose an address is", async ({
  page,
  browser,
  as,
  demo,
}) => {
  await as("administrator");
  const email = aMailbox();
  await page.goto("/administration/users?open=new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Mia Mailed");
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("checkbox", { name: "All stores" }).check();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("The link went to Mia Mailed by mail")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  const guest = await elsewhere(browser, demo.adminUrl);
  const setPassword = async (link: string, secret: string) => {
    await guest.goto(link);
    await guest.getByLabel("New password").fill(secret);
    await guest.getByLabel("The same again").fill(secret);
    await guest.getByRole("button", { name: "Set password" }).click();
    await expect(guest.getByText("Your password is set.")).toBeVisible();
  };
  await setPassword(await mailedLink(email), password);

  await guest.getByRole("link", { name: "Forgot your password?" }).click();
  await expectNoAxeViolation(guest);
  const said: (string | null)[] = [];
  for (const address of ["nobody@mail.example", email]) {
    await guest.goto("/forgot-password");
    await guest.getByLabel("E-mail").fill(address);
    await guest.keyboard.press("Enter");
    await expect(guest.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
    said.push(await guest.getByRole("main").textContent());
  }
  expect(said[0]).toBe(said[1]);
  await expectNoAxeViolation(guest);
  await setPassword(await mailedLink(email, 2), "another fern by the road");
  await typePassword(guest, email, "another fern by the road");
  await expect(guest).toHaveURL(/\/contracts$/);
  await guest.context().close();
});

test("sessions that are ended elsewhere are signed out, one and all others", async ({
  browser,
  as,
  call,
  demo,
}) => {
  await as("administrator");
  const { email, cookies } = await aUser(call, demo.adminUrl);
  const desk = await elsewhere(browser, demo.adminUrl);
  await typePassword(desk, email);
  await expect(desk).toHaveURL(/\/contracts$/);
  const other = await elsewhere(browser, demo.adminUrl, cookies);
  await other.goto("/contracts");
  await expect(other.locator("tbody tr").first()).toBeVisible();

  await desk.goto("/account");
  const sessions = desk.getByRole("list", { name: "Sessions" }).getByRole("listitem");
  await expect(sessions).toHaveCount(2);
  await expect(sessions.first()).toContainText("Chrome on Linux This device");
  await expectNoAxeViolation(desk);
  await sessions
    .last()
    .getByRole("button", { name: /^Sign out/ })
    .click();
  await expect(sessions).toHaveCount(1);
  await other.getByRole("searchbox").fill("LSP");
  const over = other.getByRole("dialog", { name: "Sign in again" });
  await over.getByLabel("Password", { exact: true }).fill(password);
  await other.keyboard.press("Enter");
  await expect(over).toBeHidden();

  await desk.reload();
  await desk.getByRole("button", { name: "Sign out all others…" }).click();
  await desk
    .getByRole("dialog", { name: "Sign out all other devices?" })
    .getByRole("button", { name: "Sign out all others" })
    .click();
  await expect(sessions).toHaveCount(1);
  await other.getByRole("searchbox").fill("WVW");
  await expect(over).toBeVisible();
  await other.context().close();
  await desk.context().close();
});

test.describe("820 wide", () => {
  test.use({ viewport: { width: 820, height: 1180 } });

  test("one's account and the way back to a password hold for everybody", async ({ page, context, as }) => {
    await as("viewer");
    await page.goto("/account");
    await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
    await expectNoAxeViolation(page);
    await page.getByRole("button", { name: "Set up…" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectNoAxeViolation(page, "[role=dialog]");
    await context.clearCookies();
    await page.goto("/forgot-password");
    await expectNoAxeViolation(page);
  });
});
