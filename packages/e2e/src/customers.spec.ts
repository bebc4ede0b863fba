import { aCustomer, aFamilyName } from "./a-customer.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

const rows = "tbody tr";

test("the beginning of a name and Enter open the only customer found, however the umlaut is written", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const name = aFamilyName();
  const { partyId } = await aCustomer(call, { familyName: `Grün${name}` });
  for (const sought of [`gruen${name}`, `grun${name}`, `GRÜN${name.slice(0, -2)}`]) {
    await page.goto("/customers");
    await expect(page.locator(rows).first()).toBeVisible();
    await page.keyboard.press("/");
    await page.keyboard.type(sought);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/customers/${partyId}$`));
  }
});

test("an e-mail address and a telephone number find their customer too", async ({ page, as, call }) => {
  await as("advisor");
  const name = aFamilyName();
  const digits = String(Date.now()).slice(-8);
  await aCustomer(call, { familyName: name, email: `${name}@example.com`, phone: `+44 1632 ${digits}` });
  for (const sought of [`${name.toLowerCase()}@exam`, `1632 ${digits}`]) {
    await page.goto(`/customers?q=${encodeURIComponent(sought)}`);
    await expect(page.locator(rows)).toHaveCount(1);
    await expect(page.locator(rows)).toContainText(name);
  }
});

test("the keyboard leads from the list to a customer, to the form and back", async ({ page, as, call }) => {
  await as("advisor");
  const name = aFamilyName();
  const first = await aCustomer(call, { givenName: "Ada", familyName: name });
  const second = await aCustomer(call, { givenName: "Ben", familyName: name });
  await page.goto(`/customers?q=${name}`);
  await page.getByRole("searchbox").press("Enter");
  const links = page.locator(`${rows} [data-row-target]`);
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/customers/${second.partyId}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(second.name);
  await page.keyboard.press("e");
  await expect(page).toHaveURL(/\/edit$/);
  await expect(page.getByRole("textbox", { name: "Given name" })).toHaveValue("Ben");
  await page.getByRole("textbox", { name: "Given name" }).fill("Benedict");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(new RegExp(`/customers/${second.partyId}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Benedict ${name}`);
  await page.goto(`/customers?q=${name}`);
  await expect(page.locator(rows).nth(1)).toContainText(`Benedict ${name}`);
  await expect(page.locator(rows).first()).toContainText(first.name);
});

test("the way back leads to the row one came from", async ({ page, as, call }) => {
  await as("advisor");
  const name = aFamilyName();
  await aCustomer(call, { givenName: "Ada", familyName: name });
  const { partyId } = await aCustomer(call, { givenName: "Ben", familyName: name });
  await page.goto(`/customers?q=${name}`);
  await page.getByRole("searchbox").press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/customers/${partyId}$`));
  await page.goBack();
  await expect(page.locator(`${rows} [data-row-target]`).nth(1)).toBeFocused();
});

test("kind and consent narrow the list, stand in the address, and are counted", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const name = aFamilyName();
  await aCustomer(call, { familyName: name, consent: { post: true } });
  await aCustomer(call, { familyName: name });
  await aCustomer(call, { kind: "COMPANY", givenName: null, familyName: null, companyName: `${name} Ltd` });
  await page.goto(`/customers?q=${name}`);
  await expect(page.locator(rows)).toHaveCount(3);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("menuitem", { name: "Kind" }).click();
  await page.getByRole("checkbox", { name: "Company" }).check();
  await expect(page).toHaveURL(/kind=COMPANY/);
  await expect(page.locator(rows)).toHaveCount(1);
  await expect(page.locator(rows)).toContainText(`${name} Ltd`);
  await page.goto(`/customers?q=${name}&consent=post,text`);
  await expect(page.locator(rows)).toHaveCount(1);
  await expect(page.getByRole("img", { name: "Post", exact: true })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "of" })).toHaveText("1–1 of 1");
});

test("pages go on by Next and back by the back button; Added sorts, the newest first", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  await page.goto("/customers");
  const pager = page.getByRole("status").filter({ hasText: "of" });
  await expect(pager).toHaveText(/^1–25 of [\d,]+$/);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(pager).toHaveText(/^26–50 of/);
  await page.goBack();
  await expect(pager).toHaveText(/^1–25 of/);
  const { name } = await aCustomer(call);
  await page.getByRole("button", { name: "Added" }).click();
  await expect(page).toHaveURL(/sort=createdAt&order=desc/);
  await expect(page.locator('th[aria-sort="descending"]')).toContainText("Added");
  await expect(page.getByRole("row").filter({ hasText: name })).toBeVisible();
});

test("where nobody matches, what is in the way can be let go, or the one sought be added", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const { familyName } = await aCustomer(call);
  await page.goto(`/customers?q=${familyName}&kind=COMPANY`);
  await expect(page.getByText(`No customer matches ${familyName} and 1 filter`)).toBeVisible();
  await page.getByRole("button", { name: "Remove filter, show 1" }).click();
  await expect(page.locator(rows)).toHaveCount(1);
  const nobody = aFamilyName();
  await page.goto(`/customers?q=Iris%20${nobody}`);
  await expect(page.getByText(`No customer matches Iris ${nobody}`)).toBeVisible();
  await page.getByRole("link", { name: "New customer" }).last().click();
  await expect(page.getByRole("textbox", { name: "Given name" })).toHaveValue("Iris");
  await expect(page.getByRole("textbox", { name: "Family name" })).toHaveValue(nobody);
});

test("a place in pages that is gone leads to the first one", async ({ page, as }) => {
  await as("advisor");
  await page.goto("/customers?after=yesterday&kind=COMPANY");
  await expect(page).toHaveURL(/\/customers\?kind=COMPANY$/);
  await expect(page.locator(rows).first()).toBeVisible();
});

test("what cannot be read says so, and is read again", async ({ page, as }) => {
  await as("advisor");
  await page.goto("/customers");
  await expect(page.locator(rows).first()).toBeVisible();
  await page.route("**/api/trpc/**", (route) => route.abort());
  await page.getByRole("searchbox").fill("a");
  await expect(page.getByText("The customers could not be read")).toBeVisible();
  await page.unroute("**/api/trpc/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(rows).first()).toBeVisible();
});

for (const width of [1440, 820])
  test(`no axe violation: list, filters, and nobody found; ${width} px`, async ({ page, as }) => {
    await page.setViewportSize({ width, height: 1000 });
    await as("advisor");
    await page.goto("/customers?consent=email,post");
    await expect(page.locator(rows).first()).toBeVisible();
    await expectNoAxeViolation(page);
    await page
      .getByRole("button", { name: width < 1024 ? /^Filters/ : /^May be contacted by/ })
      .first()
      .click();
    await expect(page.getByRole("checkbox", { name: "Text message" })).toBeVisible();
    await expectNoAxeViolation(page);
    await page.goto("/customers?q=zzzz&kind=COMPANY");
    await expect(page.getByText("No customer matches")).toBeVisible();
    await expectNoAxeViolation(page);
  });
