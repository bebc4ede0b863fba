import type { Page } from "@playwright/test";
import type { Vehicle } from "@vehicle-contracts/contract-model";
import type { Call } from "./a-contract.ts";
import { aVehicle, aVin } from "./a-vehicle.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

const field = (page: Page, label: string) => page.getByRole("textbox", { name: label, exact: true });
const vinField = (page: Page) => field(page, "VIN");
const byId = async (call: Call, vehicleId: string) =>
  // what the procedure answers has this type by its schema
  (await call("vehicles.get", { vehicleId })) as Vehicle;
const byVin = async (call: Call, vin: string) => (await call("vehicles.get", { vin })) as Vehicle;
const main = (page: Page) => page.getByRole("main");

test.describe("a new vehicle", () => {
  test("is entered with what its odometer says, and is there", async ({ page, as, call }) => {
    await as("advisor");
    const vin = aVin();
    await page.goto("/vehicles/new");
    await vinField(page).fill(vin.toLowerCase());
    await field(page, "Plate").fill("WX23 KLV");
    await field(page, "First registered").fill("9.3.2023");
    await field(page, "Make").fill("Volkswagen");
    await field(page, "Model").fill("Golf");
    await page.getByRole("combobox", { name: "Store" }).click();
    await page.getByRole("option", { name: "Bristol" }).click();
    await field(page, "Odometer").fill("8,420");
    await expectNoAxeViolation(page);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("Vehicle added")).toBeVisible();
    const vehicle = await byVin(call, vin);
    await expect(page).toHaveURL(new RegExp(`/vehicles/${vehicle.vehicleId}$`));
    expect(vehicle).toMatchObject({
      vinKind: "vin",
      licensePlate: "WX23 KLV",
      firstRegistrationDate: "2023-03-09",
      latestOdometer: { value: 8_420, unit: "MI", source: "workshop" },
    });
    await page.goto("/vehicles/new");
    await expect(vinField(page)).toHaveValue("");
  });

  test("has its number judged while one types", async ({ page, as }) => {
    await as("advisor");
    await page.goto("/vehicles/new");
    await page.getByRole("combobox", { name: "Store" }).click();
    await page.getByRole("option", { name: "Bristol" }).click();
    await vinField(page).fill("3VWRA81H");
    await expect(main(page)).toContainText("8 of 17 characters");
    await vinField(page).fill("3VWRA81H7WM116221");
    await expect(main(page)).toContainText("The check digit, character 9, is 7; X belongs there.");
    await expect(main(page).locator("mark")).toHaveText("7");
    await vinField(page).fill("3VWRA81HXWM116221");
    await expect(main(page)).toContainText("The check digit is right.");
    await vinField(page).fill("3VWRA81HXWMII622I");
    await page.getByRole("button", { name: "Take this one" }).click();
    await expect(vinField(page)).toHaveValue("3VWRA81HXWM116221");
  });

  test("whose VIN another has already leads to that one, before and after it is sent", async ({
    page,
    as,
    call,
  }) => {
    await as("advisor");
    const other = await aVehicle(call, { licensePlate: "KA-TE 77" });
    await page.goto("/vehicles/new");
    await vinField(page).fill(other.vin);
    await expect(main(page)).toContainText("A vehicle with this VIN is in the register already:");
    await page.keyboard.press("Control+Enter");
    await expect(vinField(page)).toBeFocused();
    await expect(page.getByText("There is a vehicle of this VIN already.").first()).toBeVisible();
    await expectNoAxeViolation(page);
    await page.getByRole("link", { name: "Open it" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
    await expect(page).toHaveURL(new RegExp(`/vehicles/${other.vehicleId}$`));
  });

  test("of before 1981 is taken by its chassis number", async ({ page, as, call }) => {
    await as("advisor");
    const number = `GHD5-29-${Date.now() % 1_000_000}`;
    await page.goto("/vehicles/new");
    await vinField(page).fill(number);
    await page.keyboard.press("Control+Enter");
    await expect(main(page)).toContainText("A VIN has 17 characters");
    await page.getByRole("checkbox", { name: "Chassis number from before 1981" }).check();
    await expect(main(page)).toContainText("Taken as a chassis number from before VINs");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("Vehicle added")).toBeVisible();
    expect(await byVin(call, number)).toMatchObject({ vinKind: "legacy" });
  });

  test("that cannot be entered like this says all that is to put right, and stays on the device", async ({
    page,
    as,
  }) => {
    await as("advisor");
    await page.goto("/vehicles/new");
    await field(page, "Model year").fill("23");
    await field(page, "Odometer").fill("8420");
    await field(page, "Read on").fill("");
    await page.keyboard.press("Control+Enter");
    await expect(vinField(page)).toBeFocused();
    await expect(page.getByText("3 fields to put right", { exact: true })).toBeVisible();
    await expect(page.getByText("Draft kept on this device")).toBeVisible();
    await page.getByRole("link", { name: "Contracts" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
    await expect(page).toHaveURL(/\/contracts$/);
    await page.goto("/vehicles/new");
    await expect(field(page, "Odometer")).toHaveValue("8,420");
    await page.getByRole("button", { name: "Discard" }).click();
    await expect(field(page, "Odometer")).toHaveValue("");
  });

  test("is made once, however often its lost answer is sent for again", async ({ page, as, call }) => {
    await as("advisor");
    const vin = aVin();
    await page.goto("/vehicles/new");
    await vinField(page).fill(vin);
    let isLost = false;
    await page.route("**/api/trpc/vehicles.create*", async (route) => {
      if (isLost) return route.continue();
      isLost = true;
      await route.fetch();
      return route.abort();
    });
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("No answer came")).toBeVisible();
    await page.keyboard.press("Control+Enter");
    const { vehicleId } = await byVin(call, vin);
    await expect(page).toHaveURL(new RegExp(`/vehicles/${vehicleId}$`));
  });

  test("made for a contract comes back to it, with all that was typed there", async ({ page, as, call }) => {
    await as("advisor");
    const vin = aVin();
    await page.goto("/contracts/new");
    await field(page, "Description").first().fill("Courier fleet");
    await page.getByRole("textbox", { name: "VIN or plate" }).fill("WX99 NEW");
    await page.getByRole("option", { name: "New vehicle “WX99 NEW”" }).click();
    await expect(field(page, "Plate")).toHaveValue("WX99 NEW");
    await vinField(page).fill(vin);
    await field(page, "Odometer").fill("120");
    await page.getByRole("button", { name: /^Add and go on with the contract/ }).click();
    await expect(page).toHaveURL(/\/contracts\/new$/);
    await expect(main(page)).toContainText(vin);
    await expect(main(page)).toContainText("WX99 NEW");
    await expect(field(page, "Description").first()).toHaveValue("Courier fleet");
    await expect(field(page, "Odometer at start")).toHaveValue("120");
    expect(await byVin(call, vin)).toMatchObject({ latestOdometer: { value: 120 } });
  });

  test("is entered by those who may", async ({ page, as }) => {
    await as("viewer");
    await page.goto("/vehicles/new");
    await expect(page.getByRole("heading", { name: "Vehicles are entered by others" })).toBeVisible();
  });
});

test.describe("a vehicle that is there", () => {
  test("is sent only what differs, and nothing where nothing does", async ({ page, as, call }) => {
    await as("advisor");
    const vehicle = await aVehicle(call, { licensePlate: "WX23 KLV" });
    await page.goto(`/vehicles/${vehicle.vehicleId}/edit`);
    await expect(vinField(page)).toHaveValue(vehicle.vin);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("Nothing has changed")).toBeVisible();
    await field(page, "Plate").fill("WX26 NEW");
    await field(page, "Variant").fill("GTI");
    await expect(page.getByText("was WX23 KLV")).toBeVisible();
    const sent = page.waitForRequest(/vehicles\.update/);
    await page.keyboard.press("Control+Enter");
    expect((await sent).postDataJSON()["0"] ?? (await sent).postDataJSON()).toMatchObject({
      version: 1,
      changes: { licensePlate: "WX26 NEW", variant: "GTI" },
    });
    await expect(page.getByText("Saved as version 2")).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/vehicles/${vehicle.vehicleId}$`));
    expect(await byId(call, vehicle.vehicleId)).toEqual({
      ...vehicle,
      version: 2,
      licensePlate: "WX26 NEW",
      variant: "GTI",
    });
  });

  test("that somebody else changed meanwhile is joined field by field; nothing typed is lost", async ({
    page,
    as,
    call,
  }) => {
    await as("advisor");
    const { vehicleId } = await aVehicle(call, { licensePlate: "WX23 KLV" });
    await page.goto(`/vehicles/${vehicleId}/edit`);
    await field(page, "Plate").fill("WX26 OWN");
    await field(page, "Variant").fill("GTI");
    await call("vehicles.update", {
      vehicleId,
      version: 1,
      changes: { licensePlate: "WX26 NEW", fuel: "diesel" },
    });
    await page.keyboard.press("Control+Enter");
    const dialog = page.getByRole("dialog", { name: "This vehicle changed while you were editing" });
    await expect(dialog).toContainText("Somebody saved version 2");
    await expect(dialog).toContainText("1 field to choose");
    await expect(dialog).toContainText("2 fields joined");
    await expectNoAxeViolation(page);
    await page.keyboard.press("Escape");
    await expect(field(page, "Plate")).toHaveValue("WX26 OWN");
    await page.keyboard.press("Control+Enter");
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Control+Enter");
    await expect(dialog).toContainText("One field is still to choose.");
    await page.keyboard.press("2");
    await page.keyboard.press("Control+Enter");
    await expect(page).toHaveURL(new RegExp(`/vehicles/${vehicleId}$`));
    expect(await byId(call, vehicleId)).toMatchObject({
      version: 3,
      licensePlate: "WX26 OWN",
      variant: "GTI",
      fuel: "diesel",
    });
  });

  test("keeps theirs where mine is discarded, after a question", async ({ page, as, call }) => {
    await as("advisor");
    const { vehicleId } = await aVehicle(call);
    await page.goto(`/vehicles/${vehicleId}/edit`);
    await field(page, "Plate").fill("WX26 OWN");
    await call("vehicles.update", { vehicleId, version: 1, changes: { licensePlate: "WX26 NEW" } });
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "Discard mine…" }).click();
    await page
      .getByRole("dialog", { name: "Discard what you changed?" })
      .getByRole("button", { name: "Discard mine" })
      .click();
    await expect(page).toHaveURL(new RegExp(`/vehicles/${vehicleId}$`));
    expect(await byId(call, vehicleId)).toMatchObject({ version: 2, licensePlate: "WX26 NEW" });
  });

  test("does not take the VIN of another", async ({ page, as, call }) => {
    await as("advisor");
    const other = await aVehicle(call);
    const { vehicleId } = await aVehicle(call);
    await page.goto(`/vehicles/${vehicleId}/edit`);
    await vinField(page).fill(other.vin);
    await expect(page.getByRole("link", { name: "Open it" })).toHaveAttribute(
      "href",
      `/vehicles/${other.vehicleId}`,
    );
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("There is a vehicle of this VIN already.").first()).toBeVisible();
    expect(await byId(call, vehicleId)).toMatchObject({ version: 1 });
  });

  test("that is not there is not found", async ({ page, as }) => {
    await as("advisor");
    const answer = await page.goto("/vehicles/0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071/edit");
    expect(answer?.status()).toBe(404);
  });
});

test("the form is docked on a tablet and is for everybody", async ({ page, as }) => {
  await as("advisor");
  await page.setViewportSize({ width: 820, height: 1180 });
  await page.goto("/vehicles/new");
  await field(page, "Make").fill("Volkswagen");
  await page.getByRole("button", { name: "Add vehicle" }).click();
  await expect(page.getByRole("button", { name: "One field to put right: VIN" })).toBeVisible();
  await expectNoAxeViolation(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByText("One field to put right").first()).toBeVisible();
  await expectNoAxeViolation(page);
});
