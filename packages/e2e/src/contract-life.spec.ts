import { readFile } from "node:fs/promises";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import { aContract } from "./a-contract.ts";
import { aCustomer } from "./a-customer.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

test("a contract is suspended with a reason, resumed, extended, and noted on; each stands in its history", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const made = await aContract(call);
  await page.goto(`/contracts/${made.contractId}`);
  const dialog = page.getByRole("dialog");

  await page.getByRole("button", { name: "Suspend" }).click();
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(dialog).toContainText("Enter the reason");
  await dialog.getByLabel("Reason").fill("Stolen on Friday");
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("Suspended", { exact: true }).first()).toBeVisible();
  await expect(page.locator("#entry-2")).toContainText("Stolen on Friday");

  // what a suspended contract may not do is not offered
  await expect(page.getByRole("button", { name: "Suspend" })).toHaveCount(0);
  await page.getByRole("button", { name: "Resume" }).click();
  await dialog.getByLabel("Reason").fill("Found again");
  await dialog.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("Active", { exact: true }).first()).toBeVisible();

  await page.getByRole("button", { name: "Extend" }).click();
  await dialog.getByRole("textbox", { name: "Months" }).fill("6");
  await expect(dialog).toContainText("New end:");
  await dialog.getByRole("button", { name: /^Extend to / }).click();
  await expect(dialog).toHaveCount(0);
  const after = (await call("contracts.get", { contractId: made.contractId })) as ContractRead;
  expect(after.termMonths).toBe((made.termMonths ?? 0) + 6);

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Add note" }).click();
  await dialog.getByLabel("Note").fill("Prefers calls after 17:00");
  await dialog.getByRole("button", { name: "Add note" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("Prefers calls after 17:00").first()).toBeVisible();
  await expectNoAxeViolation(page);
});

test("a transfer on request waits for an administrator, who approves it once the fee is paid", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const transferPolicy = {
    kind: "ON_REQUEST" as const,
    windowDays: 30,
    fee: { amountMinor: 3_500, currency: "EUR" },
  };
  const held = await aContract(call, (today) => ({
    transferPolicy,
    startDate: monthsBefore(today),
  }));
  const buyer = await aCustomer(call, { givenName: "Nora" });
  await page.goto(`/contracts/${held.contractId}`);
  await page.getByRole("button", { name: "Transfer" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("An administrator decides.");
  await dialog.getByLabel("New owner", { exact: true }).fill(buyer.familyName ?? "");
  await page.getByRole("option", { name: buyer.name }).click();
  await dialog.getByRole("button", { name: "Ask for the transfer" }).click();
  await expect(page.getByText(`A transfer to ${buyer.name}`)).toBeVisible();
  await expect(page.getByText("An administrator decides.")).toBeVisible();

  await page.context().clearCookies();
  await as("administrator");
  await page.goto("/administration/transfers");
  await expect(page.getByRole("row").filter({ hasText: buyer.name })).toContainText("€35.00");
  await page.goto(`/contracts/${held.contractId}`);
  await expect(page.getByRole("button", { name: "Approve…" })).toBeVisible();
  // another request would be refused while this one waits
  await expect(page.getByRole("button", { name: "Transfer" })).toHaveCount(0);
  await expect(page.getByText("Transfer is not offered: one is asked for already")).toBeVisible();
  await expectNoAxeViolation(page);
  await page.getByRole("button", { name: "Approve…" }).click();
  await dialog.getByRole("button", { name: "Approve transfer" }).click();
  await expect(dialog).toContainText("It is approved once the fee is paid.");
  await dialog.getByLabel(/^The fee of .* has been paid$/).check();
  await dialog.getByRole("button", { name: "Approve transfer" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(`A transfer to ${buyer.name}`)).toHaveCount(0);
  const after = (await call("contracts.get", { contractId: held.contractId })) as ContractRead;
  expect(after.holder?.partyId).toBe(buyer.partyId);
  expect(after.parties.filter(({ role }) => role === "HOLDER")).toHaveLength(2);
});

test("what ends soon is listed, exported for those who agreed, and renewed; then it is listed no more", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const agreed = await aCustomer(call, {
    givenName: "Ada",
    email: "ada@example.com",
    consent: { email: true },
  });
  const ends = await aContract(call, (today) => ({
    startDate: monthsBefore(today),
    termMonths: null,
    endDate: today,
    parties: [{ role: "HOLDER", partyId: agreed.partyId }],
  }));
  await page.goto("/renewals?days=30");
  const row = page.getByRole("row").filter({ hasText: agreed.name });
  await expect(row).toContainText("today");
  await expect(row.getByRole("img", { name: "E-mail" })).toBeVisible();
  await expectNoAxeViolation(page);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export for…" }).click();
  await page.getByRole("menuitem", { name: /^E-mail/ }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text).toContain(`${agreed.name},ada@example.com`);
  expect(text.startsWith("\ufeffcustomer,email,")).toBe(true);

  await page.goto(`/contracts/${ends.contractId}`);
  await page.getByRole("button", { name: "Renew" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Renew from / })
    .click();
  await expect(page.getByText("Follows", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("Pending", { exact: true }).first()).toBeVisible();
  await page.goto(`/contracts/${ends.contractId}`);
  await expect(page.getByText("Followed by", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("Extend and renew are not offered")).toBeVisible();
  await expect(page.getByRole("button", { name: "Renew" })).toHaveCount(0);
  await page.goto("/renewals?days=30");
  await expect(page.getByRole("table", { name: "Renewals" })).toBeVisible();
  await expect(row).toHaveCount(0);
});

/** A day of the year before, so that a holder has had it for a while. */
const monthsBefore = (today: string): string => `${Number(today.slice(0, 4)) - 1}-06-01`;
