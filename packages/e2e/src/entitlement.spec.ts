import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type {
  ContractInput,
  ContractRead,
  EnterpriseSettings,
  Session,
  UsagePage,
} from "@vehicle-contracts/contract-model";
import { aContract, type Call } from "./a-contract.ts";
import { aVehicle } from "./a-vehicle.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

const miles = (value: number) => ({ value, unit: "MI" as const });
/** The store that asks where none is chosen: the first granted. */
const firstStore = async (call: Call) => {
  const [store] = ((await call("session.me", {})) as Session).stores;
  if (!store) throw new Error("Nobody granted the user a store.");
  return store;
};
const covered = (code: string, description: string, facts: object = {}) => ({
  code,
  description,
  treatment: "COVERED" as const,
  partsPercent: 100,
  labourPercent: 80,
  ...facts,
});

/** A vehicle at 20,000 mi with a service plan, an extended warranty and a warranty whose limit nobody knows. */
async function aCoveredVehicle(call: Call) {
  const vehicle = await aVehicle(call);
  const { today, currency } = await firstStore(call);
  const { vehicleId } = vehicle;
  await call("vehicles.recordOdometer", {
    vehicleId,
    odometer: miles(20_000),
    date: today,
    source: "workshop",
  });
  const money = (amountMinor: number) => ({ amountMinor, currency });
  const distance: ContractInput["distance"] = {
    kind: "limited",
    limit: miles(30_000),
    startOdometer: miles(15_000),
  };
  const plan = await aContract(call, {
    vehicleId,
    type: "SERVICE_PLAN",
    distance,
    allowances: [{ code: "SVC-A", description: "Major service", quantity: 2 }],
  });
  const warranty = await aContract(call, {
    vehicleId,
    type: "EXTENDED_WARRANTY",
    distance,
    coverage: [
      covered("PUMP", "Water pump", { maximumAmount: money(300_000) }),
      { code: "PADS", description: "Front brake pads", treatment: "EXCLUDED" },
    ],
    deductible: { kind: "PER_VISIT", amount: money(5_000), waivedAtSellingStore: false },
  });
  await aContract(call, {
    vehicleId,
    type: "BODYWORK_CORROSION",
    distance: { kind: "unknown" },
    coverage: [covered("PAINT", "Paint blister")],
  });
  return { vehicleId, plan, warranty };
}

const panel = (page: Page) =>
  page.locator("section", { has: page.getByRole("heading", { name: "Check a job" }) });
const entry = (page: Page) => page.getByLabel("Add a line");
const line = (page: Page, name: string) => panel(page).getByRole("listitem").filter({ hasText: name });

test("a job is checked while it is typed: what each line costs the customer, why, and why no other contract pays", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const { vehicleId, warranty } = await aCoveredVehicle(call);
  await page.goto(`/vehicles/${vehicleId}`);
  await expect(page.getByRole("row", { name: /Service plan/ })).toContainText("2 of 2 services left");
  await expect(entry(page)).toBeVisible();
  // the answer comes before Enter; what was typed while the page was still being put together is typed once more
  await expect(async () => {
    await page.keyboard.press("Escape");
    await entry(page).blur();
    await page.keyboard.press("j");
    await expect(entry(page)).toBeFocused({ timeout: 2_000 });
    await entry(page).fill("");
    await page.keyboard.type("major 389");
    await expect(line(page, "Major service")).toContainText("Covered", { timeout: 5_000 });
  }).toPass();
  await expect(line(page, "Major service")).toContainText(
    "Service plan includes it; 1 of 2 left after this.",
  );
  await page.keyboard.press("Enter");
  await page.keyboard.type("water pump 182.40 parts 230.20 labour");
  await page.keyboard.press("Enter");
  await page.keyboard.type("pads 168");
  await page.keyboard.press("Enter");
  await page.keyboard.type("paint 240");
  await page.keyboard.press("Enter");

  await expect(line(page, "Water pump, parts")).toContainText("Partly covered");
  await expect(line(page, "Water pump, parts")).toContainText(/The customer pays the excess of .50\.00\./);
  await expect(line(page, "Water pump, labour")).toContainText(/Customer pays .46\.04/);
  await expect(line(page, "Front brake pads")).toContainText("Not covered");
  await expect(line(page, "Front brake pads")).toContainText("Extended warranty leaves this out.");
  await expect(line(page, "Paint blister")).toContainText("Undetermined");
  await expect(line(page, "Paint blister")).toContainText("Customer pays open");

  // what is not decided counts as covered nowhere
  const sum = (name: string) => panel(page).locator("dl > div").filter({ hasText: name });
  await expect(sum("Not decided")).toContainText("240.00");
  await expect(sum("Customer pays")).toContainText("264.04");
  await expect(sum("Contracts pay")).toContainText("705.56");
  await expect(sum("Service plan")).toContainText("does not list this");
  await expectNoAxeViolation(page);

  // a mileage that contradicts the readings is said, and beyond the end nothing is promised
  const odometer = panel(page).getByRole("textbox", { name: "Odometer" });
  await odometer.fill("19000");
  await odometer.blur();
  await expect(panel(page)).toContainText("19,000 mi is below the last reading, 20,000 mi");
  await expect(line(page, "Water pump, parts")).toContainText("Undetermined");
  await odometer.fill("45001");
  await odometer.blur();
  await expect(line(page, "Water pump, parts")).toContainText(/Extended warranty ended at 45,000.mi\./);

  // on paper
  await page.evaluate('window.print = () => document.body.setAttribute("data-was-printed", "")');
  await panel(page).getByRole("button", { name: "Print for customer" }).click();
  await expect(page.locator("body[data-was-printed]")).toHaveCount(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "What your contracts pay" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Contracts", exact: true })).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  // a figure beyond the register's is said under its field, and not asked with
  await odometer.fill("99999999");
  await expect(panel(page)).toContainText("99,999,999 is more than 9,999,999");
  await expect(panel(page)).not.toContainText("could not be checked");

  // the page may be loaded again meanwhile
  await page.reload();
  await expect(line(page, "Paint blister")).toContainText("Undetermined");

  // once it is done, it is entered as it was checked
  await odometer.fill("20100");
  await odometer.blur();
  await panel(page).getByRole("button", { name: "Record usage…" }).click();
  const dialog = page.getByRole("dialog", { name: "Record usage" });
  await expect(dialog).toContainText("Done on");
  await expect(dialog).toContainText("20,100 mi");
  await dialog.getByRole("textbox", { name: "Repair order" }).fill("RO 48213");
  await expect(dialog.getByRole("checkbox", { name: "Major service: 1 unit" })).toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: /^Water pump: .316\.56$/ })).toBeChecked();
  await expectNoAxeViolation(page, "[role=dialog]");
  await dialog.getByRole("button", { name: "Record 2 entries" }).click();
  await expect(dialog).toBeHidden();
  await expect(line(page, "Major service")).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Service plan/ })).toContainText("1 of 2 services left");
  const { items } = (await call("usage.list", { contractId: warranty.contractId })) as UsagePage;
  expect(items).toMatchObject([
    {
      code: "PUMP",
      amount: { amountMinor: 31_656 },
      odometer: { value: 20_100, unit: "MI" },
      repairOrder: "RO 48213",
      job: "Water pump",
    },
  ]);
});

test("usage is recorded, counted and taken back, and nothing beyond what is left", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const { plan, vehicleId } = await aCoveredVehicle(call);
  await page.goto(`/contracts/${plan.contractId}`);
  const card = page.locator("section", { has: page.getByRole("heading", { name: "Allowances and usage" }) });
  await expect(card).toContainText("Nothing has been used yet.");
  const dialog = page.getByRole("dialog", { name: "Record usage" });
  const record = async (quantity: string) => {
    await card.getByRole("button", { name: "Record usage" }).click();
    await dialog.getByRole("combobox", { name: "What was provided or paid" }).click();
    await page.getByRole("option", { name: /Major service/ }).click();
    await dialog.getByRole("textbox", { name: "How many" }).fill(quantity);
    await dialog.getByRole("textbox", { name: "Repair order" }).fill("RO 48213");
    await dialog.getByRole("button", { name: "Record usage" }).click();
    await expect(dialog).toContainText("Name the job");
    await dialog.getByRole("textbox", { name: "Job", exact: true }).fill("1");
  };
  await record("1");
  await expectNoAxeViolation(page, "[role=dialog]");
  await dialog.getByRole("button", { name: "Record usage" }).click();
  await expect(dialog).toBeHidden();
  await expect(card.getByRole("row", { name: /Major service/ })).toContainText("RO 48213");
  await expect(card.getByRole("list", { name: "What is left" })).toContainText("1 of 2 left");

  await record("2");
  await dialog.getByRole("button", { name: "Record usage" }).click();
  await expect(dialog).toContainText("1 unit is left; 2 cannot be taken.");
  await dialog.getByRole("button", { name: "Back" }).click();

  await card.getByRole("button", { name: /^Reverse Major service/ }).click();
  const reverse = page.getByRole("dialog", { name: "Reverse this usage?" });
  await reverse.getByRole("button", { name: "Reverse it" }).click();
  await expect(reverse).toContainText("Say why it is taken back.");
  await reverse.getByRole("textbox", { name: "Reason" }).fill("Another vehicle");
  await reverse.getByRole("button", { name: "Reverse it" }).click();
  await expect(card.getByRole("row", { name: /Major service/ })).toContainText(/Reversed .*Another vehicle/);
  await expect(card.getByRole("list", { name: "What is left" })).toContainText("2 of 2 left");
  const { remaining } = (await call("contracts.get", { contractId: plan.contractId })) as ContractRead;
  expect(remaining.allowances).toEqual([{ code: "SVC-A", quantity: 2, used: 0, left: 2 }]);
  await expectNoAxeViolation(page);
  await page.goto(`/vehicles/${vehicleId}`);
  await expect(page.getByRole("row", { name: /Service plan/ })).toContainText("2 of 2 services left");
});

test("of a job that is half refused, what is recorded is not proposed a second time", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const { vehicleId, plan } = await aCoveredVehicle(call);
  await page.goto(`/vehicles/${vehicleId}`);
  await page.waitForLoadState("networkidle");
  await entry(page).fill("major 389");
  await entry(page).press("Enter");
  // still typed while it is recorded, and kept afterwards
  await entry(page).fill("water pump 182.40");
  const record = panel(page).getByRole("button", { name: "Record usage…" });
  await record.click();
  const dialog = page.getByRole("dialog", { name: "Record usage" });
  await expect(dialog.getByRole("textbox", { name: "Repair order" })).toBeFocused();
  const { today } = await firstStore(call);
  await call("usage.record", {
    idempotencyKey: randomUUID(),
    contractId: plan.contractId,
    usage: { kind: "ALLOWANCE", code: "SVC-A", quantity: 2, date: today, repairOrder: "RO 1", job: "1" },
  });
  await dialog.getByRole("button", { name: /^Record 2 entries/ }).click();
  await expect(dialog).toContainText("Enter the number of the repair order.");
  await dialog.getByRole("textbox", { name: "Repair order" }).fill("RO 2");
  await dialog.getByRole("button", { name: /^Record 2 entries/ }).click();
  await expect(dialog).toContainText("none is left");
  await expect(dialog.getByRole("checkbox", { name: /^Water pump/ })).toBeDisabled();
  await dialog.getByRole("button", { name: "Back" }).click();
  await entry(page).press("Enter");
  await expect(line(page, "Major service")).toContainText("Not covered");
  await expect(line(page, "Water pump")).toContainText("Partly covered");
  await expect(panel(page).getByRole("button", { name: "Print for customer" })).toBeVisible();
  await expect(record).toHaveCount(0);
});

test("an administrator says which contracts pay first", async ({ page, as, call }) => {
  await as("administrator");
  const before = (await call("enterprise.get", {})) as EnterpriseSettings;
  // What a first try has left behind is no order to begin with.
  if (before.orderOfChoice)
    await call("enterprise.update", { version: before.version, changes: { orderOfChoice: null } });
  const { version } = (await call("enterprise.get", {})) as EnterpriseSettings;
  await page.goto("/administration/settings");
  const order = page.getByRole("list", { name: "The order as it is chosen" });
  await expect(order.getByRole("listitem").first()).toContainText("Manufacturer warranty");
  await page.getByRole("combobox", { name: "Goodwill" }).click();
  await page.getByRole("option", { name: "7", exact: true }).click();
  await expect(order.getByRole("listitem").last()).toContainText("Goodwill");
  await expectNoAxeViolation(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The order of choice is saved")).toBeVisible();
  const saved = (await call("enterprise.get", {})) as EnterpriseSettings;
  expect(saved.orderOfChoice?.at(-1)).toEqual(["GOODWILL"]);
  expect(saved.version).toBeGreaterThan(version);
  await page.getByRole("button", { name: "Usual order" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect
    .poll(async () => ((await call("enterprise.get", {})) as EnterpriseSettings).orderOfChoice)
    .toBeNull();
});
