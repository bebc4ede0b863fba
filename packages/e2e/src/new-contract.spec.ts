import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Vehicle } from "@vehicle-contracts/contract-model";
import { awake } from "./awake.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

type Call = (procedure: string, input: object) => Promise<unknown>;

/** A vehicle of the demo group that has been read in this unit. The procedure's schema says that it answers this type. */
async function aVehicle(call: Call, unit: "MI" | "KM" = "MI"): Promise<Vehicle> {
  const { items } = (await call("vehicles.list", { limit: 100 })) as { items: Vehicle[] };
  const vehicle = items.find(
    (item) => item.latestOdometer?.unit === unit && item.latestOdometer.value > 1_000,
  );
  if (!vehicle) throw new Error(`The demo group has no vehicle that was read in ${unit}.`);
  return vehicle;
}

const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole("combobox", { name: label, exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
};
const field = (page: Page, label: string) => page.getByRole("textbox", { name: label, exact: true });

/** Types all that a sale needs but the holder. */
async function fill(page: Page, number: string): Promise<void> {
  await choose(page, "Type", "Goodwill");
  await choose(page, "Provider", "Larkmoor");
  await choose(page, "Store", "Bristol");
  await field(page, "Contract number").fill(number);
  await field(page, "Term").fill("48");
  await field(page, "Distance limit").fill("40,000");
  await field(page, "Gross, VAT included").fill("749");
  await field(page, "VAT rate").fill("20");
}

async function chooseHolder(page: Page): Promise<void> {
  await field(page, "Holder").fill("helen");
  await page.getByRole("option", { name: /Helen/ }).first().click();
}

test("end, odometer and tax follow what is typed, and Ctrl Enter sells for the price that the button says", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const vehicle = await aVehicle(call);
  const number = `T-${randomUUID().slice(0, 8)}`;
  await page.goto(`/contracts/new?vehicleId=${vehicle.vehicleId}`);
  await expect(page.getByText(vehicle.vin.slice(-6))).toBeVisible();
  await fill(page, number);
  await field(page, "Starts on").fill("1.3.2027");
  await field(page, "Odometer at start").fill("10,000");
  await expect(field(page, "Ends on")).toHaveValue("28 Feb 2031");
  await expect(field(page, "Ends at")).toHaveValue("50,000");
  await expect(field(page, "Net")).toHaveValue("£624.17");
  await chooseHolder(page);
  await expect(page.getByRole("button", { name: /^Sell for £749\.00/ })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/contracts\/[0-9a-f-]{36}$/);
  await expect(page.getByText(number).first()).toBeVisible();
  await expect(page.getByText("28 Feb 2031").first()).toBeVisible();
});

test("from a vehicle by keys alone: the form begins in Type, what is typed finds the option, Ctrl Enter sells from a list", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const vehicle = await aVehicle(call);
  await page.goto(`/vehicles/${vehicle.vehicleId}`);
  await expect(page.getByRole("link", { name: /New contract/ })).toBeVisible();
  await page.keyboard.press("c");
  const box = (label: string) => page.getByRole("combobox", { name: label, exact: true });
  await expect(box("Type")).toBeFocused();
  await expect(page.getByRole("option")).toHaveCount(0);
  await page.keyboard.press("Tab");
  await page.keyboard.type("lark");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(box("Provider")).toHaveValue("Larkmoor");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("halden");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(box("Provider")).toHaveValue(/^Halden/);
  await expect(box("Store")).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("option")).toHaveCount(0);
  // all is looked at, and the first fault has the focus
  await expect(page.getByRole("alert").filter({ hasText: "fields to put right" })).toBeVisible();
  await expect(box("Type")).toBeFocused();
});

test("the holder is found by typing and taken by Enter", async ({ page, as, call }) => {
  await as("advisor");
  const vehicle = await aVehicle(call);
  await page.goto(`/contracts/new?vehicleId=${vehicle.vehicleId}`);
  await field(page, "Holder").fill("helen");
  await expect(page.getByRole("option", { name: /Helen/ }).first()).toHaveAttribute(
    "data-combobox-selected",
    "true",
  );
  await page.keyboard.press("Enter");
  await expect(field(page, "Holder")).toHaveValue(/Helen/);
});

test("what is missing is said on its field and beside the button, and the first one is focused", async ({
  page,
  as,
}) => {
  await as("advisor");
  await page.goto("/contracts/new");
  await page.getByRole("button", { name: /^Sell/ }).click();
  await expect(page.getByRole("textbox", { name: "VIN or plate" })).toBeFocused();
  const summary = page.getByRole("alert").filter({ hasText: "fields to put right" });
  await expect(summary).toContainText("Nobody carries the risk. Choose the provider.");
  await summary.getByRole("button", { name: "Provider" }).click();
  await expect(page.getByRole("combobox", { name: "Provider" })).toBeFocused();
  await choose(page, "Provider", "Larkmoor");
  await expect(summary).not.toContainText("Provider");
  await expectNoAxeViolation(page);
});

test("distances stay as far as they are when another store is chosen, in its unit", async ({
  page,
  as,
  call,
}) => {
  await as("administrator");
  const vehicle = await aVehicle(call, "KM");
  const reading = vehicle.latestOdometer?.value ?? 0;
  const inMiles = Math.round(reading / 1.609344);
  const shown = (value: number) => value.toLocaleString("en-GB");
  await page.goto(`/contracts/new?vehicleId=${vehicle.vehicleId}`);
  const start = field(page, "Odometer at start");
  await expect(start).toHaveValue(shown(reading));
  await choose(page, "Store", "Bristol");
  await expect(start).toHaveValue(shown(inMiles));
  await field(page, "Distance limit").fill("10,000");
  await choose(page, "Store", "Köln");
  await expect(start).toHaveValue(shown(reading));
  await expect(field(page, "Distance limit")).toHaveValue("16,093");
  await expect(field(page, "Ends at")).toHaveValue(shown(reading + 16_093));
});

test("an amount that another store makes one of its currency says so until it is touched", async ({
  page,
  as,
}) => {
  await as("administrator");
  await page.goto("/contracts/new");
  await choose(page, "Store", "Bristol");
  await field(page, "Gross, VAT included").fill("£1,234");
  await choose(page, "Store", "Köln");
  const notice = page.getByText("1,234.00 is now in EUR, Köln’s currency.");
  await expect(notice).toBeVisible();
  await field(page, "Gross, VAT included").fill("1,400");
  await expect(notice).toHaveCount(0);
});

test("a draft is priced as its store does, and its distances stay as agreed, and both are said", async ({
  page,
  as,
  call,
}) => {
  await as("administrator");
  const vehicle = await aVehicle(call);
  await page.goto(`/contracts/new?vehicleId=${vehicle.vehicleId}`);
  await fill(page, `T-${randomUUID().slice(0, 8)}`);
  await page.getByRole("button", { name: /draft/i }).click();
  await expect(page).toHaveURL(/\/contracts\/[0-9a-f-]{36}$/);
  await page.goto(`${page.url()}/edit`);
  await choose(page, "Store", "Köln");
  await expect(page.getByText("749.00 is now in EUR, Köln’s currency.")).toBeVisible();
  await expect(page.getByText("These distances are in mi; Köln has km.")).toBeVisible();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("€749.00").first()).toBeVisible();
});

test("two tabs keep what is typed in each, over a reload, and the next day takes it up", async ({
  page,
  as,
  context,
}) => {
  await as("advisor");
  const other = awake(await context.newPage());
  for (const [tab, number] of [
    [page, "ONE"],
    [other, "TWO"],
  ] as const) {
    await tab.goto("/contracts/new");
    await field(tab, "Contract number").fill(number);
    await expect(tab.getByText(/^Draft kept on this device/)).toBeVisible();
  }
  await page.reload();
  await expect(field(page, "Contract number")).toHaveValue("ONE");
  await other.reload();
  await expect(field(other, "Contract number")).toHaveValue("TWO");
  await other.close();
  const later = awake(await context.newPage());
  await later.goto("/contracts/new");
  await expect(field(later, "Contract number")).toHaveValue("TWO");
});

test("what cannot be read is said with what would be right", async ({ page, as }) => {
  await as("advisor");
  await page.goto("/contracts/new");
  await field(page, "Distance limit").fill("40,00");
  await field(page, "VAT rate").fill("20%");
  await field(page, "Starts on").fill("+9999y");
  await expect(page.getByText(/“40,00” is not a whole number in .* Enter 40 or 4,000\./)).toBeVisible();
  await field(page, "Term").fill("1,201");
  await page.getByRole("button", { name: /^Sell/ }).click();
  await expect(field(page, "VAT rate")).toHaveValue("20");
  await expect(page.getByText("1,201 is more than 1,200, the most there can be.").first()).toBeVisible();
  await expect(page.getByText(/“\+9999y” is not a date from 1 Jan 1900/).first()).toBeVisible();
});

test("a number that the provider has used already is refused on its field, and what was typed stays", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const vehicle = await aVehicle(call);
  const number = `T-${randomUUID().slice(0, 8)}`;
  for (const round of ["first", "second"]) {
    await page.goto(`/contracts/new?vehicleId=${vehicle.vehicleId}`);
    await fill(page, number);
    await chooseHolder(page);
    await page.getByRole("button", { name: /^Sell/ }).click();
    if (round === "first") await expect(page).toHaveURL(/\/contracts\/[0-9a-f-]{36}$/);
  }
  await expect(field(page, "Contract number")).toBeFocused();
  await expect(page.getByText(`has a contract of the number ${number} already`).first()).toBeVisible();
  await expect(field(page, "Term")).toHaveValue("48");
});

test("what was typed is kept on the device until it is saved or discarded", async ({ page, as, call }) => {
  await as("advisor");
  const vehicle = await aVehicle(call);
  const address = `/contracts/new?vehicleId=${vehicle.vehicleId}`;
  await page.goto(address);
  await field(page, "Notes").fill("Called on Monday");
  await expect(page.getByText(/^Draft kept on this device, \d\d:\d\d/)).toBeVisible();
  page.once("dialog", (dialog) => void dialog.accept());
  await page.goto(address);
  await expect(field(page, "Notes")).toHaveValue("Called on Monday");
  await page.getByRole("link", { name: "Contracts" }).first().click();
  await expect(page.getByRole("dialog", { name: "Leave without saving?" })).toBeVisible();
  await page.getByRole("button", { name: "Stay here" }).click();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(field(page, "Notes")).toHaveValue("");
});

test("a lost answer and a retry make one contract", async ({ page, as, call }) => {
  await as("advisor");
  const vehicle = await aVehicle(call);
  const number = `T-${randomUUID().slice(0, 8)}`;
  await page.goto(`/contracts/new?vehicleId=${vehicle.vehicleId}`);
  await fill(page, number);
  await chooseHolder(page);
  const keys: unknown[] = [];
  await page.route(/contracts\.create/, async (route) => {
    keys.push(Object.values(route.request().postDataJSON())[0]);
    await route.fetch();
    await (keys.length === 1 ? route.abort() : route.continue());
  });
  await page.getByRole("button", { name: /^Sell/ }).click();
  await expect(page.getByText("No answer came")).toBeVisible();
  await page.getByRole("button", { name: /^Sell/ }).click();
  await expect(page).toHaveURL(/\/contracts\/[0-9a-f-]{36}$/);
  expect(keys[1]).toEqual(keys[0]);
  expect(await call("contracts.count", { search: number })).toEqual({ count: 1, capped: false });
});

test("a customer who is not there yet is made without leaving the contract", async ({ page, as, call }) => {
  await as("advisor");
  const vehicle = await aVehicle(call);
  const family = `Quill${randomUUID().slice(0, 6).replace(/\d/g, "x")}`;
  await page.goto(`/contracts/new?vehicleId=${vehicle.vehicleId}`);
  await field(page, "Holder").fill(`Zebedee ${family}`);
  await page.getByRole("option", { name: /New customer/ }).click();
  const dialog = page.getByRole("dialog", { name: "New customer" });
  await expect(dialog.getByRole("textbox", { name: "Family name" })).toHaveValue(family);
  await expectNoAxeViolation(page);
  await dialog.getByRole("button", { name: "Add customer" }).click();
  await expect(dialog).toBeHidden();
  await expect(field(page, "Holder")).toHaveValue(`Zebedee ${family}`);
  await expect(field(page, "Holder")).toBeFocused();
});

test.describe("on a tablet", () => {
  test.use({ viewport: { width: 820, height: 1180 } });

  test("the review is docked below, with the first fault", async ({ page, as }) => {
    await as("advisor");
    await page.goto("/contracts/new");
    await page.getByRole("button", { name: /^Sell/ }).click();
    await page.getByRole("button", { name: /fields to put right: vehicle/ }).click();
    await expect(page.getByRole("textbox", { name: "VIN or plate" })).toBeFocused();
    await expectNoAxeViolation(page);
  });
});
