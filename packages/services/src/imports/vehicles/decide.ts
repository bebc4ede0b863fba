import type { ProblemField, Store, VehicleChanges, VehicleInput } from "@vehicle-contracts/contract-model";
import { judgeVin, odometerBreaks } from "@vehicle-contracts/contract-rules";
import { odometerReading, type TenantTx, vehicle } from "@vehicle-contracts/database";
import { and, asc, eq, inArray } from "drizzle-orm";
import { changedOnly } from "../../internal/changed-only.ts";
import { toVehicle, type VehicleRow } from "../../internal/vehicle-row.ts";
import type { VehicleRowOfFile } from "./row.ts";

/** What is to be done for a row, with what is to be said of it. */
export type Decision = { row: VehicleRowOfFile; warnings: ProblemField[] } & (
  | { outcome: "created"; input: VehicleInput }
  | {
      outcome: "updated";
      vehicleId: string;
      version: number;
      changes: VehicleChanges | null;
      readIt: boolean;
    }
  | { outcome: "unchanged" }
  | { outcome: "refused"; fields: ProblemField[] }
);

/** What holds for every row of the file. `today` is the store's, `readOn` the date of its readings. */
export type ImportFrame = { store: Store; today: string; readOn: string };

/** Decides on rows of different VINs, as the register is now. Writes nothing. */
export async function decide(
  tx: TenantTx,
  rows: readonly VehicleRowOfFile[],
  frame: ImportFrame,
): Promise<Decision[]> {
  const known = await vehiclesByVin(tx, rows);
  const read = rows.flatMap((row) => {
    const found = known.get(row.vin);
    return found && isNewReading(row, found) ? [found.vehicleId] : [];
  });
  const readings = await readingsOf(tx, read);
  return rows.map((row) => {
    const found = known.get(row.vin);
    return found ? forKnown(row, found, readings.get(found.vehicleId) ?? [], frame) : forNew(row, frame);
  });
}

function forNew(row: VehicleRowOfFile, { store, today, readOn }: ImportFrame): Decision {
  const { given } = row;
  const verdict = judgeVin({ ...given, policy: store.vinPolicy });
  const said = noteOf(verdict);
  const fields = [
    ...(verdict.result === "ERROR" ? said : []),
    ...(row.odometer ? odometerBreaks([], { date: readOn, odometer: row.odometer }, today) : []),
  ];
  if (fields.length > 0) return { row, warnings: [], outcome: "refused", fields };
  return { row, warnings: [...said, ...aheadOf(given, today)], outcome: "created", input: given };
}

function forKnown(
  row: VehicleRowOfFile,
  found: VehicleRow,
  recorded: readonly Recorded[],
  { store, today, readOn }: ImportFrame,
): Decision {
  // The number is in the register already: what was said of it there holds.
  const { vin: _vin, vinKind: _kind, ...given } = row.given;
  const changes = changedOnly(toVehicle(found), given);
  const verdict = judgeVin({
    vin: found.vin,
    vinKind: found.vinKind,
    modelYear: given.modelYear ?? found.modelYear,
    // What nobody touches is not refused by a policy that came later.
    policy: changes.modelYear === undefined ? "warn" : store.vinPolicy,
  });
  const said = [...noteOf(verdict), ...aheadOf(given, today)];
  const readIt = isNewReading(row, found);
  const fields = [
    ...(verdict.result === "ERROR" ? noteOf(verdict) : []),
    ...(readIt && row.odometer
      ? odometerBreaks(recorded, { date: readOn, odometer: row.odometer }, today)
      : []),
  ];
  if (fields.length > 0) return { row, warnings: [], outcome: "refused", fields };
  const hasChanges = Object.keys(changes).length > 0;
  if (!hasChanges && !readIt) return { row, warnings: said, outcome: "unchanged" };
  return {
    ...{ row, warnings: said, outcome: "updated", readIt },
    vehicleId: found.vehicleId,
    version: found.version,
    changes: hasChanges ? changes : null,
  };
}

/** What lies further ahead than is likely: a slip of the pen more often than not, but no fault. */
function aheadOf(
  { firstRegistrationDate, modelYear }: Pick<VehicleInput, "firstRegistrationDate" | "modelYear">,
  today: string,
): ProblemField[] {
  const thisYear = Number(today.slice(0, 4));
  return [
    ...(firstRegistrationDate && firstRegistrationDate > today
      ? [
          {
            path: "firstRegistrationDate",
            message: `${firstRegistrationDate} is after today, ${today}. Make sure that it is right.`,
          },
        ]
      : []),
    ...(modelYear && modelYear > thisYear + 2
      ? [
          {
            path: "modelYear",
            message: `${modelYear} is more than two years after ${thisYear}. Make sure that it is right.`,
          },
        ]
      : []),
  ].map((note) => ({ ...note, code: "AHEAD" }));
}

const noteOf = ({ code, message }: { code: string | null; message: string | null }): ProblemField[] =>
  code === null ? [] : [{ path: "vin", code, message: message ?? "" }];

/** A reading equal to the latest says nothing new, on whichever day. */
const isNewReading = ({ odometer }: VehicleRowOfFile, found: VehicleRow): boolean =>
  odometer !== null && (odometer.value !== found.odometerValue || odometer.unit !== found.odometerUnit);

async function vehiclesByVin(
  tx: TenantTx,
  rows: readonly VehicleRowOfFile[],
): Promise<Map<string, VehicleRow>> {
  if (rows.length === 0) return new Map();
  const found = await tx
    .select()
    .from(vehicle)
    .where(
      and(
        eq(vehicle.enterpriseId, tx.enterpriseId),
        inArray(
          vehicle.vin,
          rows.map(({ vin }) => vin),
        ),
      ),
    );
  return new Map(found.map((row) => [row.vin, row]));
}

type Recorded = Parameters<typeof odometerBreaks>[0][number];

async function readingsOf(tx: TenantTx, vehicleIds: readonly string[]): Promise<Map<string, Recorded[]>> {
  if (vehicleIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(odometerReading)
    .where(
      and(
        eq(odometerReading.enterpriseId, tx.enterpriseId),
        inArray(odometerReading.vehicleId, [...vehicleIds]),
      ),
    )
    .orderBy(asc(odometerReading.vehicleId), asc(odometerReading.ordinal));
  const entries = rows.map(({ vehicleId, value, unit, date, correction }) => ({
    vehicleId,
    odometer: { value, unit },
    date,
    correction,
  }));
  return Map.groupBy(entries, ({ vehicleId }) => vehicleId);
}
