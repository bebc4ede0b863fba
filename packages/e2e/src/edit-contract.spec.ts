import type { ContractRead } from "@vehicle-contracts/contract-model";
import { aContract, type Call } from "./a-contract.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

const read = async (call: Call, contractId: string) =>
  (await call("contracts.get", { contractId })) as ContractRead;

test("an active contract takes a description and notes; its sold terms are read-only, with the reason", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const { contractId } = await aContract(call);
  await page.goto(`/contracts/${contractId}/edit`);
  await expect(page.getByRole("textbox", { name: "Term", exact: true })).toHaveAttribute("readonly", "");
  await expect(page.getByText("Fixed once the contract is active").first()).toBeVisible();
  await expectNoAxeViolation(page);
  await page.getByRole("textbox", { name: "Notes" }).fill("Bay 14");
  await page.getByRole("textbox", { name: "Description", exact: true }).first().fill("Courier fleet");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(new RegExp(`/contracts/${contractId}$`));
  await expect(page.getByText("Saved as version 2")).toBeVisible();
  expect(await read(call, contractId)).toMatchObject({
    version: 2,
    notes: "Bay 14",
    description: "Courier fleet",
  });
});

test("only what differs is sent, and nothing where nothing does", async ({ page, as, call }) => {
  await as("advisor");
  const { contractId } = await aContract(call);
  const sent: unknown[] = [];
  page.on("request", (request) => {
    if (request.url().includes("contracts.update")) sent.push(Object.values(request.postDataJSON())[0]);
  });
  await page.goto(`/contracts/${contractId}/edit`);
  await page.getByRole("button", { name: /^Save changes/ }).click();
  await expect(page.getByText("Nothing has changed")).toBeVisible();
  expect(sent).toEqual([]);
  await page.getByRole("textbox", { name: "Notes" }).fill("Bay 14");
  await page.getByRole("button", { name: /^Save changes/ }).click();
  await expect(page.getByText("Saved as version 2")).toBeVisible();
  expect(sent).toEqual([{ contractId, version: 1, changes: { notes: "Bay 14" } }]);
});

test("an administrator corrects sold terms with a reason, which the history keeps", async ({
  page,
  as,
  call,
}) => {
  await as("administrator");
  const { contractId } = await aContract(call);
  await page.goto(`/contracts/${contractId}/edit`);
  await page.getByRole("switch", { name: "Correct sold terms" }).check();
  await expect(page.getByText("You are correcting sold terms.")).toBeVisible();
  await page.getByRole("textbox", { name: "Term", exact: true }).fill("36");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("textbox", { name: "Reason of the correction" })).toBeFocused();
  await page.keyboard.type("24 was typed for 36");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(new RegExp(`/contracts/${contractId}$`));
  await expect(page.getByText("24 was typed for 36").first()).toBeVisible();
  expect((await read(call, contractId)).termMonths).toBe(36);
});

test("a viewer is told who changes contracts", async ({ page, as, call }) => {
  await as("advisor");
  const { contractId } = await aContract(call);
  await page.context().clearCookies();
  await as("viewer");
  await page.goto(`/contracts/${contractId}/edit`);
  await expect(page.getByText("Contracts are changed by others")).toBeVisible();
  await expectNoAxeViolation(page);
});

test("an address may name the field to begin with", async ({ page, as, call }) => {
  await as("advisor");
  const { contractId } = await aContract(call, { status: "DRAFT" });
  await page.goto(`/contracts/${contractId}/edit#parties`);
  await expect(page.getByRole("textbox", { name: "Holder", exact: true })).toBeFocused();
});
