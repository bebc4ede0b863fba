import type { Page } from "@playwright/test";
import { aContract } from "./a-contract.ts";
import { expect, test } from "./signed-in.ts";

const chunks = "**/_next/static/chunks/**";

/** Opens a form in a browser that is never idle, so that no field fetches its list until somebody comes to it. */
async function openUnready(page: Page, address: string): Promise<void> {
  await page.addInitScript("window.idle = []; window.requestIdleCallback = (run) => window.idle.push(run)");
  await page.goto(address);
  await page.waitForLoadState("networkidle");
}

const becomeIdle = (page: Page) => page.evaluate("for (const run of window.idle.splice(0)) run()");

/** Holds back what the page fetches from now on, until it is let go. */
async function holdChunks(page: Page): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route(chunks, async (route) => {
    await held.promise;
    await route.continue();
  });
  return held.resolve;
}

const box = (page: Page, label: string) => page.getByRole("combobox", { name: label, exact: true });

/** What a list has chosen, for the form: a field has it once its list is there. */
const valuesOfLists = (page: Page) => page.locator('form input[type="hidden"]');

/** Where everything in the form stands. */
const places = (page: Page) =>
  page
    .locator("form")
    .first()
    .evaluate((form) =>
      [...form.querySelectorAll("input:not([type=hidden]), textarea, label, h2, button, svg")].map((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        return `${part.tagName} ${"value" in part ? part.value : part.textContent} ${x} ${y} ${width} ${height}`;
      }),
    );

for (const form of ["of a contract", "of a vehicle"])
  test(`nothing moves in the form ${form} when the lists of its fields are there`, async ({
    page,
    as,
    call,
  }) => {
    await as("advisor");
    const draft = await aContract(call, { status: "DRAFT" });
    const address = form === "of a vehicle" ? "/vehicles/new" : `/contracts/${draft.contractId}/edit`;
    // a place that the form has not: the cursor stays out of it
    await openUnready(page, `${address}#none`);
    const before = await places(page);
    expect(before.length).toBeGreaterThan(20);
    await expect(valuesOfLists(page)).toHaveCount(0);
    await becomeIdle(page);
    await expect(valuesOfLists(page).first()).toBeAttached();
    await page.waitForLoadState("networkidle");
    expect(await places(page)).toEqual(before);
  });

test("what is done in a field before its list is there goes on in the list", async ({ page, as, call }) => {
  await as("advisor");
  const { vehicleId } = await aContract(call);
  await openUnready(page, `/contracts/new?vehicleId=${vehicleId}#none`);
  const letGo = await holdChunks(page);
  await box(page, "Provider").click();
  await page.keyboard.type("lark");
  await page.keyboard.press("Tab");
  await expect(box(page, "Provider"), "Tab takes what was typed").toHaveValue("Larkmoor");
  await expect(box(page, "Store")).toBeFocused();
  await page.getByRole("textbox", { name: "Payer", exact: true }).click();
  await page.keyboard.type("helx");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("option")).toHaveCount(0);
  letGo();
  await expect(page.getByText("Nobody of this name.")).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(page.getByRole("option", { name: /Helen/ }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Payer", exact: true })).toHaveValue(/Helen/);
});

test("a list that is opened before it is there opens then, where it was opened", async ({ page, as }) => {
  await as("advisor");
  await openUnready(page, "/contracts/new#none");
  const letGo = await holdChunks(page);
  await box(page, "Type").click();
  await expect(box(page, "Type")).toBeFocused();
  letGo();
  await page.getByRole("option", { name: "Goodwill" }).click();
  await expect(box(page, "Type")).toHaveValue("Goodwill");
  await expect(page.getByRole("option")).toHaveCount(0);
});

test("a list that cannot be loaded says so, and opens when it is tried again", async ({ page, as }) => {
  await as("advisor");
  await openUnready(page, "/contracts/new#none");
  await page.route(chunks, (route) => route.abort());
  await box(page, "Type").click();
  const said = page.getByRole("alert").filter({ hasText: "could not be loaded" });
  await expect(said).toBeVisible();
  await page.unroute(chunks);
  await said.getByRole("button", { name: "Try again" }).click();
  await expect(said).toBeHidden();
  await box(page, "Type").click();
  await page.getByRole("option", { name: "Goodwill" }).click();
  await expect(box(page, "Type")).toHaveValue("Goodwill");
});
