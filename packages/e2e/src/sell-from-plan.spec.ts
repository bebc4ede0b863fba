import type { ContractRead, PlanOffers, Vehicle } from "@vehicle-contracts/contract-model";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

const months = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split(" ");
const said = (date: string) => {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
};

test("from a vehicle: a plan that suits it is sold within its bounds, the others say why not, and the agreement is there to print", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const { items } = (await call("vehicles.list", { limit: 200 })) as { items: Vehicle[] };
  const vehicle = items.find(
    (item) => item.fuel === "petrol" && item.latestOdometer?.unit === "MI" && item.firstRegistrationDate,
  );
  if (!vehicle?.latestOdometer) throw new Error("The demo group has no petrol car that was read in miles.");
  await page.goto(`/vehicles/${vehicle.vehicleId}`);
  await expect(page.getByRole("link", { name: /New contract/ })).toBeVisible();
  await page.keyboard.press("c");
  await page
    .getByRole("group", { name: /Which one sells it/ })
    .getByRole("button", { name: "Bristol" })
    .click();

  // Those that are not for it stay, with the reason.
  const unsuited = page.getByRole("listitem").filter({ hasText: "Battery Cover 36" });
  await expect(unsuited).toContainText("this vehicle is petrol");
  await expect(page.getByRole("radio", { name: "Battery Cover 36" })).toHaveCount(0);

  // Arrows go from plan to plan, and each fills the terms in.
  const radio = (name: string) => page.getByRole("radio", { name, exact: true });
  await radio("Service plan 24").click();
  await page.keyboard.press("ArrowDown");
  await expect(radio("Service plan 36")).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(radio("Service plan 48")).toBeChecked();
  const { storeId } = (
    (await call("stores.list", {})) as { items: { storeId: string; name: string }[] }
  ).items.find(({ name }) => name === "Bristol") ?? { storeId: "" };
  const { offers, saleDate: today } = (await call("plans.offer", {
    vehicleId: vehicle.vehicleId,
    storeId,
  })) as PlanOffers;
  const offer = offers.find(({ plan }) => plan.name === "Service plan 48");
  const { terms, price } = offer ?? {};
  if (!terms || !price || terms.distance.kind !== "limited") throw new Error("It suits the vehicle no more.");
  const field = (label: string) => page.getByRole("textbox", { name: label, exact: true });
  await expect(field("Ends on")).toHaveValue(said(terms.endDate ?? ""));
  await expect(field("Ends at")).toHaveValue(terms.distance.endOdometer.value.toLocaleString("en-GB"));
  await expectNoAxeViolation(page, "main");

  // The start follows the day of the sale, and the end the start.
  await field("Sold on").fill("1.3.2026");
  await field("Sold on").press("Tab");
  await expect(field("Starts on")).toHaveValue("1 Mar 2026");
  await expect(field("Ends on")).toHaveValue("28 Feb 2030");
  await field("Sold on").fill(said(today));
  await field("Sold on").press("Tab");
  await expect(field("Ends on")).toHaveValue(said(terms.endDate ?? ""));

  // A price below what the plan allows is refused at its field.
  const lowest = (price.lowestGrossMinor ?? 0) / 100;
  const gross = field("Gross, VAT included");
  await gross.fill(String(lowest - 1));
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/Service plan 48 allows/).first()).toBeVisible();
  await gross.fill(String(lowest));
  await expect(
    page.getByRole("button", {
      name: new RegExp(`^Sell for £${lowest.toLocaleString("en-GB", { minimumFractionDigits: 2 })}`),
    }),
  ).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/contracts\/[0-9a-f-]{36}$/);

  // The contract names the plan, has its terms, and its agreement is a PDF.
  await expect(page.getByRole("link", { name: "Service plan 48 v2", exact: true })).toBeVisible();
  const contractId = page.url().split("/").at(-1) ?? "";
  const contract = (await call("contracts.get", { contractId })) as ContractRead;
  expect(contract).toMatchObject({
    status: "PENDING",
    plan: { code: "SERVICE-48", version: 2 },
    price: { grossMinor: price.lowestGrossMinor },
    endDate: terms.endDate,
    allowances: terms.allowances,
    refundRuleSet: terms.refundRuleSet,
  });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Agreement as PDF" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^agreement-.*\.pdf$/);
});

test("an administrator drafts a plan, releases it once it is whole, makes a new version of it and retires it", async ({
  page,
  as,
  call,
}) => {
  await as("administrator");
  await page.goto("/plans");
  await expect(page.getByRole("row").filter({ hasText: "DRIVE-SECURE-24" })).toContainText("Sold, v2");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/plans\/new$/);
  const field = (label: string) => page.getByRole("textbox", { name: label, exact: true });
  const choose = async (label: string, option: string) => {
    await page.getByRole("combobox", { name: label, exact: true }).click();
    await page.getByRole("option", { name: option, exact: true }).click();
  };
  const code = `KEY-${Date.now()}`;
  await field("Name").fill("Key Cover 12");
  await field("Code").fill(code);
  await page.keyboard.press("Control+Enter");
  // What is missing is said at its field.
  await expect(page.getByRole("alert").filter({ hasText: "to put right" })).toContainText("Type");
  // What is typed outlives the page.
  await expect(page.getByText(/Draft kept on this device/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Taken up again, kept on this device/)).toBeVisible();
  await expect(field("Name")).toHaveValue("Key Cover 12");
  await choose("Type", "Other contract");
  await choose("Provider", "Meridian Cover");
  await field("Term").fill("12");
  await field("Gross in GBP").fill("30");
  await field("Gross in EUR").fill("35");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(new RegExp(`/plans/${code}\\?version=1$`));
  await expectNoAxeViolation(page, "main");

  // It promises nothing yet, so it cannot be released.
  const confirm = page.getByRole("dialog");
  await page.getByRole("button", { name: "Release…" }).click();
  await confirm.getByRole("button", { name: "Release version 1" }).click();
  await expect(confirm).toContainText("The plan covers nothing.");
  await confirm.getByRole("button", { name: "Back" }).click();
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("button", { name: "Coverage line" }).click();
  await field("Code").last().fill("KEY");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Release…" }).click();
  await confirm.getByRole("button", { name: "Release version 1" }).click();
  await expect(page.getByText("Sold, v1")).toBeVisible();

  // A new version begins as the old one was, and takes its place once it is released.
  await page.getByRole("button", { name: "New version" }).click();
  await expect(page).toHaveURL(new RegExp(`/plans/${code}/edit$`));
  await field("Gross in GBP").fill("36");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Release…" }).click();
  await confirm.getByRole("button", { name: "Release version 2" }).click();
  await expect(page.getByText("Sold, v2")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Version 1" })).toContainText("No longer sold");

  await page.getByRole("button", { name: "Retire…" }).click();
  await confirm.getByRole("button", { name: "Retire it" }).click();
  await expect(page.getByText("No longer sold, v2")).toBeVisible();
  expect(await call("plans.get", { code })).toMatchObject({
    state: "RETIRED",
    versions: [
      { version: 2, state: "RETIRED" },
      { version: 1, state: "RETIRED" },
    ],
  });
});
