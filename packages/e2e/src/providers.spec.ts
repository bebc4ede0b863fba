import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Provider } from "@vehicle-contracts/contract-model";
import { aContract, type Call } from "./a-contract.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

const rows = "tbody tr";

/** A provider of its own for a test; its name begins as nobody else's does. */
async function aProvider(call: Call, given: Partial<Provider> = {}): Promise<Provider> {
  const provider = { name: `Zz Cover ${randomUUID()}`, kind: "INSURER", ...given };
  const made = await call("providers.create", { idempotencyKey: randomUUID(), provider });
  // what the procedure answers, by its schema
  return (made as { provider: Provider }).provider;
}

const read = async (call: Call, { providerId }: Provider) =>
  (await call("providers.get", { providerId })) as Provider;
const addressOf = ({ providerId, name }: Provider) =>
  `/providers?q=${encodeURIComponent(name)}&open=${providerId}`;
/** Opens the list and waits for its figures, which the browser asks for itself: from then on keys are heard. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator(rows).first().locator("td").last()).toHaveText(/\d/);
}
const sheetOf = (page: Page, name: string) => page.getByRole("complementary", { name });
const name = (page: Page) => page.getByRole("textbox", { name: "Name" });
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });

test("a provider is found by any part of its name and by kind, and the address keeps both", async ({
  page,
  as,
}) => {
  await as("viewer");
  await goTo(page, "/providers");
  await page.keyboard.press("/");
  await page.keyboard.type("alden");
  await expect(page.locator(rows)).toHaveCount(1);
  await expect(page.locator("mark")).toHaveText("alden");
  await expect(page.getByRole("status").filter({ hasText: "1 found" })).toBeVisible();
  await page.goto("/providers?q=alden&kind=IMPORTER");
  await expect(page.getByText("No provider matches alden and 1 filter")).toBeVisible();
  await page.getByRole("button", { name: "Remove filter, show 1" }).click();
  await expect(page.locator(rows)).toContainText(["Halden Warranty"]);
  await expect(page).toHaveURL(/\/providers\?q=alden$/);
});

test("an administrator adds a provider; what is missing is said first", async ({ page, as, call }) => {
  await as("administrator");
  const typed = `Zz Assist ${randomUUID()}`;
  await goTo(page, "/providers");
  await page.keyboard.press("c");
  await expect(name(page)).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Enter the name.")).toBeVisible();
  await expect(page.getByText("Choose who it is.")).toBeVisible();
  await name(page).fill(typed);
  await page.getByRole("radio", { name: "Importer" }).click();
  await page.getByRole("button", { name: "Add provider" }).click();
  await expect(page.getByText(`${typed} is added`)).toBeVisible();
  await expect(sheetOf(page, typed)).toContainText("In any state0");
  await expect(page).toHaveURL(/open=[0-9a-f-]{36}/);
  const found = (await call("providers.list", { search: typed })) as { items: Provider[] };
  expect(found.items).toMatchObject([{ name: typed, kind: "IMPORTER", version: 1 }]);
});

test("a name that is there already leads to the provider that has it", async ({ page, as, call }) => {
  await as("administrator");
  const there = await aProvider(call);
  await goTo(page, "/providers?open=new");
  await name(page).fill(there.name.toUpperCase());
  await page.getByRole("radio", { name: "Dealer" }).click();
  await page.getByRole("button", { name: "Add provider" }).click();
  await expect(page.getByText(`There is a provider of the name ${there.name} already.`)).toBeVisible();
  await page.getByRole("button", { name: "Show it" }).click();
  await page.getByRole("button", { name: "Discard and leave" }).click();
  await expect(sheetOf(page, there.name)).toBeVisible();
});

test("a change is in the list at once, and goes back when it is refused", async ({ page, as, call }) => {
  await as("administrator");
  const before = await aProvider(call);
  const renamed = `${before.name} Renamed`;
  await goTo(page, addressOf(before));
  await expect(save(page)).toBeDisabled();
  await page.route("**/api/trpc/providers.update**", async (route) => {
    await expect(page.locator(rows)).toContainText([renamed]);
    await route.abort();
  });
  await name(page).fill(renamed);
  await save(page).click();
  await expect(page.getByText("No answer came")).toBeVisible();
  await expect(page.locator(rows)).not.toContainText(["Renamed"]);
  await expect(name(page)).toHaveValue(renamed);
  await page.unroute("**/api/trpc/providers.update**");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(`${renamed} is saved`)).toBeVisible();
  await expect(page.locator(rows)).toContainText([renamed]);
  expect(await read(call, before)).toEqual({ ...before, name: renamed, version: 2 });
});

test("who meets a newer version sees what changed, keeps what was typed, and saves both", async ({
  page,
  as,
  call,
}) => {
  await as("administrator");
  const before = await aProvider(call);
  const { providerId } = before;
  const [theirs, mine] = [`${before.name} Theirs`, `${before.name} Mine`];
  await goTo(page, addressOf(before));
  await name(page).fill(mine);
  await call("providers.update", { providerId, version: 1, changes: { name: theirs, kind: "DEALER" } });
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog", { name: "This provider changed while you were editing" });
  await expect(dialog).toContainText(theirs);
  await expect(dialog).toContainText("1 field joined");
  await expectNoAxeViolation(page);
  await page.keyboard.press("Escape");
  await expect(name(page)).toHaveValue(mine);
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("2");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(`${mine} is saved`)).toBeVisible();
  await expect(dialog).toBeHidden();
  expect(await read(call, before)).toEqual({ providerId, name: mine, kind: "DEALER", version: 3 });
});

test("the arrows walk the list beside the sheet; Escape closes it and goes back to the row", async ({
  page,
  as,
}) => {
  await as("advisor");
  await goTo(page, "/providers");
  const targets = page.locator(`${rows} [data-row-target]`);
  await page.locator(rows).nth(1).click();
  const second = (await targets.nth(1).textContent()) ?? "";
  await expect(sheetOf(page, second)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(sheetOf(page, (await targets.nth(2).textContent()) ?? "")).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(sheetOf(page, second)).toBeVisible();
  await page.getByRole("button", { name: "Close", exact: true }).last().focus();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary", { name: second })).toHaveCount(0);
  await expect(targets.nth(1)).toBeFocused();
});

test("what is typed is not left unasked, neither by another row nor by the back button", async ({
  page,
  as,
  call,
}) => {
  await as("administrator");
  const one = await aProvider(call);
  await goTo(page, `/providers?q=${encodeURIComponent(one.name)}`);
  await page.locator(rows).first().click();
  await name(page).fill("Half a name");
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  for (const leave of [() => page.goBack(), () => page.keyboard.press("Escape")]) {
    await leave();
    await expect(question).toBeVisible();
    await page.getByRole("button", { name: "Stay here" }).click();
    await expect(question).toBeHidden();
    await expect(name(page)).toHaveValue("Half a name");
    await expect(page).toHaveURL(/open=/);
  }
  await page.getByRole("link", { name: "Contracts", exact: true }).click();
  await page.getByRole("button", { name: "Discard and leave" }).click();
  await expect(page).toHaveURL(/\/contracts$/);
  expect(await read(call, one)).toEqual(one);
});

test("a viewer reads a provider and is told who changes them", async ({ page, as, call }) => {
  await as("administrator");
  const provider = await aProvider(call);
  await page.context().clearCookies();
  await as("viewer");
  await goTo(page, addressOf(provider));
  const sheet = sheetOf(page, provider.name);
  await expect(sheet).toContainText("Administrators change providers.");
  await expect(sheet.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /New provider/ })).toHaveCount(0);
  await page.keyboard.press("c");
  await expect(page).not.toHaveURL(/open=new/);
});

test("the count of a provider's contracts leads to them", async ({ page, as, call }) => {
  await as("administrator");
  const provider = await aProvider(call);
  const { contractId } = await aContract(call, { providerId: provider.providerId });
  await goTo(page, addressOf(provider));
  await expect(page.locator(rows)).toContainText(["1"]);
  await page.getByRole("link", { name: "Active 1" }).click();
  await expect(page).toHaveURL(new RegExp(`/contracts\\?status=ACTIVE&provider=${provider.providerId}`));
  await expect(page.locator(rows)).toHaveCount(1);
  await expect(page.locator(`a[href="/contracts/${contractId}"]`)).toBeVisible();
});

test("a provider that is not there is said so beside the list", async ({ page, as }) => {
  await as("viewer");
  await page.goto("/providers?open=0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071");
  await expect(sheetOf(page, "Provider")).toContainText("The provider could not be read");
  await expect(page.locator(rows).first()).toBeVisible();
});

test("providers that cannot be read say so, and are read again", async ({ page, as }) => {
  await as("viewer");
  await page.goto("/providers");
  await expect(page.locator(rows).first()).toBeVisible();
  await page.route("**/api/trpc/**", (route) => route.abort());
  await page.getByRole("searchbox").fill("Halden");
  await expect(page.getByText("The providers could not be read")).toBeVisible();
  await page.unroute("**/api/trpc/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(rows)).toHaveCount(1);
});

for (const width of [1440, 820])
  test(`no axe violation: providers, a sheet, a new one and none found; ${width} px`, async ({
    page,
    as,
    call,
  }) => {
    await page.setViewportSize({ width, height: 1000 });
    await as("administrator");
    const provider = await aProvider(call);
    await page.goto("/providers");
    await expect(page.locator(rows).first()).toBeVisible();
    await expectNoAxeViolation(page);
    await goTo(page, addressOf(provider));
    await expect(page.getByRole("link", { name: "In any state 0" })).toBeVisible();
    await expectNoAxeViolation(page);
    await goTo(page, "/providers?open=new");
    await expect(name(page)).toBeFocused();
    await page.getByRole("button", { name: "Add provider" }).click();
    await expect(page.getByText("Enter the name.")).toBeVisible();
    await expectNoAxeViolation(page);
    await page.goto("/providers?q=zzzz&kind=DEALER");
    await expect(page.getByText("No provider matches")).toBeVisible();
    await expectNoAxeViolation(page);
  });
