import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import type { ContractInput, ContractRead } from "@vehicle-contracts/contract-model";
import { aContract, type Call } from "./a-contract.ts";
import { awake } from "./awake.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

type Cookies = Parameters<ReturnType<Page["context"]>["addCookies"]>[0];

/** A contract that is sold and starts next summer. */
const aSoldContract = (call: Call, given: Partial<ContractInput> = {}) =>
  aContract(call, (today) => ({
    status: "PENDING",
    description: "Care and Repair",
    notes: "Prefers calls after 17:00",
    startDate: `${Number(today.slice(0, 4)) + 1}-06-01`,
    coverage: [{ code: "ENGINE", treatment: "COVERED", partsPercent: 100, labourPercent: 100 }],
    ...given,
  }));

/** A second person at another desk, with the form of the same contract open. */
async function another(browser: Browser, cookies: Cookies, address: string): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB" });
  await context.addCookies(cookies);
  const page = awake(await context.newPage());
  await page.goto(address);
  return page;
}

const term = (page: Page) => page.getByRole("textbox", { name: "Term", exact: true });
const notes = (page: Page) => page.getByRole("textbox", { name: "Notes" });
const dialogOf = (page: Page) =>
  page.getByRole("dialog", { name: "This contract changed while you were editing" });

test("two people change one contract: what does not meet is joined, what clashes is chosen by a key", async ({
  page,
  browser,
  as,
  call,
  demo,
  cookiesOf,
}) => {
  await as("advisor");
  const { contractId, endDate } = await aSoldContract(call);
  const address = `${demo.adminUrl}/contracts/${contractId}/edit`;
  await page.goto(address);
  await term(page).fill("30");
  await notes(page).fill("Prefers calls after 17:00. Winter tyres in bay 14.");

  const administrator = demo.users.find(({ role }) => role === "administrator");
  if (!administrator) throw new Error("The demo group has no administrator.");
  const other = await another(browser, await cookiesOf(administrator), address);
  await term(other).fill("27");
  await other.getByRole("button", { name: "Coverage line", exact: true }).click();
  await other.keyboard.type("GEARBOX");
  await other.keyboard.press("Control+Enter");
  await expect(other).toHaveURL(new RegExp(`/contracts/${contractId}$`));
  await other.context().close();

  await page.keyboard.press("Control+Enter");
  const dialog = dialogOf(page);
  await expect(dialog).toContainText(`${administrator.name} saved version 2`);
  await expect(dialog).toContainText("1 field to choose");
  await expect(dialog).toContainText("2 fields joined");
  await expectNoAxeViolation(page);
  await page.keyboard.press("Control+Enter");
  await expect(dialog.getByText("One field is still to choose.")).toBeVisible();
  await page.keyboard.press("2");
  await expect(dialog).toContainText("Version 3: 2 changes of yours, 1 of theirs.");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(new RegExp(`/contracts/${contractId}$`));
  const joined = (await call("contracts.get", { contractId })) as ContractRead;
  expect(joined).toMatchObject({
    version: 3,
    termMonths: 30,
    notes: "Prefers calls after 17:00. Winter tyres in bay 14.",
  });
  expect(joined.endDate).not.toBe(endDate);
  expect(joined.coverage.map(({ code }) => code)).toEqual(["ENGINE", "GEARBOX"]);
});

test("Escape goes back to editing with all that was typed, and a newer version renews the dialog", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const { contractId } = await aSoldContract(call);
  await page.goto(`/contracts/${contractId}/edit`);
  await notes(page).fill("Bay 14");
  await call("contracts.update", { contractId, version: 1, changes: { description: "Courier fleet" } });
  await page.keyboard.press("Control+Enter");
  await expect(dialogOf(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toBeHidden();
  await expect(notes(page)).toHaveValue("Bay 14");
  await page.keyboard.press("Control+Enter");
  await expect(dialogOf(page)).toContainText("saved version 2");
  await call("contracts.update", {
    contractId,
    version: 2,
    changes: { contractNumber: `T-${randomUUID()}` },
  });
  await page.keyboard.press("Control+Enter");
  await expect(dialogOf(page)).toContainText("saved version 3");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(new RegExp(`/contracts/${contractId}$`));
  expect(await call("contracts.get", { contractId })).toMatchObject({
    version: 4,
    notes: "Bay 14",
    description: "Courier fleet",
  });
});

test("a side that would end before the start they moved is shown and cannot be chosen", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const { contractId, startDate } = await aSoldContract(call);
  const year = Number(startDate?.slice(0, 4));
  await page.goto(`/contracts/${contractId}/edit`);
  await page.getByRole("combobox", { name: "Ends", exact: true }).click();
  await page.getByRole("option", { name: "On a date" }).click();
  await page.getByRole("textbox", { name: "Ends on", exact: true }).fill(`31.12.${year}`);
  await call("contracts.update", {
    contractId,
    version: 1,
    changes: { startDate: `${year + 1}-01-01`, termMonths: 12 },
  });
  await page.keyboard.press("Control+Enter");
  const dialog = dialogOf(page);
  await expect(dialog.getByRole("radio", { name: /End date: yours/ })).toBeDisabled();
  await expect(dialog).toContainText("is before the start");
  await page.keyboard.press("2");
  await expect(dialog).toContainText("1 to choose");
  await page.keyboard.press("1");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Nothing has changed")).toBeVisible();
});

test("mine is discarded only after a question, and the question's Escape keeps it", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const { contractId } = await aSoldContract(call);
  await page.goto(`/contracts/${contractId}/edit`);
  await notes(page).fill("Bay 14");
  await call("contracts.update", { contractId, version: 1, changes: { notes: "Prefers mail" } });
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Discard mine…" }).click();
  const question = page.getByRole("dialog", { name: "Discard what you changed?" });
  await expect(question).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(dialogOf(page)).toBeVisible();
  await page.getByRole("button", { name: "Discard mine…" }).click();
  await question.getByRole("button", { name: "Discard mine" }).click();
  await expect(page).toHaveURL(new RegExp(`/contracts/${contractId}$`));
  await expect(page.getByText("Prefers mail").first()).toBeVisible();
});

test("a contract that has run out meanwhile takes the note, and the rest can be copied", async ({
  page,
  as,
  call,
}) => {
  await as("administrator");
  const { contractId } = await aSoldContract(call, {
    startDate: "2020-01-01",
    termMonths: null,
    endDate: "2999-01-01",
    status: "ACTIVE",
  });
  await page.goto(`/contracts/${contractId}/edit`);
  await notes(page).fill("Winter tyres in bay 14");
  await page.getByRole("textbox", { name: "Description", exact: true }).first().fill("Courier fleet");
  await call("contracts.update", {
    contractId,
    version: 1,
    changes: { endDate: "2020-12-31" },
    correction: { reason: "It ended long ago" },
  });
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog", { name: "Your changes cannot be saved" });
  await expect(dialog).toContainText("An expired contract takes only notes.");
  await expect(dialog).toContainText("no longer possible");
  await expectNoAxeViolation(page);
  await dialog.getByRole("button", { name: "Save the note" }).click();
  await expect(page).toHaveURL(new RegExp(`/contracts/${contractId}$`));
  expect(await call("contracts.get", { contractId })).toMatchObject({
    version: 3,
    notes: "Winter tyres in bay 14",
    description: "Care and Repair",
  });
});
