import type { Page } from "@playwright/test";
import { anAddress, anInvitation, aUser, elsewhere, password, storeNamed } from "./a-user.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

const users = "/administration/users";
const row = (page: Page, email: string) => page.getByRole("row").filter({ hasText: email });
const sheetOf = (page: Page, name: string) =>
  page.getByLabel(name, { exact: true }).filter({ hasText: "Sign-in" });
const openUser = (email: string, userId: string) => `${users}?q=${email}&open=${userId}`;

test("somebody is invited, sets a password by the link, signs in, and sees the granted store alone", async ({
  page,
  browser,
  as,
  call,
  demo,
}) => {
  await as("administrator");
  const email = anAddress();
  await page.goto(users);
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Nell Harrow");
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("checkbox", { name: /^Leeds/ }).check();
  await page.keyboard.press("Control+Enter");

  const dialog = page.getByRole("dialog", { name: "Nell Harrow is invited" });
  await expect(dialog).toContainText("Good once, for 48 hours");
  await expect(dialog.getByRole("button", { name: "Done" })).toBeDisabled();
  await page.keyboard.press("Escape");
  const link = await dialog.getByRole("textbox").inputValue();
  await dialog.getByRole("checkbox", { name: "I have the link" }).check();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Invite", exact: true })).toBeFocused();
  await expect(row(page, email)).toContainText("Invited48 hours left");

  const guest = await elsewhere(browser, demo.adminUrl);
  await guest.goto(link);
  await expect(guest.getByText(`Nell Harrow, ${email}`)).toBeVisible();
  await guest.getByLabel("New password").fill(password);
  await guest.getByLabel("The same again").fill(password);
  await guest.getByRole("button", { name: "Set password" }).click();
  await expect(guest.getByText("Your password is set.")).toBeVisible();
  await guest.getByLabel("E-mail").fill(email);
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await guest.keyboard.press("Enter");
  await expect(guest).toHaveURL(/\/contracts$/);
  await expect(guest.getByRole("button", { name: /^Store: Leeds/ })).toBeVisible();
  await expect(guest.locator("tbody tr").first()).toContainText("Leeds");
  await expect(guest.getByRole("link", { name: "Users" })).toHaveCount(0);

  await guest.goto(`/contracts?store=${await storeNamed(call, "Bristol")}`);
  await expect(
    guest.getByRole("heading", { name: "This link leads to a store that is not open to you" }),
  ).toBeVisible();
  await guest.context().close();
  await page.reload();
  await expect(row(page, email)).toContainText("Active");
});

test("a new role takes effect at once", async ({ page, browser, as, call, demo }) => {
  await as("administrator");
  const { userId, email, cookies } = await aUser(call, demo.adminUrl, { name: "Rolf Change" });
  const other = await elsewhere(browser, demo.adminUrl, cookies);
  await other.goto("/contracts");
  const sell = other.getByRole("link", { name: "New contract" });
  await expect(sell).toBeVisible();

  await page.goto(openUser(email, userId));
  const sheet = sheetOf(page, "Rolf Change");
  await expect(sheet.getByRole("button", { name: "Save" })).toBeDisabled();
  await sheet.getByRole("radio", { name: "Viewer" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Rolf Change is saved")).toBeVisible();
  await expect(row(page, email)).toContainText("Viewer");
  await other.reload();
  await expect(other.locator("tbody tr").first()).toBeVisible();
  await expect(sell).toHaveCount(0);
  await other.context().close();
});

test("somebody who is disabled is out at once and does not come in again; enabled, they do", async ({
  page,
  browser,
  as,
  call,
  demo,
}) => {
  await as("administrator");
  const { userId, email, cookies } = await aUser(call, demo.adminUrl, { name: "Dora Leaver" });
  const other = await elsewhere(browser, demo.adminUrl, cookies);
  await other.goto("/contracts");
  await expect(other.locator("tbody tr").first()).toBeVisible();

  await page.goto(openUser(email, userId));
  await page.getByRole("button", { name: "Disable…" }).click();
  const question = page.getByRole("dialog", { name: "Disable Dora Leaver?" });
  await question.getByRole("button", { name: "Disable" }).click();
  await expect(question).toBeHidden();
  await expect(row(page, email)).toContainText("Disabled");

  await other.getByRole("searchbox").fill("LSP");
  await expect(other.getByRole("dialog", { name: "Sign in again" })).toBeVisible();
  await other.goto("/contracts");
  await expect(other).toHaveURL(/\/sign-in/);
  const signIn = () =>
    other.request.post("/api/auth/sign-in/email", {
      headers: { origin: demo.adminUrl },
      data: { email, password },
    });
  expect((await signIn()).status()).toBe(401);

  await page.getByRole("button", { name: "Enable" }).click();
  await expect(row(page, email)).toContainText("Active");
  expect((await signIn()).status()).toBe(200);
  await other.context().close();
});

test("an advisor gets the page that says who can grant it, and no way there", async ({ page, as }) => {
  await as("advisor");
  const answer = await page.goto(users);
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This is not open to you");
  await expect(page.getByText("An administrator of your group can grant it")).toBeVisible();
  await expect(page.getByRole("link", { name: "Users" })).toHaveCount(0);
  await expectNoAxeViolation(page);
});

test("nobody takes the administration from themselves", async ({ page, as }) => {
  const { name, email } = await as("administrator");
  await page.goto(`${users}?q=${email}`);
  await row(page, email).getByRole("button").click();
  const sheet = sheetOf(page, name);
  await expect(sheet.getByRole("radio", { name: "Viewer" })).toBeDisabled();
  await expect(sheet).toContainText("This is you. Another administrator can change your role");
  await expect(sheet.getByRole("button", { name: "Disable…" })).toHaveCount(0);
});

test("an address in use is said on its field, and what was typed stays", async ({ page, as, call }) => {
  await as("administrator");
  const { user } = await anInvitation(call);
  await page.goto(`${users}?open=new`);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Wilma Second");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Grant at least one store, or all stores.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeFocused();
  await page.keyboard.type(user.email);
  await page.getByRole("checkbox", { name: "All stores" }).check();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(`This address is in use: ${user.name} has it.`)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Wilma Second");
});

test("a new link ends the one before", async ({ page, browser, as, call, demo }) => {
  await as("administrator");
  const { user, path } = await anInvitation(call, { name: "Lena Later" });
  await page.goto(openUser(user.email, user.userId));
  await page.getByRole("button", { name: "New link" }).click();
  const dialog = page.getByRole("dialog", { name: "Lena Later is invited" });
  const link = await dialog.getByRole("textbox").inputValue();
  const other = await elsewhere(browser, demo.adminUrl);
  await other.goto(path);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("This link is no longer good");
  await other.goto(link);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Set your password");
  await other.context().close();
});

test("what two administrators change of one user is joined, and what clashes is chosen", async ({
  page,
  as,
  call,
}) => {
  await as("administrator");
  const { user } = await anInvitation(call, { name: "Carla Clash" });
  const { userId } = user;
  await page.goto(openUser(user.email, userId));
  const sheet = sheetOf(page, "Carla Clash");
  await sheet.getByRole("radio", { name: "Viewer" }).click();
  await sheet.getByRole("checkbox", { name: /^Bristol/ }).check();
  await call("users.update", { userId, version: 1, changes: { name: "Carla Kern", role: "administrator" } });
  await call("users.update", {
    userId,
    version: 2,
    changes: { role: "advisor", storeIds: [await storeNamed(call, "Köln")] },
  });
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog", { name: "This user changed while you were editing" });
  await expect(dialog).toContainText("1 field to choose");
  await expect(dialog.getByRole("radio", { name: "Stores: theirs, Köln" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheetOf(page, "Carla Kern").getByRole("checkbox", { name: /^Bristol/ })).toBeChecked();
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("2");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Carla Kern is saved")).toBeVisible();
  expect(await call("users.get", { userId })).toMatchObject({
    version: 4,
    name: "Carla Kern",
    role: "viewer",
    storeIds: expect.arrayContaining([await storeNamed(call, "Bristol"), await storeNamed(call, "Leeds")]),
  });
});

test("the arrows walk the sheet, and what is typed is not left unasked", async ({ page, as, call }) => {
  await as("administrator");
  const mark = anAddress().slice(0, 8);
  const first = await anInvitation(call, { name: `Anna ${mark}` });
  const second = await anInvitation(call, { name: `Bert ${mark}` });
  await page.goto(`${users}?q=${mark}`);
  await expect(page.getByRole("status").filter({ hasText: "2 found" })).toBeVisible();
  await row(page, first.user.email).click();
  await expect(sheetOf(page, `Anna ${mark}`)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  const sheet = sheetOf(page, `Bert ${mark}`);
  await sheet.getByRole("textbox", { name: "Name" }).fill("Bertram");
  await row(page, first.user.email).click();
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Stay here" }).click();
  await expect(question).toBeHidden();
  await expect(sheet.getByRole("textbox", { name: "Name" })).toHaveValue("Bertram");
  await page.keyboard.press("Escape");
  await question.getByRole("button", { name: "Discard and leave" }).click();
  await expect(sheet).toBeHidden();
  await expect(row(page, second.user.email)).toContainText(`Bert ${mark}`);
});

test("Enter opens the only user found; where none matches, it says what would", async ({
  page,
  as,
  call,
}) => {
  await as("administrator");
  const { user } = await anInvitation(call, { name: "Otto Only" });
  await page.goto(users);
  await expect(page.getByRole("row").nth(3)).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type(user.email);
  await page.keyboard.press("Enter");
  await expect(sheetOf(page, "Otto Only")).toBeVisible();
  await page.getByRole("searchbox").fill("nobody at all");
  await expect(page.getByRole("heading", { name: "No user matches “nobody at all”" })).toBeVisible();
  await page.getByRole("button", { name: "Show all users" }).click();
  await expect(page.getByRole("row").nth(3)).toBeVisible();
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 820, height: 1180 },
])
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport });

    test("list and sheet hold for everybody", async ({ page, as, call }) => {
      await as("administrator");
      const { user } = await anInvitation(call, { name: "Axel Axe" });
      await page.goto(users);
      await expect(page.getByRole("row").nth(3)).toBeVisible();
      await expectNoAxeViolation(page);
      await page.goto(openUser(user.email, user.userId));
      await expect(sheetOf(page, "Axel Axe")).toBeVisible();
      await expectNoAxeViolation(page);
    });

    test("invitation and link hold for everybody", async ({ page, as, call }) => {
      await as("administrator");
      const { user } = await anInvitation(call, { name: "Axel Axe" });
      await page.goto(openUser(user.email, user.userId));
      await page.getByRole("button", { name: "New link" }).click();
      await expect(page.getByRole("dialog", { name: "Axel Axe is invited" })).toBeVisible();
      await expectNoAxeViolation(page);
      await page.goto(`${users}?open=new&q=${user.email}`);
      await page.getByRole("textbox", { name: "Name", exact: true }).focus();
      await page.keyboard.press("Enter");
      await expect(page.getByText("Type the name.")).toBeVisible();
      await expectNoAxeViolation(page);
    });
  });
