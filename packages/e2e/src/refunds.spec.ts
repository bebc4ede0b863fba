import { readFile } from "node:fs/promises";
import type { ContractInput, RefundQuotePage } from "@vehicle-contracts/contract-model";
import { aContract } from "./a-contract.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

/** A year from today, 1,000.00, without a limit of distance, by a rule set without surprises. */
const sold = (today: string): Partial<ContractInput> => ({
  contractNumber: `CR-${Date.now()}`,
  saleDate: "2020-01-02",
  startDate: today,
  termMonths: 12,
  distance: { kind: "unlimited" },
  price: { grossMinor: 100_000, currency: "EUR" },
  allowances: [{ code: "INSPECTION", quantity: 2 }],
  refundRuleSet: { code: "OKLAHOMA", version: 1 },
});

test("a contract is cancelled by a quote: each step in words, kept, printed, outdated, made anew, confirmed, and final", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const contract = await aContract(call, sold);
  const number = contract.contractNumber ?? "";
  await page.goto(`/contracts/${contract.contractId}`);
  await page.getByRole("button", { name: "Cancel…" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel goodwill" });
  await expect(dialog).toContainText("Fill in the fields above");
  // its lists are fetched, and it acts
  await page.waitForLoadState("networkidle");

  // What is missing is asked for; then the quote comes by itself.
  await dialog.getByLabel("Reason").fill("Vehicle sold");
  const steps = dialog.getByRole("table", { name: "How the refund is worked out" });
  await expect(steps.getByRole("row", { name: /Kept back when the customer cancels/ })).toContainText(
    "€100.00",
  );
  await expect(steps.getByRole("row", { name: "Refund" })).toContainText("€900.00");
  const panel = dialog.getByRole("region", { name: "Refund" });
  await expect(panel).toContainText("holds 14 days");
  await expect(panel).toContainText("2 services left are given up.");
  await expect(dialog).toContainText("examples, not legal advice");
  await expectNoAxeViolation(page, "[role=dialog]");

  // For a day ahead there is a quote, and nothing to accept yet.
  const day = dialog.getByRole("textbox", { name: "Cancelled on" });
  await day.fill("+5d");
  await day.blur();
  await expect(panel).toContainText(
    /Not yet: it can be accepted from .* to .*\. The cover goes on until then\./,
  );
  await day.fill("today");
  await day.blur();
  await expect(panel.getByRole("button", { name: "Cancel and refund €900.00" })).toBeDisabled();

  // Another who cancels is another quote.
  await dialog.getByLabel("Who cancels").click();
  await page.getByRole("option", { name: "Provider" }).click();
  await expect(panel.getByRole("button", { name: "Cancel and refund €1,000.00" })).toBeDisabled();
  const download = page.waitForEvent("download");
  await panel.getByRole("link", { name: "Print quote" }).click();
  expect((await readFile(await (await download).path())).subarray(0, 5).toString()).toBe("%PDF-");
  await panel.getByRole("button", { name: "Keep quote, decide later" }).click();
  await expect(page.getByText(/Quote Q-.+ is kept/)).toBeVisible();
  await expect(dialog).toHaveCount(0);

  // A change of the contract outdates the quote: it is said, and a new one is made.
  const kept = (await call("refunds.list", { contractId: contract.contractId })) as RefundQuotePage;
  expect(kept.items.map(({ state }) => state)).toEqual(["OPEN", "OPEN", "OPEN"]);
  await call("contracts.extend", {
    contractId: contract.contractId,
    version: contract.version,
    months: 1,
  });
  await page.reload();
  await page.getByRole("button", { name: "Cancel…" }).click();
  await expect(dialog).toContainText(
    "The last quote, €1,000.00, does not hold any more: the contract has changed.",
  );
  await expect(dialog.getByLabel("Reason")).toHaveValue("Vehicle sold");

  // Typed, since it cannot be undone.
  await panel.getByLabel(`Type ${number} to confirm`).fill(number);
  await panel.getByRole("button", { name: "Cancel and refund €1,000.00" }).click();
  await expect(page.getByText("The contract is cancelled", { exact: true })).toBeVisible();
  const card = page.locator("section").filter({ has: page.getByRole("heading", { name: "Cancellation" }) });
  await expect(card).toContainText("Provider");
  await expect(card).toContainText("€1,000.00");
  await expect(page.getByRole("button", { name: "Cancel…" })).toHaveCount(0);
  await expect(page.getByText("only the notes may be changed")).toBeVisible();
  await expect(page.locator("#entry-3")).toContainText("Cancelled");
});

test("an administrator writes a rule set, sees what a change of it does to a contract, and makes the next version ready", async ({
  page,
  as,
  call,
}) => {
  await as("administrator");
  const contract = await aContract(call, (today) => ({ ...sold(today), refundRuleSet: null }));
  const code = `OURS-${Date.now()}`;
  await page.goto("/rule-sets");
  await expect(page.getByRole("row", { name: /Oklahoma/ })).toContainText("an example");
  await page.getByRole("link", { name: "New rule set" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Ours");
  await page.getByRole("button", { name: "Make rule set" }).click();
  await expect(page.getByText("Enter a code, such as PRO_RATA_DE.").first()).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByLabel("Customer", { exact: true }).fill("10");
  await page.getByRole("button", { name: "Make rule set" }).click();
  await expect(page.getByRole("heading", { name: "Ours", level: 1 })).toBeVisible();

  // Tried on a contract, the draft stands beside the version that is kept.
  await page.getByLabel("Contract", { exact: true }).fill(contract.contractNumber ?? "");
  await page.getByRole("option", { name: new RegExp(contract.contractNumber ?? "") }).click();
  const tried = page.getByRole("table", { name: "Steps, before and in the draft" });
  await expect(tried.getByRole("row", { name: /^Refund/ })).toContainText("€900.00€900.00");
  await page.getByLabel("Customer", { exact: true }).fill("25");
  await expect(tried.getByRole("row", { name: /^Refund/ })).toContainText("€900.00€750.00");
  await expect(page.getByText(/The draft changes 1 of \d steps\./)).toBeVisible();
  await expectNoAxeViolation(page);

  await page.getByLabel("Why this version").fill("The association advises it");
  await page.getByRole("button", { name: "Make version 2 ready" }).click();
  await expect(page.getByText("Version 2 is ready", { exact: true })).toBeVisible();
  await expect(page.getByText("The association advises it")).toBeVisible();
  expect(await call("ruleSets.get", { code, version: 1 })).toMatchObject({ newestVersion: 2 });
});
