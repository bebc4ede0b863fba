import { aContract } from "./a-contract.ts";
import { aVehicle } from "./a-vehicle.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

const rows = "tbody tr";

test("part of a VIN and Enter open the only vehicle that has it", async ({ page, as, call }) => {
  await as("advisor");
  const { vin, vehicleId } = await aVehicle(call);
  await page.goto("/vehicles");
  await expect(page.locator(rows).first()).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type(vin.slice(-9).toLowerCase());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/vehicles/${vehicleId}$`));
});

test("a plate is found however it is typed, and the row says what it is, what is in force and what was last read", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const plate = `ZZ${Date.now() % 100_000} KLV`;
  const { vin, vehicleId } = await aVehicle(call, { licensePlate: plate, variant: "1.5 eTSI" });
  await call("vehicles.recordOdometer", {
    vehicleId,
    odometer: { value: 8_420, unit: "MI" },
    date: "2026-01-20",
    source: "workshop",
  });
  await aContract(call, { vehicleId });
  await page.goto(`/vehicles?q=${plate.replace(" ", "-").toLowerCase()}`);
  const row = page.locator(rows);
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("Volkswagen Golf 1.5 eTSI");
  await expect(row).toContainText(vin);
  await expect(row).toContainText("Goodwill");
  await expect(row).toContainText("8,420 mi");
  await expect(row).toContainText("on 20 Jan 2026");
  await expect(page.getByRole("status").filter({ hasText: "1–1 of 1" })).toBeVisible();
});

test("of several found, Enter goes to the first row, and what was typed is marked", async ({ page, as }) => {
  await as("advisor");
  await page.goto("/vehicles");
  await page.getByRole("searchbox").fill("golf");
  await page.keyboard.press("Enter");
  const links = page.locator(`${rows} [data-row-target]`);
  await expect(links.first()).toBeFocused();
  await expect(page.locator("mark").first()).toHaveText(/golf/i);
  await page.keyboard.press("ArrowDown");
  await expect(links.nth(1)).toBeFocused();
});

test("the header sorts by make and model, pages go on, and the address keeps both", async ({ page, as }) => {
  await as("advisor");
  await page.goto("/vehicles");
  await page.getByRole("button", { name: "Vehicle", exact: true }).click();
  await expect(page.locator('th[aria-sort="ascending"]')).toContainText("Vehicle");
  await expect(page).toHaveURL(/sort=name/);
  const pager = page.getByRole("status").filter({ hasText: "of" });
  await expect(pager).toHaveText(/^1–25 of [\d,]+$/);
  const first = await page.locator(rows).first().textContent();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(pager).toHaveText(/^26–50 of/);
  await page.reload();
  await expect(page.locator('th[aria-sort="ascending"]')).toContainText("Vehicle");
  await expect(pager).toHaveText(/^26–50 of/);
  await page.goBack();
  await expect(page.locator(rows).first()).toHaveText(first ?? "");
});

test("a place in pages that is gone leads to the first one", async ({ page, as }) => {
  await as("advisor");
  await page.goto("/vehicles?after=yesterday&sort=name");
  await expect(page).toHaveURL(/\/vehicles\?sort=name$/);
  await expect(page.locator(rows).first()).toBeVisible();
});

test("what nothing matches can be let go, or be the beginning of a new vehicle", async ({ page, as }) => {
  await as("advisor");
  await page.goto("/vehicles?q=QX99 QQQ");
  await expect(page.getByText("No vehicle matches QX99 QQQ")).toBeVisible();
  await expectNoAxeViolation(page);
  await page
    .getByRole("main")
    .getByRole("link", { name: /New vehicle/ })
    .last()
    .click();
  await expect(page.getByRole("textbox", { name: "Plate", exact: true })).toHaveValue("QX99 QQQ");
  await page.goBack();
  await page.getByRole("button", { name: /^Clear search, show/ }).click();
  await expect(page).toHaveURL(/\/vehicles$/);
  await expect(page.locator(rows).first()).toBeVisible();
});

test("a failure to read says so, and trying again shows the rows", async ({ page, as }) => {
  await as("advisor");
  await page.goto("/vehicles");
  await expect(page.locator(rows).first()).toBeVisible();
  await page.route("**/api/trpc/vehicles.list*", (route) => route.abort());
  await page.getByRole("searchbox").fill("astra");
  await expect(page.getByText("The vehicles could not be read")).toBeVisible();
  await page.unroute("**/api/trpc/vehicles.list*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(rows).first()).toBeVisible();
});

test("C begins a new vehicle; a viewer is offered neither the key nor the button", async ({ page, as }) => {
  await as("advisor");
  await page.goto("/vehicles");
  await expect(page.locator(rows).first()).toBeVisible();
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/vehicles\/new$/);
  await expect(page.getByRole("textbox", { name: "VIN" })).toBeFocused();
  await as("viewer");
  await page.goto("/vehicles");
  await expect(page.locator(rows).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /New vehicle/ })).toHaveCount(0);
  await page.keyboard.press("c");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).not.toContainText("New vehicle");
});

for (const size of [
  { width: 1440, height: 900 },
  { width: 820, height: 1180 },
])
  test(`the list is for everybody, at ${size.width}`, async ({ page, as }) => {
    await as("advisor");
    await page.setViewportSize(size);
    await page.goto("/vehicles?q=golf");
    await expect(page.locator(rows).first()).toBeVisible();
    await expectNoAxeViolation(page);
  });
