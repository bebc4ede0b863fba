import { newId, odometerReading, searchTerm, type TenantTx, vehicle } from "@vehicle-contracts/database";
import { type Actor, asRevisionActor } from "../../actor.ts";
import { storedTerm, vehicleTerms } from "../../internal/search-terms.ts";
import { vehicleFields } from "../../internal/vehicle-fields.ts";
import { recordOdometer } from "../../vehicles/record-odometer.ts";
import { updateVehicle } from "../../vehicles/update.ts";
import type { Decision, ImportFrame } from "./decide.ts";

/** What the readings of an import are said to come from. */
const source = "import";

/** Someone made a vehicle of one of the VINs meanwhile: the rows are to be decided anew. */
export class DecidedTooEarly extends Error {
  override readonly name = "DecidedTooEarly";
}

/** Does what was decided, all of it or nothing: it is the caller's transaction. Throws DecidedTooEarly and as the verbs do. */
export async function carryOut(
  tx: TenantTx,
  actor: Actor,
  given: readonly Decision[],
  frame: ImportFrame,
): Promise<void> {
  // In one order, so that two imports at once do not wait for each other.
  const decisions = given.toSorted((a, b) => (a.row.vin < b.row.vin ? -1 : 1));
  await create(tx, actor, decisions, frame);
  const { storeId } = frame.store;
  for (const decision of decisions) {
    if (decision.outcome !== "updated") continue;
    const { vehicleId, version, changes, readIt, row } = decision;
    if (changes) await updateVehicle(tx, actor, { vehicleId, version, changes, storeId });
    if (readIt && row.odometer)
      await recordOdometer(tx, actor, {
        vehicleId,
        odometer: row.odometer,
        date: frame.readOn,
        source,
        storeId,
      });
  }
}

async function create(
  tx: TenantTx,
  actor: Actor,
  decisions: readonly Decision[],
  { store, readOn }: ImportFrame,
): Promise<void> {
  const { enterpriseId, startedAt } = tx;
  const made = decisions.flatMap((decision) => {
    if (decision.outcome !== "created") return [];
    const { odometer } = decision.row;
    return {
      odometer,
      row: {
        ...vehicleFields(decision.input, store.vinPolicy).fields,
        ...{ enterpriseId, vehicleId: newId(), version: 1, createdAt: startedAt, updatedAt: startedAt },
        odometerValue: odometer?.value ?? null,
        odometerUnit: odometer?.unit ?? null,
        odometerDate: odometer ? readOn : null,
        odometerSource: odometer ? source : null,
      },
    };
  });
  if (made.length === 0) return;
  const stored = await tx
    .insert(vehicle)
    .values(made.map(({ row }) => row))
    .onConflictDoNothing()
    .returning({ vehicleId: vehicle.vehicleId });
  if (stored.length < made.length)
    throw new DecidedTooEarly("A vehicle of one of the VINs was made meanwhile.");
  const readings = made.flatMap(({ row, odometer }) =>
    odometer
      ? {
          ...{ enterpriseId, vehicleId: row.vehicleId, ordinal: 1, readingId: newId() },
          ...{ ...odometer, date: readOn, source, correction: false },
          ...{ recordedBy: asRevisionActor(actor), recordedAt: startedAt },
        }
      : [],
  );
  if (readings.length > 0) await tx.insert(odometerReading).values(readings);
  await tx
    .insert(searchTerm)
    .values(
      made.flatMap(({ row }) =>
        vehicleTerms(row).map((term) => ({ enterpriseId, target: row.vehicleId, ...storedTerm(term) })),
      ),
    )
    .onConflictDoNothing();
}
