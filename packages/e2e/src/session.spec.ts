import type { Page } from "@playwright/test";
import { aUser, elsewhere, password } from "./a-user.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

const rows = (page: Page) => page.locator("tbody tr");

/** Signs in at the page that asks for it, by the keyboard alone. */
async function signInByKeys(page: Page, email: string, secret: string): Promise<void> {
  await page.getByLabel("E-mail").focus();
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(secret);
  await page.keyboard.press("Enter");
}

test("the keyboard alone signs in; a wrong password is said, and leads back to the page that was asked for", async ({
  page,
  browser,
  as,
  call,
  demo,
}) => {
  await as("administrator");
  const { email } = await aUser(call, demo.adminUrl);
  const guest = await elsewhere(browser, demo.adminUrl);
  await guest.goto("/contracts?status=ACTIVE");
  await expect(guest).toHaveURL(/\/sign-in/);
  await guest.keyboard.press("Tab");
  await expect(guest.getByLabel("E-mail")).toBeFocused();
  await signInByKeys(guest, email, "a fern beside the rood");
  await expect(guest.getByRole("alert").filter({ hasText: "E-mail or password is wrong." })).toBeVisible();
  await expect(guest.getByLabel("Password", { exact: true })).toBeFocused();
  await expect(guest.getByLabel("E-mail")).toHaveValue(email);
  await expectNoAxeViolation(guest);
  await guest.keyboard.type(password);
  await guest.keyboard.press("Enter");
  await expect(guest).toHaveURL(/\/contracts\?status=ACTIVE$/);
  await guest.context().close();
  await page.close();
});

test("what is typed into the sign-in page before its script has come is not lost", async ({
  browser,
  as,
  call,
  demo,
}) => {
  await as("administrator");
  const { email } = await aUser(call, demo.adminUrl);
  const guest = await elsewhere(browser, demo.adminUrl);
  const typed = Promise.withResolvers<void>();
  await guest.route(/\/_next\/static\/.*\.js/, async (route) => {
    await typed.promise;
    await route.continue();
  });
  await guest.goto("/sign-in", { waitUntil: "commit" });
  await guest.getByLabel("E-mail").fill(email);
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await guest.getByRole("checkbox", { name: /Shared tablet/ }).check();
  // until then nothing would be done with it
  await expect(guest.getByRole("button", { name: "Sign in" })).toBeDisabled();
  typed.resolve();
  await expect(guest.getByRole("button", { name: "Sign in" })).toBeEnabled();
  await guest.waitForLoadState("networkidle");
  await expect(guest.getByLabel("E-mail")).toHaveValue(email);
  await expect(guest.getByLabel("Password", { exact: true })).toHaveValue(password);
  await expect(guest.getByRole("checkbox", { name: /Shared tablet/ })).toBeChecked();
  await guest.getByRole("button", { name: "Sign in" }).click();
  await expect(guest).toHaveURL(/\/contracts$/);
  await guest.context().close();
});

test("a session that ends while somebody works: they sign in above the page, and what was typed goes on", async ({
  browser,
  as,
  call,
  demo,
}) => {
  await as("administrator");
  const { email, cookies } = await aUser(call, demo.adminUrl);
  const desk = await elsewhere(browser, demo.adminUrl, cookies);
  await desk.goto("/contracts");
  await expect(rows(desk).first()).toBeVisible();
  await desk.context().clearCookies();
  await desk.getByRole("searchbox").fill("LSP");
  const dialog = desk.getByRole("dialog", { name: "Sign in again" });
  await expect(dialog).toBeVisible();
  await expectNoAxeViolation(desk, "[role=dialog]");
  await desk.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  // who it was is known: the password alone is asked for
  await expect(dialog.getByRole("textbox", { name: "E-mail" })).toHaveValue(email);
  await expect(dialog.getByLabel("Password", { exact: true })).toBeFocused();
  await desk.keyboard.type(password);
  await desk.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(desk.getByRole("searchbox")).toHaveValue("LSP");
  await expect(desk.locator("mark").first()).toHaveText("LSP");
  await desk.context().close();
});

test("a shared tablet that nobody uses signs out, and remembers nothing", async ({
  browser,
  as,
  call,
  demo,
}) => {
  await as("administrator");
  const { email } = await aUser(call, demo.adminUrl);
  const tablet = await elsewhere(browser, demo.adminUrl);
  await tablet.clock.install();
  await tablet.goto("/sign-in");
  await tablet.getByRole("checkbox", { name: /^Shared tablet/ }).check();
  await signInByKeys(tablet, email, password);
  await expect(rows(tablet).first()).toBeVisible();
  const session = (await tablet.context().cookies()).find(({ name }) => name.includes("session_token"));
  expect(session?.expires, "the session's cookie ends with the browser").toBe(-1);

  const warning = tablet.getByText("Signing out in one minute");
  // once more where the page had not been taken over yet, and began to count only then
  await expect(async () => {
    await tablet.clock.fastForward("09:30");
    await expect(warning).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await tablet.keyboard.press("Shift");
  await expect(warning).toBeHidden();

  // ten minutes go by for the cookie too, which counts them by the browser's own clock
  await tablet.context().clearCookies({ name: "vc-awake" });
  await tablet.clock.fastForward("00:10");
  await expect(tablet).toHaveURL(/\/sign-in\?back=%2Fcontracts$/);
  const left = await tablet.context().cookies();
  expect(left.filter(({ name }) => /session_token|vc-shared/.test(name))).toEqual([]);
  await tablet.context().close();
});

test("a shared tablet that slept shows nobody's page, whatever its script does", async ({
  browser,
  as,
  call,
  demo,
}) => {
  await as("administrator");
  const { cookies } = await aUser(call, demo.adminUrl);
  const shared = { name: "vc-shared", value: "1", url: demo.adminUrl };
  const tablet = await elsewhere(browser, demo.adminUrl, cookies);
  await tablet.context().addCookies([shared]);
  await tablet.goto("/contracts");
  await expect(tablet).toHaveURL(/\/sign-in/);
  await tablet.context().addCookies([{ ...shared, name: "vc-awake" }]);
  await tablet.goto("/contracts");
  await expect(rows(tablet).first()).toBeVisible();
  await tablet.context().close();
});
