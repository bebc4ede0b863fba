import { randomUUID } from "node:crypto";
import type {
  ContractInput,
  ContractPage,
  ContractRead,
  ContractResult,
} from "@vehicle-contracts/contract-model";
import type { Call } from "./a-contract.ts";
import { expect, expectNoAxeViolation, test } from "./signed-in.ts";

/** A running contract of the demo group, with number, distance and coverage. What the procedure answers has this type by its schema. */
async function aRunningContract(call: Call): Promise<ContractRead> {
  const filter = { effectiveStatus: ["ACTIVE"], type: ["EXTENDED_WARRANTY", "REPAIR_AND_MAINTENANCE"] };
  const page = (await call("contracts.list", { filter, limit: 100 })) as ContractPage;
  const contract = page.items.find(
    ({ contractNumber, distance, coverage }) =>
      contractNumber &&
      distance.kind === "limited" &&
      coverage.some(({ treatment }) => treatment === "COVERED"),
  );
  if (!contract) throw new Error("The demo group has no such contract.");
  return contract;
}

/** A draft of its own for a test, on the vehicle, store and people of a contract that is there. */
async function aDraft(call: Call, given: Partial<ContractInput> = {}): Promise<ContractResult["contract"]> {
  const like = await aRunningContract(call);
  const contract: ContractInput = {
    storeId: like.storeId,
    vehicleId: like.vehicleId,
    type: "GOODWILL",
    providerId: like.providerId,
    parties: like.parties
      .filter(({ role }) => role === "HOLDER")
      .map(({ role, partyId }) => ({ role, partyId })),
    startDate: like.store.today,
    termMonths: 12,
    ...given,
  };
  const { contract: draft } = (await call("contracts.create", {
    idempotencyKey: randomUUID(),
    contract,
  })) as ContractResult;
  return draft;
}

test("the page says until when and until what distance first, then what was agreed and how it came to be", async ({
  page,
  as,
  call,
}) => {
  await as("advisor");
  const contract = await aRunningContract(call);
  await page.goto(`/contracts/${contract.contractId}`);
  await expect(page.getByText("Valid until")).toBeVisible();
  await expect(page.getByText("Or until", { exact: true })).toBeVisible();
  await expect(page.getByRole("table", { name: "Coverage" }).getByRole("row").nth(1)).toContainText(
    "Covered",
  );
  await expect(page.getByText("Chain verified")).toBeVisible();
  await expect(page.getByRole("link", { name: contract.holder?.name ?? "" }).first()).toBeVisible();
});

test("a change stands in the history in words, by whom and through which door", async ({
  page,
  as,
  call,
}) => {
  const user = await as("advisor");
  const draft = await aDraft(call);
  await call("contracts.update", {
    contractId: draft.contractId,
    version: draft.version,
    changes: { notes: "Prefers calls after 17:00", termMonths: 24 },
  });
  await page.goto(`/contracts/${draft.contractId}`);
  const entry = page.locator("#entry-2");
  await expect(entry).toContainText(`Changed by ${user.name} Admin app`);
  await expect(entry).toContainText("none becomes Prefers calls after 17:00");
  await expect(entry).toContainText("12 months becomes 24 months");
});

test("a draft is sold after one is asked, and shows so", async ({ page, as, call }) => {
  await as("advisor");
  const draft = await aDraft(call);
  await page.goto(`/contracts/${draft.contractId}`);
  await page.getByRole("button", { name: "Sell…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sell", exact: true }).click();
  await expect(page.getByText("Active", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Sell…" })).toHaveCount(0);
  await expect(page.locator("#entry-2")).toContainText("Draft becomes Pending");
});

test("a draft that lacks something says what, and leads to the field", async ({ page, as, call }) => {
  await as("advisor");
  const draft = await aDraft(call, { parties: [], providerId: null });
  await page.goto(`/contracts/${draft.contractId}`);
  await page.getByRole("button", { name: "Sell…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Nobody holds the contract. Add one holder.");
  await expect(dialog.getByRole("link", { name: "Provider" })).toHaveAttribute(
    "href",
    `/contracts/${draft.contractId}/edit#providerId`,
  );
});

test("what somebody else changed meanwhile stops the sale and is said; nothing is taken for done", async ({
  page,
  as,
  call,
}) => {
  const user = await as("advisor");
  const draft = await aDraft(call);
  await page.goto(`/contracts/${draft.contractId}`);
  await expect(page.getByText("Chain verified")).toBeVisible();
  await call("contracts.update", {
    contractId: draft.contractId,
    version: draft.version,
    changes: { notes: "Wait for the bank" },
  });
  await page.getByRole("button", { name: "Sell…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sell", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("The contract was changed meanwhile");
  await expect(dialog).toContainText(`Notes${user.name}`);
  await dialog.getByRole("button", { name: "Show it as it is now" }).click();
  await expect(page.getByText("Wait for the bank").first()).toBeVisible();
  await expect(page.getByText("Draft", { exact: true }).first()).toBeVisible();
});

test("an ended contract says that only its notes may be changed", async ({ page, as, call }) => {
  await as("advisor");
  const ended = (await call("contracts.list", {
    filter: { effectiveStatus: ["EXPIRED"] },
    limit: 1,
  })) as ContractPage;
  await page.goto(`/contracts/${ended.items[0]?.contractId}`);
  await expect(page.getByText("The contract is expired: only the notes may be changed.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit notes" })).toBeVisible();
});

test("E edits; a viewer is told who could", async ({ page, as, call }) => {
  await as("advisor");
  const contract = await aRunningContract(call);
  await page.goto(`/contracts/${contract.contractId}`);
  await expect(page.getByRole("link", { name: "Edit" })).toBeVisible();
  await page.keyboard.press("e");
  await expect(page).toHaveURL(/\/edit$/);
  await page.context().clearCookies();
  await as("viewer");
  await page.goto(`/contracts/${contract.contractId}`);
  await expect(page.getByText("You may read only. An administrator can change that.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
});

test("an id that is not in this register is not found", async ({ page, as }) => {
  await as("advisor");
  const answer = await page.goto("/contracts/0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071");
  expect(answer?.status()).toBe(404);
  await expect(page.getByText("There is nothing at this address")).toBeVisible();
});

for (const width of [1440, 820])
  test(`no axe violation: a contract and the sale of a draft; ${width} px`, async ({ page, as, call }) => {
    await page.setViewportSize({ width, height: 1000 });
    await as("advisor");
    const contract = await aRunningContract(call);
    await page.goto(`/contracts/${contract.contractId}`);
    await expect(page.getByText("Chain verified")).toBeVisible();
    await expectNoAxeViolation(page);
    const draft = await aDraft(call);
    await page.goto(`/contracts/${draft.contractId}`);
    await page.getByRole("button", { name: "Sell…" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectNoAxeViolation(page);
  });
