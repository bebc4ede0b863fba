import { contract } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getContract } from "../contracts/get.ts";
import { updateContract } from "../contracts/update.ts";
import { verifyContractHistory } from "../contracts/verify-history.ts";
import { updateParty } from "../parties/update.ts";
import { ServiceError } from "../service-error.ts";
import { aClock, aDealerGroup, anActiveContract, aParty, aVehicle } from "../testing/index.ts";
import { recordOdometer } from "../vehicles/record-odometer.ts";
import { updateVehicle } from "../vehicles/update.ts";

const { database } = await testDatabase({ clock: aClock().now, max: 8 });
const group = await aDealerGroup(database);

test("readings, new plates, new names and changes of the same contracts at once never wait for each other in a ring", async () => {
  const { vehicleId } = await aVehicle(group);
  const { partyId } = await aParty(group);
  const parties = [{ role: "HOLDER" as const, partyId }];
  const contractIds: string[] = [];
  for (let count = 0; count < 8; count += 1)
    contractIds.push((await anActiveContract(group, { vehicleId, parties })).contractId);

  const unforeseen: unknown[] = [];
  // Someone else may be faster, which is said; nothing else may go wrong.
  const attempt = (work: Promise<unknown>) =>
    work.catch((error: unknown) => {
      if (!(error instanceof ServiceError && error.problem.code === "STALE_VERSION")) unforeseen.push(error);
    });
  let version = 1;
  for (let round = 0; round < 40; round += 1) {
    const value = 13_000 + (round % 2 === 0 ? 60_000 : 0);
    const read = { odometer: { value, unit: "KM" as const }, date: "2026-03-01", source: "workshop" };
    const contractId = contractIds[round % contractIds.length] ?? "";
    const { version: at } = await group.ask(getContract, { contractId });
    await Promise.all([
      attempt(group.change(recordOdometer, { vehicleId, ...read, correction: true })),
      attempt(group.change(updateParty, { partyId, version, changes: { familyName: `Name ${round}` } })),
      attempt(group.change(updateVehicle, { vehicleId, version, changes: { licensePlate: `P ${round}` } })),
      attempt(
        group.change(updateContract, { contractId, version: at, changes: { notes: `Round ${round}` } }),
      ),
    ]);
    version += 1;
  }
  expect(unforeseen).toEqual([]);

  const rows = await database.read(group.enterpriseId, (tx) =>
    tx
      .select()
      .from(contract)
      .where(and(eq(contract.enterpriseId, tx.enterpriseId), eq(contract.vehicleId, vehicleId))),
  );
  expect(rows).toHaveLength(8);
  for (const row of rows)
    expect(row).toMatchObject({ plateFolded: "p39", holderSort: "name 39 erika", pastLimit: false });
  for (const contractId of contractIds)
    expect(await group.ask(verifyContractHistory, { contractId })).toMatchObject({ intact: true });
});
