import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Store, StoreInput, StoreToday } from "@vehicle-contracts/contract-model";
import type { Call } from "./a-contract.ts";
import { expect, expectNoAxeViolation, test as signedIn } from "./signed-in.ts";

const address = "/administration/stores";
const rows = "tbody tr";

/** Stores are made in the other group of the demonstration: nobody else's tests count stores there or take its first one. */
const test = signedIn.extend<{ administrator: string }>({
  administrator: async ({ context, demo, cookiesOf }, use) => {
    const user = demo.otherUsers.find(({ role }) => role === "administrator");
    if (!user) throw new Error("The other group has no administrator.");
    await context.addCookies(await cookiesOf(user));
    await use(user.name);
  },
});

/** A store of its own for a test. */
async function aStore(call: Call, given: Partial<StoreInput> = {}): Promise<Store> {
  const store: StoreInput = {
    name: `Zz Store ${randomUUID()}`,
    timeZone: "Europe/London",
    country: "GB",
    currency: "GBP",
    distanceUnit: "MI",
    ...given,
  };
  const made = await call("stores.create", { idempotencyKey: randomUUID(), store });
  // what the procedure answers, by its schema
  return (made as { store: Store }).store;
}

const read = async (call: Call, { storeId }: Store) => (await call("stores.get", { storeId })) as StoreToday;
const addressOf = ({ storeId, name }: Store) => `${address}?q=${encodeURIComponent(name)}&open=${storeId}`;
const sheetOf = (page: Page, name: string) => page.getByRole("complementary", { name });
const name = (page: Page) => page.getByRole("textbox", { name: "Name" });
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });

/** Opens a store beside the list and waits for the count of its contracts: from then on keys are heard. */
async function open(page: Page, store: Store): Promise<void> {
  await page.goto(addressOf(store));
  await expect(page.getByRole("link", { name: /^In any state \d/ })).toBeVisible();
}

/** Chooses of a list that is searched by typing. */
async function choose(page: Page, label: string, typed: string, option: string): Promise<void> {
  const field = page.getByRole("combobox", { name: label });
  await field.click();
  await field.fill(typed);
  await page.getByRole("option", { name: option }).click();
}

for (const role of ["advisor", "viewer"] as const)
  signedIn(`the ${role} is told who can open the stores`, async ({ page, as }) => {
    await as(role);
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole("heading", { name: "This is not open to you" })).toBeVisible();
    await expect(page.getByText("An administrator of your group can grant it.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Stores", exact: true })).toHaveCount(0);
  });

signedIn("each store says its day, its time zone, and what it works in", async ({ page, as }) => {
  await as("administrator");
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Stores" })).toBeVisible();
  const leeds = page.locator(rows).filter({ hasText: "Leeds" });
  await expect(leeds).toContainText("United Kingdom");
  await expect(leeds).toContainText(/(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ \w+/);
  await expect(leeds).toContainText("Europe/London");
  await expect(leeds).toContainText("GBP, miles");
  await page.goto(`${address}?q=nowhere`);
  await expect(page.getByText("No store matches nowhere")).toBeVisible();
});

test("an administrator adds a store; what is missing is said first, and the desk knows the new one", async ({
  page,
  administrator: _administrator,
  call,
}) => {
  const typed = `Zz Hof ${randomUUID()}`;
  await page.goto(`${address}?open=new`);
  await expect(name(page)).toBeFocused();
  await page.getByRole("button", { name: "Add store" }).click();
  await expect(page.getByText("Choose the country.")).toBeVisible();
  await expect(page.getByText("Choose the unit.")).toBeVisible();
  await name(page).fill(typed);
  await choose(page, "Country", "german", "Germany DE");
  await choose(page, "Time zone", "berl", "Europe/Berlin");
  await choose(page, "Currency", "eur", "EUR Euro");
  await page.getByRole("radio", { name: "Kilometres" }).click();
  await page.getByRole("radio", { name: "Warn only" }).click();
  await page.getByRole("button", { name: "Add store" }).click();
  await expect(page.getByText(`${typed} is added`)).toBeVisible();
  await expect(sheetOf(page, typed)).toBeVisible();
  await page.getByRole("button", { name: /^Store:/ }).click();
  await expect(page.getByRole("menuitem", { name: typed })).toBeVisible();
  const { items } = (await call("stores.list", { search: typed })) as { items: Store[] };
  expect(items).toMatchObject([
    {
      name: typed,
      country: "DE",
      timeZone: "Europe/Berlin",
      currency: "EUR",
      distanceUnit: "KM",
      vinPolicy: "warn",
      system: "NATIVE",
    },
  ]);
});

test("a change is in the list at once, and goes back when it is refused", async ({
  page,
  administrator: _administrator,
  call,
}) => {
  const before = await aStore(call);
  await open(page, before);
  await expect(save(page)).toBeDisabled();
  await page.route("**/api/trpc/stores.update**", async (route) => {
    await expect(page.locator(rows)).toContainText(["GBP, kilometres"]);
    await route.abort();
  });
  await page.getByRole("radio", { name: "Kilometres" }).click();
  await save(page).click();
  await expect(page.getByText("No answer came")).toBeVisible();
  await expect(page.locator(rows)).toContainText(["GBP, miles"]);
  await expect(page.getByRole("radio", { name: "Kilometres" })).toBeChecked();
  await page.unroute("**/api/trpc/stores.update**");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(`${before.name} is saved`)).toBeVisible();
  await expect(page.locator(rows)).toContainText(["GBP, kilometres"]);
  expect(await read(call, before)).toMatchObject({ ...before, distanceUnit: "KM", version: 2 });
});

test("another time zone is asked about, with the day it makes there", async ({
  page,
  administrator: _administrator,
  call,
}) => {
  // 25 hours apart: it is never the same day in both
  const store = await aStore(call, { timeZone: "Pacific/Pago_Pago" });
  const { today } = await read(call, store);
  await open(page, store);
  await choose(page, "Time zone", "kiriti", "Pacific/Kiritimati");
  const question = page.getByRole("dialog", { name: `Another time zone for ${store.name}?` });
  await save(page).click();
  await expect(question).toContainText(/Today in .* becomes .*; by Pacific\/Pago_Pago it is /);
  await expect(question).toContainText("Which of its 0 contracts are pending, active or expired");
  await expectNoAxeViolation(page);
  await question.getByRole("button", { name: "Keep it as it is" }).click();
  await expect(question).toBeHidden();
  expect((await read(call, store)).version).toBe(1);
  await page.keyboard.press("Control+Enter");
  await question.getByRole("button", { name: "Change the time zone" }).click();
  await expect(page.getByText(`${store.name} is saved`)).toBeVisible();
  const after = await read(call, store);
  expect(after).toMatchObject({ timeZone: "Pacific/Kiritimati", version: 2 });
  expect(after.today > today).toBe(true);
  await expect(page.locator(rows)).toContainText(["Pacific/Kiritimati"]);
});

test("who meets a newer version sees what changed, keeps what was typed, and saves both", async ({
  page,
  administrator: _administrator,
  call,
}) => {
  const before = await aStore(call);
  const { storeId } = before;
  await open(page, before);
  await name(page).fill(`${before.name} Mine`);
  await call("stores.update", { storeId, version: 1, changes: { currency: "EUR", country: "IE" } });
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog", { name: "This store changed while you were editing" });
  await expect(dialog).toContainText("3 fields joined");
  await expect(dialog).toContainText("Ireland");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(`${before.name} Mine is saved`)).toBeVisible();
  expect(await read(call, before)).toMatchObject({
    ...before,
    name: `${before.name} Mine`,
    currency: "EUR",
    country: "IE",
    version: 3,
  });
});

test("Escape closes the list of a field first, then the sheet", async ({
  page,
  administrator: _administrator,
  call,
}) => {
  const store = await aStore(call);
  await open(page, store);
  await page.getByRole("combobox", { name: "Currency" }).click();
  await expect(page.getByRole("option", { name: "EUR Euro" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option", { name: "EUR Euro" })).toBeHidden();
  await expect(sheetOf(page, store.name)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary", { name: store.name })).toHaveCount(0);
  await expect(page).not.toHaveURL(/open=/);
});

test("another group's store is as one that is not there", async ({
  page,
  administrator: _administrator,
  demo,
}) => {
  await page.goto(`${address}?open=${demo.enterprise.stores[0]?.id}`);
  await expect(sheetOf(page, "Store")).toContainText("The store could not be read");
  await expect(page.locator(rows).first()).toBeVisible();
});

for (const width of [1440, 820])
  test(`no axe violation: stores, a sheet, a new one and none found; ${width} px`, async ({
    page,
    administrator: _administrator,
    call,
  }) => {
    await page.setViewportSize({ width, height: 1000 });
    const store = await aStore(call);
    await page.goto(address);
    await expect(page.locator(rows).first()).toBeVisible();
    await expectNoAxeViolation(page);
    await open(page, store);
    await expectNoAxeViolation(page);
    await page.goto(`${address}?open=new`);
    await expect(name(page)).toBeFocused();
    await page.getByRole("button", { name: "Add store" }).click();
    await expect(page.getByText("Choose the country.")).toBeVisible();
    await expectNoAxeViolation(page);
    await page.goto(`${address}?q=nowhere`);
    await expect(page.getByText("No store matches nowhere")).toBeVisible();
    await expectNoAxeViolation(page);
  });
