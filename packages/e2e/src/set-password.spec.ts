import { anInvitation, aUser, elsewhere, password } from "./a-user.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

test("a weak password and one typed otherwise are said on their fields, and the link stays good", async ({
  page,
  browser,
  as,
  call,
  demo,
}) => {
  await as("administrator");
  const { path } = await anInvitation(call);
  const guest = await elsewhere(browser, demo.adminUrl);
  await guest.goto(path);
  await guest.getByLabel("New password").fill("too short");
  await guest.getByLabel("The same again").fill("too shirt");
  await guest.keyboard.press("Enter");
  await expect(guest.getByText("Must have at least 12 characters.")).toBeVisible();
  await expect(guest.getByText("This is not the same.")).toBeVisible();
  await expect(guest.getByLabel("New password")).toBeFocused();
  await guest.getByLabel("New password").fill(password);
  await guest.keyboard.press("Enter");
  await expect(guest.getByLabel("The same again")).toBeFocused();
  await guest.keyboard.press("ControlOrMeta+A");
  await guest.keyboard.type(password);
  await guest.keyboard.press("Enter");
  await expect(guest.getByText("Your password is set. Sign in with it.")).toBeVisible();

  await guest.goto(path);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("This link is no longer good");
  await guest.getByRole("link", { name: "To the sign-in" }).click();
  await expect(guest).toHaveURL(/\/sign-in$/);
  await guest.context().close();
  await page.close();
});

test("a link that ends while the page is open is said, and nobody's link looks the same", async ({
  browser,
  as,
  call,
  demo,
}) => {
  await as("administrator");
  const { user, path } = await anInvitation(call);
  const guest = await elsewhere(browser, demo.adminUrl);
  await guest.goto(path);
  await call("users.renewInvitation", { userId: user.userId });
  await guest.getByLabel("New password").fill(password);
  await guest.getByLabel("The same again").fill(password);
  await guest.getByRole("button", { name: "Set password" }).click();
  const gone = guest.getByRole("heading", { name: "This link is no longer good" });
  await expect(gone).toBeVisible();
  await guest.goto("/set-password/Zm9yLW5vYm9keS1hdC1hbGwtaW4tdGhpcy1yZWdpc3Rlcg");
  await expect(gone).toBeVisible();
  await guest.context().close();
});

test("a password's keeper learns whose password it is, and that it is new", async ({
  browser,
  as,
  call,
  demo,
}) => {
  await as("administrator");
  const { user, path } = await anInvitation(call);
  const guest = await elsewhere(browser, demo.adminUrl);
  await guest.goto(path);
  await expect(guest.locator("input[autocomplete=username]")).toHaveValue(user.email);
  await expect(guest.getByLabel("New password")).toHaveAttribute("autocomplete", "new-password");
  await expect(guest.getByLabel("The same again")).toHaveAttribute("autocomplete", "new-password");
  await guest.goto("/sign-in");
  await expect(guest.getByLabel("E-mail")).toHaveAttribute("autocomplete", "username");
  await expect(guest.getByLabel("Password", { exact: true })).toHaveAttribute(
    "autocomplete",
    "current-password",
  );
  await guest.context().close();
});

test("a link for a forgotten password ends the sessions of before, and says who is signed in here", async ({
  browser,
  as,
  call,
  demo,
}) => {
  await as("administrator");
  const { userId, email, cookies } = await aUser(call, demo.adminUrl, { name: "Fred Forgot" });
  const { path } = (await call("users.renewInvitation", { userId })) as { path: string };
  const desk = await elsewhere(browser, demo.adminUrl, cookies);
  await desk.goto(path);
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Set a new password");
  await expect(desk.getByText("Fred Forgot is signed in here.")).toBeVisible();
  await desk.getByLabel("New password").fill("another fern by the road");
  await desk.getByLabel("The same again").fill("another fern by the road");
  await desk.getByRole("button", { name: "Set password" }).click();
  await expect(desk.getByText("Your password is set.")).toBeVisible();
  await desk.goto("/contracts");
  await expect(desk).toHaveURL(/\/sign-in/);
  const signIn = (secret: string) =>
    desk.request.post("/api/auth/sign-in/email", {
      headers: { origin: demo.adminUrl },
      data: { email, password: secret },
    });
  expect((await signIn(password)).status()).toBe(401);
  expect((await signIn("another fern by the road")).status()).toBe(200);
  await desk.context().close();
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 820, height: 1180 },
])
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport });

    test("the page, its faults and a link that is gone hold for everybody", async ({
      page,
      context,
      as,
      call,
    }) => {
      await as("administrator");
      const { path } = await anInvitation(call);
      await context.clearCookies();
      await page.goto(path);
      await page.getByRole("button", { name: "Set password" }).click();
      await expect(page.getByText("Must have at least 12 characters.")).toBeVisible();
      await expectNoAxeViolation(page);
      await page.goto("/set-password/Zm9yLW5vYm9keS1hdC1hbGwtaW4tdGhpcy1yZWdpc3Rlcg");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectNoAxeViolation(page);
    });
  });
