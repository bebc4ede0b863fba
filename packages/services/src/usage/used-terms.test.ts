import type { Contract, UpdateContract } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { expect, test } from "vitest";
import { getContract } from "../contracts/get.ts";
import { updateContract } from "../contracts/update.ts";
import { aClock, aDealerGroup, anActiveContract, faultsOf } from "../testing/index.ts";
import { recordUsage } from "./record.ts";
import { reverseUsage } from "./reverse.ts";

const { database } = await testDatabase({ clock: aClock().now });
const group = await aDealerGroup(database);

const oil = (quantity: number) => ({ code: "OIL", quantity });
const sold = () => anActiveContract(group, { allowances: [oil(3)] });
const use = ({ contractId }: Contract, quantity: number) =>
  group.change(recordUsage, {
    idempotencyKey: newId(),
    contractId,
    usage: {
      ...{ kind: "ALLOWANCE", code: "OIL", quantity, date: "2026-03-01" },
      ...{ repairOrder: "RO-4711", job: "1" },
    },
  });
const correct = ({ contractId, version }: Contract, changes: UpdateContract["changes"]) =>
  group.change(
    updateContract,
    { contractId, version, changes, correction: { reason: "Entered wrongly" } },
    group.administrator,
  );

test("a correction does not take from a plan what has been used of it; once that is taken back, it may", async () => {
  const contract = await sold();
  const { usage } = await use(contract, 2);
  expect(await faultsOf(correct(contract, { allowances: [oil(1)] }))).toEqual({
    "allowances.0.quantity": "USAGE_EXISTS",
  });
  expect(await faultsOf(correct(contract, { allowances: [] }))).toEqual({ allowances: "USAGE_EXISTS" });
  const { contract: corrected } = await correct(contract, { allowances: [oil(2)] });
  expect(corrected.remaining.allowances).toEqual([{ code: "OIL", quantity: 2, used: 2, left: 0 }]);
  await group.change(reverseUsage, { idempotencyKey: newId(), usageId: usage.usageId, reason: "Not done" });
  expect((await correct(corrected, { allowances: [oil(1)] })).contract.remaining.allowances).toEqual([
    { code: "OIL", quantity: 1, used: 0, left: 1 },
  ]);
});

test("an entry and a correction at once: never more used than there is", async () => {
  for (let round = 0; round < 6; round += 1) {
    const contract = await sold();
    const outcomes = await Promise.allSettled([
      use(contract, 3),
      correct(contract, { allowances: [oil(2)] }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { remaining } = await group.ask(getContract, { contractId: contract.contractId });
    const [left] = remaining.allowances;
    expect(left?.used).toBeLessThanOrEqual(left?.quantity ?? 0);
  }
});
