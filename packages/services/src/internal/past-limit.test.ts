import type { ContractChanges, ContractInput, DistanceUnit } from "@vehicle-contracts/contract-model";
import { endInMillimetres, pastLimit } from "@vehicle-contracts/contract-rules";
import { contract, newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createContract } from "../contracts/create.ts";
import { getContract } from "../contracts/get.ts";
import { updateContract } from "../contracts/update.ts";
import { ServiceError } from "../service-error.ts";
import { aClock, aContractInput, aDealerGroup, aVehicle } from "../testing/index.ts";
import { getVehicle } from "../vehicles/get.ts";
import { recordHours } from "../vehicles/record-hours.ts";
import { recordOdometer } from "../vehicles/record-odometer.ts";

const { database } = await testDatabase({ clock: aClock().now });
const group = await aDealerGroup(database);

type Step =
  | { step: "odometer"; value: number; unit: DistanceUnit; day: number; correction: boolean }
  | { step: "hours"; value: number; day: number; correction: boolean }
  | { step: "contract"; limit: number; unit: DistanceUnit; hours: number }
  | { step: "change"; which: number; limit: number; unit: DistanceUnit; hours: number; move: boolean };

// Limits and readings that often meet: 100 mi are 160.9 km.
const figures = {
  unit: fc.constantFrom<DistanceUnit>("KM", "MI"),
  limit: fc.integer({ min: 95, max: 165 }),
  hours: fc.integer({ min: 1, max: 6 }),
};
const reading = { day: fc.integer({ min: 1, max: 4 }), correction: fc.boolean() };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    step: fc.constant("odometer" as const),
    value: fc.integer({ min: 95, max: 165 }),
    unit: figures.unit,
    ...reading,
  }),
  fc.record({ step: fc.constant("hours" as const), value: fc.integer({ min: 0, max: 7 }), ...reading }),
  fc.record({ step: fc.constant("contract" as const), ...figures }),
  fc.record({ step: fc.constant("change" as const), which: fc.nat(9), move: fc.boolean(), ...figures }),
);

const limits = ({ limit, unit, hours }: { limit: number; unit: DistanceUnit; hours: number }) =>
  ({
    distance: { kind: "limited", limit: { value: limit, unit }, startOdometer: { value: 0, unit } },
    engineHours: { kind: "limited", limit: hours, startHours: 0 },
  }) satisfies Partial<ContractInput>;

test("what the row of a contract says of its limits is what the rule says, whatever was recorded and changed", async () => {
  const terms = await aContractInput(group, { termMonths: null, openEnded: true });
  const elsewhere = await aVehicle(group);

  async function run(vehicleId: string, contractIds: string[], next: Step): Promise<void> {
    const recorded = { vehicleId, source: "workshop" };
    if (next.step === "odometer") {
      const { value, unit, day, correction } = next;
      const date = `2026-02-0${day}`;
      await group.change(recordOdometer, { ...recorded, odometer: { value, unit }, date, correction });
    } else if (next.step === "hours") {
      const { value, day, correction } = next;
      await group.change(recordHours, { ...recorded, hours: value, date: `2026-02-0${day}`, correction });
    } else if (next.step === "contract") {
      const input = { ...terms, vehicleId, ...limits(next) };
      const made = await group.change(createContract, { idempotencyKey: newId(), contract: input });
      contractIds.push(made.contract.contractId);
    } else {
      const contractId = contractIds[next.which % contractIds.length];
      if (!contractId) return;
      const { version } = await group.ask(getContract, { contractId });
      const there = next.move ? { vehicleId: elsewhere.vehicleId } : { vehicleId };
      const changes: ContractChanges = { ...limits(next), ...there };
      await group.change(updateContract, { contractId, version, changes });
    }
  }

  async function expectAgreement(contractIds: readonly string[]) {
    for (const contractId of contractIds) {
      const [row] = await database.read(group.enterpriseId, (tx) =>
        tx.select().from(contract).where(eq(contract.contractId, contractId)),
      );
      if (!row) throw new Error("The contract is not there.");
      const { latestOdometer, latestHours } = await group.ask(getVehicle, { vehicleId: row.vehicleId });
      expect(row.pastLimit).toBe(pastLimit(row, { latestOdometer, latestHours: latestHours?.value ?? null }));
      expect(row.endOdometerMm).toBe(endInMillimetres(row.distance));
      expect(row.endHours).toBe(row.engineHours.kind === "limited" ? row.engineHours.endHours : null);
    }
  }

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const { vehicleId } = await aVehicle(group);
      const contractIds: string[] = [];
      for (const next of steps) {
        // A reading that contradicts the last one is refused; the next step goes on.
        await run(vehicleId, contractIds, next).catch((error: unknown) => {
          if (!(error instanceof ServiceError)) throw error;
        });
        await expectAgreement(contractIds);
      }
    }),
    { numRuns: 25 },
  );
});
