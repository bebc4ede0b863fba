import type { Page } from "@playwright/test";
import type { ContractInput, Readings, Session, Vehicle } from "@vehicle-contracts/contract-model";
import { aContract, type Call } from "./a-contract.ts";
import { aVehicle } from "./a-vehicle.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

const miles = (value: number) => ({ value, unit: "MI" as const });

/** The day of the store that the page counts from: none is chosen, so the first granted. */
async function todayOf(call: Call): Promise<string> {
  const { stores } = (await call("session.me", {})) as Session;
  return stores[0]?.today ?? "";
}

const yearsOn = (date: string, years: number) => `${Number(date.slice(0, 4)) + years}-01-15`;

async function readAt(call: Call, vehicle: Vehicle, value: number, date: string): Promise<void> {
  await call("vehicles.recordOdometer", {
    vehicleId: vehicle.vehicleId,
    odometer: miles(value),
    date,
    source: "workshop",
  });
}

const to = (start: number, limit: number): ContractInput["distance"] => ({
  kind: "limited",
  limit: miles(limit),
  startOdometer: miles(start),
});

/** A vehicle at 20,000 mi of two months ago, and a contract on it of 30,000 mi from 10,000, sold a year ago. */
async function aSoldVehicle(call: Call, given: Partial<ContractInput> = {}): Promise<Vehicle> {
  const vehicle = await aVehicle(call);
  const today = await todayOf(call);
  await readAt(call, vehicle, 20_000, monthsBack(today, 2));
  await aContract(call, {
    vehicleId: vehicle.vehicleId,
    type: "SERVICE_PLAN",
    startDate: yearsOn(today, -1),
    termMonths: 48,
    distance: to(10_000, 30_000),
    ...given,
  });
  return vehicle;
}

/** The first of the month so many months before. */
function monthsBack(date: string, months: number): string {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

const open = (page: Page, { vehicleId }: Vehicle) => page.goto(`/vehicles/${vehicleId}`);
const verdict = (page: Page) => page.getByRole("region", { name: /in force today$/ });
const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Record a reading" });
const odometer = (page: Page) => dialog(page).getByRole("textbox", { name: "Odometer" });
const record = (page: Page) => dialog(page).getByRole("button", { name: "Record reading" }).click();
const readings = async (call: Call, { vehicleId }: Vehicle) =>
  ((await call("vehicles.readings", { vehicleId })) as Readings).odometer;

test("the page says first what is in force today and what is left, in words where nobody can count", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const vehicle = await aSoldVehicle(call);
  const on = { vehicleId: vehicle.vehicleId };
  await aContract(call, { ...on, type: "ROADSIDE_ASSISTANCE", distance: { kind: "unlimited" } });
  await aContract(call, { ...on, type: "BODYWORK_CORROSION", distance: { kind: "unknown" } });
  await open(page, vehicle);
  await expect(page.getByRole("heading", { name: "3 contracts in force today" })).toBeVisible();
  await expect(verdict(page)).toContainText(/at 20,000.mi/);
  const cell = (name: string) => verdict(page).getByRole("listitem").filter({ hasText: name });
  await expect(cell("Service plan")).toContainText(/40,000.mi, 20,000.mi left/);
  await expect(cell("Roadside assistance")).toContainText("No distance limit");
  await expect(cell("Bodywork and corrosion")).toContainText("Distance limit unknown");
});

test("contracts stand in groups, each with its state, its time and what is used; its number leads to it", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const vehicle = await aSoldVehicle(call);
  const today = await todayOf(call);
  const on = { vehicleId: vehicle.vehicleId };
  const later = await aContract(call, {
    ...on,
    type: "TYRE_AND_WHEEL",
    status: "PENDING",
    startDate: yearsOn(today, 1),
  });
  await aContract(call, { ...on, type: "BATTERY", status: "DRAFT" });
  await aContract(call, { ...on, type: "GAP_INSURANCE", startDate: yearsOn(today, -4), termMonths: 12 });
  await open(page, vehicle);
  const table = page.getByRole("table", { name: "Contracts" });
  for (const group of ["In force today 1", "Starts later 1", "Not sold yet 1", "No longer in force 1"])
    await expect(table.getByRole("rowheader", { name: group })).toBeVisible();
  await expect(row(page, "Service plan")).toContainText(/10,000\s*of 30,000.mi/);
  await expect(row(page, "Tyre and wheel")).toContainText("Pending");
  await expect(row(page, "Tyre and wheel")).toContainText(/starts 15 Jan/);
  await expect(row(page, "Battery")).toContainText("Draft");
  await expect(row(page, "GAP insurance")).toContainText("Expired");
  await page.getByRole("link", { name: "Tyre and wheel" }).click();
  await expect(page).toHaveURL(new RegExp(`/contracts/${later.contractId}$`));
});

test("a vehicle without a contract says so, and the first is sold from there", async ({ page, as, call }) => {
  await as("advisor");
  const vehicle = await aVehicle(call);
  await open(page, vehicle);
  await expect(page.getByRole("heading", { name: "No contract in force today" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "No contract yet" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "No odometer reading yet" })).toBeVisible();
  await page.getByRole("link", { name: "Sell the first" }).click();
  await expect(page).toHaveURL(new RegExp(`/contracts/new\\?vehicleId=${vehicle.vehicleId}$`));
  await expect(page.getByText(vehicle.vin.slice(-6))).toBeVisible();
});

test("O records a reading: it shows at once, before the server has answered, and moves what is used and left", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const vehicle = await aSoldVehicle(call);
  await open(page, vehicle);
  await expect(row(page, "Service plan")).toContainText("10,000");
  const answers: (() => void)[] = [];
  await page.route("**/api/trpc/vehicles.recordOdometer**", async (route) => {
    await new Promise<void>((resolve) => answers.push(resolve));
    await route.continue();
  });
  await page.keyboard.press("o");
  await expect(odometer(page)).toBeFocused();
  await page.keyboard.type("25000");
  await expect(dialog(page)).toContainText(/5,000.mi more/);
  await page.keyboard.press("Control+Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(row(page, "Service plan")).toContainText(/15,000\s*of 30,000.mi/);
  await expect(verdict(page)).toContainText(/15,000.mi left/);
  await expect.poll(() => answers.length).toBe(1);
  expect(await readings(call, vehicle)).toHaveLength(1);
  for (const answer of answers) answer();
  await expect(page.getByRole("status").filter({ hasText: "Reading recorded" })).toBeVisible();
  expect((await readings(call, vehicle)).at(-1)).toMatchObject({ ...miles(25_000), source: "workshop" });
});

test("a reading that uses up a limit ends the contract on the page at once", async ({ page, as, call }) => {
  await as("advisor");
  const vehicle = await aSoldVehicle(call);
  await open(page, vehicle);
  await page.getByRole("button", { name: "Record reading" }).click();
  await odometer(page).fill("40,001");
  await record(page);
  await expect(page.getByRole("heading", { name: "No contract in force today" })).toBeVisible();
  await expect(row(page, "Service plan")).toContainText("Expired");
});

test("a reading below the last is refused with the fact while it is typed; ticked as a correction it puts the last right", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const vehicle = await aSoldVehicle(call);
  await open(page, vehicle);
  await page.keyboard.press("o");
  await odometer(page).pressSequentially("19500");
  await expect(dialog(page)).toContainText(/19,500 mi is below the last reading, 20,000 mi on/);
  await record(page);
  await expect(odometer(page)).toBeFocused();
  expect(await readings(call, vehicle)).toHaveLength(1);
  await dialog(page).getByRole("checkbox", { name: "It corrects an earlier reading" }).check();
  await expect(dialog(page)).not.toContainText("is below the last reading");
  await expect(dialog(page)).toContainText(/Puts right 20,000.mi on/);
  await record(page);
  await expect(row(page, "Service plan")).toContainText(/9,500\s*of 30,000.mi/);
  await page.getByRole("button", { name: "All readings" }).click();
  const table = page.getByRole("dialog").getByRole("table", { name: "Odometer" });
  await expect(table.getByRole("row").nth(1)).toContainText("Correction");
  await expect(table.getByRole("row").nth(2)).toContainText("Put right by a correction");
});

test("of many readings only those in sight are drawn, and scrolling reaches the first one", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const vehicle = await aVehicle(call);
  for (let month = 1; month <= 90; month++)
    await readAt(
      call,
      vehicle,
      month * 500,
      `${2018 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`,
    );
  await open(page, vehicle);
  await page.getByRole("button", { name: "All readings" }).click();
  const table = page.getByRole("dialog").getByRole("table", { name: "Odometer" });
  await expect(table).toHaveAttribute("aria-rowcount", "91");
  await expect(table.getByRole("row").nth(1)).toContainText("45,000");
  expect(await table.getByRole("row").count()).toBeLessThan(60);
  await table.hover();
  await page.mouse.wheel(0, 20_000);
  await expect(table.getByRole("row").last()).toContainText(/^1 Feb 2018500.mi/);
});

test("a figure far above the usual is warned of, and taken all the same", async ({ page, as, call }) => {
  await as("advisor");
  const vehicle = await aSoldVehicle(call, { distance: { kind: "unlimited" } });
  await open(page, vehicle);
  await page.keyboard.press("o");
  await odometer(page).fill("210000");
  await expect(dialog(page)).toContainText("Unusually high");
  await record(page);
  await expect(page.getByRole("definition").filter({ hasText: "210,000" })).toBeVisible();
});

test("what was recorded meanwhile is told by the server: all is taken back, and what was typed stays", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const vehicle = await aSoldVehicle(call);
  const today = await todayOf(call);
  await open(page, vehicle);
  await page.keyboard.press("o");
  await odometer(page).fill("21,000");
  await readAt(call, vehicle, 22_000, today);
  await record(page);
  await expect(dialog(page)).toContainText(/21,000 mi is below the last reading, 22,000 mi on/);
  await expect(odometer(page)).toHaveValue("21,000");
  await dialog(page).getByRole("button", { name: "Back" }).click();
  await expect(row(page, "Service plan")).toContainText(/12,000\s*of 30,000.mi/);
});

test("engine hours are asked for and shown where they matter", async ({ page, as, call }) => {
  await as("advisor");
  const vehicle = await aSoldVehicle(call, {
    engineHours: { kind: "limited", limit: 2_000, startHours: 100 },
  });
  await open(page, vehicle);
  await expect(verdict(page)).toContainText("No engine hours read yet");
  // the server has sent it: keys are heard a moment later
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("o");
  await dialog(page).getByRole("textbox", { name: "Engine hours" }).fill("600");
  await record(page);
  await expect(row(page, "Service plan")).toContainText(/500\s*of 2,000.h/);
  await expect(verdict(page)).toContainText(/2,100.h, 1,500.h left/);
  expect(await readings(call, vehicle)).toHaveLength(1);
});

test("a contract in km on a vehicle read in miles is counted in miles, and says what was agreed", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const km = (value: number) => ({ value, unit: "KM" as const });
  const vehicle = await aSoldVehicle(call, {
    distance: { kind: "limited", limit: km(60_000), startOdometer: km(12_000) },
  });
  await open(page, vehicle);
  await expect(row(page, "Service plan")).toContainText(/12,544\s*of 37,282.mi/);
  await expect(row(page, "Service plan")).toContainText(/agreed 60,000.km/);
  await expect(verdict(page)).toContainText(/44,738.mi, 24,738.mi left/);
});

test("who holds the contracts is named, with how they may be reached", async ({ page, as, call }) => {
  await as("advisor");
  const vehicle = await aSoldVehicle(call);
  await open(page, vehicle);
  const heading = page.getByRole("heading", { name: "People" });
  const people = page.locator("section").filter({ has: heading });
  await expect(people).toContainText(/Holder since 15 Jan/);
  await expect(people).toContainText("May be contacted by");
  await people.getByRole("link", { name: "Open customer" }).click();
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}$/);
});

test("C sells for this vehicle, E changes it", async ({ page, as, call }) => {
  await as("advisor");
  const vehicle = await aVehicle(call);
  await open(page, vehicle);
  await expect(page.getByRole("link", { name: "New contract" })).toBeVisible();
  await page.keyboard.press("c");
  await expect(page).toHaveURL(new RegExp(`/contracts/new\\?vehicleId=${vehicle.vehicleId}$`));
  await page.goBack();
  await page.getByRole("link", { name: "Edit", exact: true }).waitFor();
  await page.keyboard.press("e");
  await expect(page).toHaveURL(new RegExp(`/vehicles/${vehicle.vehicleId}/edit$`));
});

test("a viewer reads all of it, is offered nothing and told who could", async ({ page, as, call }) => {
  await as("advisor");
  const vehicle = await aSoldVehicle(call);
  await page.context().clearCookies();
  await as("viewer");
  await open(page, vehicle);
  await expect(page.getByText("You may read only. An administrator can change that.")).toBeVisible();
  await expect(verdict(page)).toContainText(/20,000.mi left/);
  await expect(page.getByRole("button", { name: "Record reading" })).toHaveCount(0);
  await page.keyboard.press("o");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).not.toContainText("Record a reading");
});

test("an id that is not in this register is not found", async ({ page, as }) => {
  await as("advisor");
  const answer = await page.goto("/vehicles/0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071");
  expect(answer?.status()).toBe(404);
});

for (const width of [1440, 820])
  test(`no axe violation: a vehicle, a refused reading and all readings; ${width} px`, async ({
    page,
    as,
    call,
  }) => {
    await page.setViewportSize({ width, height: 1000 });
    await as("advisor");
    // a vehicle of the demo group with a contract of nearly every state
    const { vehicleId } = (await call("vehicles.get", { vin: "WVWZZZCDZPW041873" })) as Vehicle;
    await page.goto(`/vehicles/${vehicleId}`);
    await expect(verdict(page)).toBeVisible();
    await expectNoAxeViolation(page);
    await page.getByRole("button", { name: "All readings" }).click();
    await expect(page.getByRole("dialog", { name: "All readings" })).toBeVisible();
    await expectNoAxeViolation(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.getByRole("button", { name: "Record reading" }).click();
    await odometer(page).pressSequentially("10000");
    await expect(dialog(page)).toContainText("is below the last reading");
    await expectNoAxeViolation(page);
  });
