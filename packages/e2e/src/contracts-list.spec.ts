import type { ContractPage } from "@vehicle-contracts/contract-model";
import type { Call } from "./a-contract.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

const rows = "tbody tr";

/** The number of a running contract of the demo group. What the procedure answers has this type by its schema. */
async function aNumber(call: Call): Promise<string> {
  const filter = { effectiveStatus: ["ACTIVE"] };
  const page = (await call("contracts.list", { filter, limit: 100 })) as ContractPage;
  const number = page.items.find(({ contractNumber }) => contractNumber)?.contractNumber;
  if (!number) throw new Error("The demo group has no contract with a number.");
  return number;
}

test("a number and Enter open the only contract found", async ({ page, as, call }) => {
  await as("advisor");
  const number = await aNumber(call);
  await page.goto("/contracts");
  await expect(page.locator(rows).first()).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type(number);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/contracts\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("definition").filter({ hasText: number }).first()).toBeVisible();
});

test("a provider or customer who is not here matches nothing, and nobody reads an id", async ({
  page,
  as,
}) => {
  await as("advisor");
  const id = "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071";
  for (const [filter, who] of [
    ["provider", "a provider that is not here"],
    ["holder", "a customer that is not here"],
  ]) {
    await page.goto(`/contracts?${filter}=${id}`);
    await expect(page.getByRole("heading", { name: /^No contract matches/ })).toBeVisible();
    await expect(page.getByText(who ?? "")).toBeVisible();
    await expect(page.getByText(id)).toHaveCount(0);
    await page.getByRole("button", { name: "Remove the filter", exact: true }).click();
    await expect(page.locator(rows).first()).toBeVisible();
  }
});

test("what is typed into the search before the page's script has come is found", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const number = await aNumber(call);
  const typed = Promise.withResolvers<void>();
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await typed.promise;
    await route.continue();
  });
  await page.goto("/contracts", { waitUntil: "commit" });
  await page.getByRole("searchbox").fill(number);
  typed.resolve();
  await expect(page.locator("mark").first()).toHaveText(number);
  await expect(page.getByRole("searchbox")).toHaveValue(number);
});

test("of several found, Enter goes to the first row; the arrows move on and Enter opens", async ({
  page,
  as,
}) => {
  await as("advisor");
  await page.goto("/contracts");
  await page.getByRole("searchbox").fill("LSP-2023");
  await page.keyboard.press("Enter");
  const links = page.locator(`${rows} [data-row-target]`);
  await expect(links.first()).toBeFocused();
  await expect(page.locator("mark").first()).toHaveText(/lsp-2023/i);
  await page.keyboard.press("ArrowDown");
  await expect(links.nth(1)).toBeFocused();
  const second = await links.nth(1).getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${second}$`));
});

test("pages go on by Next and back by the back button, and say which rows these are", async ({
  page,
  as,
}) => {
  await as("advisor");
  await page.goto("/contracts");
  const pager = page.getByRole("status").filter({ hasText: "of" });
  await expect(pager).toHaveText(/^1–25 of [\d,]+$/);
  const first = await page.locator(rows).first().textContent();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(pager).toHaveText(/^26–50 of/);
  await expect(page.locator(rows).first()).not.toHaveText(first ?? "");
  await page.goBack();
  await expect(pager).toHaveText(/^1–25 of/);
  await expect(page.locator(rows).first()).toHaveText(first ?? "");
});

test("a header sorts, says so, and the address keeps it", async ({ page, as }) => {
  await as("advisor");
  await page.goto("/contracts?status=ACTIVE");
  await page.getByRole("button", { name: "Ends" }).last().click();
  await expect(page.locator('th[aria-sort="ascending"]')).toContainText("Ends");
  await expect(page).toHaveURL(/sort=endDate/);
  await page.reload();
  await expect(page.locator('th[aria-sort="ascending"]')).toContainText("Ends");
});

test("a filter relative to today stays so in the address, and its chip takes it away", async ({
  page,
  as,
}) => {
  await as("advisor");
  await page.goto("/contracts");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("menuitem", { name: "Ends" }).click();
  await page.getByRole("button", { name: "within 60 days" }).click();
  await expect(page).toHaveURL(/endsFrom=today&endsTo=60d/);
  // the keys of the list wait until the filter is closed
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("button", { name: "within 60 days", exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Remove the filter Ends" }).click();
  await expect(page).not.toHaveURL(/ends/);
});

test("where nothing matches, the filters that are in the way can be let go", async ({ page, as, call }) => {
  await as("advisor");
  const number = await aNumber(call);
  await page.goto(`/contracts?q=${number}&status=VOID`);
  await expect(page.getByText(`No contract matches ${number} and 1 filter`)).toBeVisible();
  await page.getByRole("button", { name: "Remove filter, show 1" }).click();
  await expect(page.locator(rows)).toHaveCount(1);
});

test("a store that is not granted says what is, and shows it", async ({ page, as }) => {
  await as("advisor");
  await page.goto("/contracts?store=0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071");
  await expect(page.getByText("This link leads to a store that is not open to you")).toBeVisible();
  await page.getByRole("button", { name: /^Show / }).click();
  await expect(page.locator(rows).first()).toBeVisible();
});

test("a place in pages that is gone leads to the first one", async ({ page, as }) => {
  await as("advisor");
  await page.goto("/contracts?after=yesterday&status=ACTIVE");
  await expect(page).toHaveURL(/\/contracts\?status=ACTIVE$/);
  await expect(page.locator(rows).first()).toBeVisible();
});

test("a viewer is not offered a new contract, nor its key", async ({ page, as }) => {
  await as("viewer");
  await page.goto("/contracts");
  await expect(page.locator(rows).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /New contract/ })).toHaveCount(0);
  await page.keyboard.press("c");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).not.toContainText("New contract");
  await expect(page).toHaveURL(/\/contracts$/);
});

test("what cannot be read says so, and is read again by itself", async ({ page, as }) => {
  await as("advisor");
  await page.goto("/contracts");
  await expect(page.locator(rows).first()).toBeVisible();
  await page.route("**/api/trpc/**", (route) => route.abort());
  await page.getByRole("searchbox").fill("LSP");
  const said = page.getByRole("alert").filter({ hasText: "The contracts could not be read" });
  await expect(said).toContainText(/No answer came\. Nothing was changed\. Trying again in \d+ seconds?\./);
  await page.unroute("**/api/trpc/**");
  await expect(page.locator(rows).first()).toBeVisible();
  await expect(said).toHaveCount(0);
});

test("a page that takes its time is seen to be on its way", async ({ page, as }) => {
  await as("advisor");
  await page.goto("/contracts");
  await expect(page.locator(rows).first()).toBeVisible();
  const held = Promise.withResolvers<void>();
  await page.route("**/vehicles?*", async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.getByRole("link", { name: "Vehicles" }).click();
  const bar = page.getByRole("progressbar", { name: "The page is on its way" });
  await expect(bar).toHaveCSS("opacity", "1");
  held.resolve();
  await expect(page).toHaveURL(/\/vehicles$/);
  await expect(bar).toHaveCount(0);
});

for (const width of [1440, 820])
  test(`no axe violation: list, filters and nothing found; ${width} px`, async ({ page, as }) => {
    await page.setViewportSize({ width, height: 1000 });
    await as("advisor");
    await page.goto("/contracts?status=ACTIVE,SUSPENDED&endsFrom=today&endsTo=60d");
    await expect(page.locator(rows).first()).toBeVisible();
    await expectNoAxeViolation(page);
    await page
      .getByRole("button", { name: width < 1024 ? /^Filters/ : /^Status/ })
      .first()
      .click();
    await expect(page.getByRole("checkbox", { name: "Suspended" })).toBeVisible();
    await expectNoAxeViolation(page);
    await page.goto("/contracts?q=zzzz&status=VOID");
    await expect(page.getByText("No contract matches")).toBeVisible();
    await expectNoAxeViolation(page);
  });
