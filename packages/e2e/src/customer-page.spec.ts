import type { ContractRead, Party } from "@vehicle-contracts/contract-model";
import { aContract } from "./a-contract.ts";
import { aCustomer } from "./a-customer.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

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
  await expect(page.locator("tbody tr")).toHaveCount(2);
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

test("C on a customer's page begins a contract that they hold", async ({ page, as, call }) => {
  await as("advisor");
  const customer = await aCustomer(call);
  await page.goto(`/customers/${customer.partyId}`);
  await expect(page.getByText(`${customer.name} holds no contract`)).toBeVisible();
  await page.keyboard.press("c");
  await expect(page.getByRole("textbox", { name: "Holder", exact: true })).toHaveValue(customer.name);
});

test("a viewer reads, and is told who could change", async ({ page, as, call }) => {
  await as("advisor");
  const { partyId } = await aCustomer(call);
  await page.context().clearCookies();
  await as("viewer");
  await page.goto("/customers");
  await expect(page.locator("tbody tr").first()).toBeVisible();
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

for (const width of [1440, 820])
  test(`no axe violation: a customer; ${width} px`, async ({ page, as, call }) => {
    await page.setViewportSize({ width, height: 1000 });
    await as("advisor");
    const { items } = (await call("parties.list", { search: "maren holloway", limit: 1 })) as {
      items: Party[];
    };
    await page.goto(`/customers/${items[0]?.partyId}`);
    await expect(page.getByRole("table", { name: "Contracts" })).toBeVisible();
    await expectNoAxeViolation(page);
  });
