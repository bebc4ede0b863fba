import type { ContractRead, Party } from "@vehicle-contracts/contract-model";
import { aContract } from "./a-contract.ts";
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

test("a customer's page says what is held on which vehicle, and how and whether they may be contacted", async ({
  page,
  as,
  call,
}) => {
  const user = await as("advisor");
  const customer = await aCustomer(
    call,
    {
      email: "zebedee@example.com",
      addresses: [{ lines: ["Unit 4", "12 Mill Lane"], postalCode: "LS1 4AP", city: "Leeds", country: "GB" }],
      consent: { email: true },
    },
    "signed form at the desk",
  );
  const parties = [{ role: "HOLDER" as const, partyId: customer.partyId }];
  const running = await aContract(call, { parties });
  await aContract(call, { parties, status: "DRAFT", startDate: null, termMonths: null });
  const { vehicle } = (await call("contracts.get", { contractId: running.contractId })) as ContractRead;
  await page.goto(`/customers/${customer.partyId}`);
  const contracts = page.getByRole("table", { name: "Contracts" });
  await expect(contracts.getByRole("rowheader", { name: "In force today 1" })).toBeVisible();
  await expect(contracts.getByRole("rowheader", { name: "Not sold yet 1" })).toBeVisible();
  await expect(contracts.getByRole("link", { name: "Goodwill" }).first()).toHaveAttribute(
    "href",
    `/contracts/${running.contractId}`,
  );
  await expect(contracts.locator(`a[href="/vehicles/${vehicle.vehicleId}"]`).first()).toBeVisible();
  await expect(page.getByText("1 in force", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "zebedee@example.com" })).toHaveAttribute(
    "href",
    "mailto:zebedee@example.com",
  );
  await expect(page.getByText("Leeds LS1 4AP")).toBeVisible();
  await expect(page.getByText(new RegExp(`by ${user.name}, signed form at the desk$`))).toBeVisible();
  await page.getByRole("link", { name: "Open in the list" }).click();
  await expect(page).toHaveURL(new RegExp(`/contracts\\?holder=${customer.partyId}`));
  await expect(page.locator(rows)).toHaveCount(2);
  await expect(
    page.getByRole("button", { name: new RegExp(`Holder .*${customer.familyName}`) }),
  ).toBeVisible();
});

test("the people of a contract lead to their pages", async ({ page, as, call }) => {
  await as("advisor");
  const customer = await aCustomer(call);
  const contract = await aContract(call, { parties: [{ role: "HOLDER", partyId: customer.partyId }] });
  await page.goto(`/contracts/${contract.contractId}`);
  const people = page
    .getByRole("region", { name: "People" })
    .or(page.locator("section", { hasText: "People" }));
  await people.getByRole("link", { name: customer.name }).last().click();
  await expect(page).toHaveURL(new RegExp(`/customers/${customer.partyId}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(customer.name);
});

test("a viewer reads, and is told who could change", async ({ page, as, call }) => {
  await as("advisor");
  const { partyId } = await aCustomer(call);
  await page.context().clearCookies();
  await as("viewer");
  await page.goto("/customers");
  await expect(page.locator(rows).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /New customer/ })).toHaveCount(0);
  await page.goto(`/customers/${partyId}`);
  await expect(page.getByText("You may read only. An administrator can change that.").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
  await page.goto(`/customers/${partyId}/edit`);
  await expect(page.getByText("Customers are changed by others")).toBeVisible();
});

test("an id that is not in this register is not found", async ({ page, as }) => {
  await as("advisor");
  const answer = await page.goto("/customers/0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071");
  expect(answer?.status()).toBe(404);
  await expect(page.getByText("There is nothing at this address")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [1440, 820])
    test(`no axe violation: list, filters, nobody found and a customer; ${colorScheme}, ${width} px`, async ({
      page,
      as,
      call,
    }) => {
      await page.emulateMedia({ colorScheme });
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
      const { items } = (await call("parties.list", { search: "maren holloway", limit: 1 })) as {
        items: Party[];
      };
      await page.goto(`/customers/${items[0]?.partyId}`);
      await expect(page.getByRole("table", { name: "Contracts" })).toBeVisible();
      await expectNoAxeViolation(page);
    });
