import { expect, test } from "@playwright/test";

test("the sign-in page is served, and asks for e-mail address and password", async ({ page }) => {
  const answer = await page.goto("/sign-in");
  expect(answer?.status()).toBe(200);
  await expect(page.getByLabel(/e-?mail/i)).toBeVisible();
  await expect(page.getByLabel(/password/i).first()).toBeVisible();
});

test("a stranger who asks for the contracts is sent to the sign-in page", async ({ page }) => {
  await page.goto("/contracts");
  await expect(page).toHaveURL(/\/sign-in/);
});
