import { parseDate, todayIn } from "@vehicle-contracts/contract-rules/temporal";
import { enterprise, type TenantTx } from "@vehicle-contracts/database";
import { eq } from "drizzle-orm";
import { type Actor, requireGrant, requireRole } from "../../actor.ts";
import { storeAt } from "../../internal/store-row.ts";
import { notFound } from "../../service-error.ts";
import { csvRecords } from "../csv-records.ts";
import type { CsvSource } from "../csv-text.ts";
import { ImportRefused, type ImportReport } from "../report.ts";
import { type Columns, columnsOf } from "./columns.ts";
import type { DateOrder } from "./dates.ts";
import type { ImportFrame } from "./decide.ts";
import { ImportOutcome } from "./outcome.ts";
import { RepeatedRows } from "./repeated-rows.ts";
import { understand, type VehicleRowOfFile } from "./row.ts";
import { settle, type Units } from "./settle.ts";

export type VehicleImport = {
  file: CsvSource;
  /** Its VIN policy, its today and, for a column `odometer`, its unit hold. */
  storeId: string;
  /** Columns by field, where their names do not tell. */
  map?: Readonly<Record<string, string>>;
  /** Date of the readings, `YYYY-MM-DD`, not after the store's today, which is it when left out. */
  readingDate?: string | undefined;
  /** Which comes first in a date as 03/09/2021: the day or the month. Without it, such a date is refused. */
  dateOrder?: DateOrder | undefined;
  /** Answers the same report and writes nothing. */
  dryRun?: boolean;
  /** Told after each part of the file: bytes of it read, and rows done, so far. */
  onProgress?: (done: { bytes: number; rows: number }) => void;
  /** Aborted, the import stops after the rows in hand and answers what was done. */
  signal?: AbortSignal;
};

/** Rows decided and written at once. */
const atOnce = 200;

/**
 * Imports vehicles from a CSV file, a part at a time. A row is taken or refused as a whole, and stops no other; what an
 * empty cell or a missing column does not say stays as it is; the same file again changes nothing. Takes an advisor and a
 * grant of the store. Throws FORBIDDEN, NOT_FOUND (the enterprise, the store), ImportRefused (the file as a whole, the mapping, the date).
 */
export async function importVehicles(
  units: Units,
  actor: Actor,
  given: VehicleImport,
): Promise<ImportReport> {
  requireRole(actor, "advisor");
  const frame = await units.read((tx) => frameOf(tx, actor, given));
  const outcome = new ImportOutcome();
  const repeated = new RepeatedRows();
  let bytes = 0;
  let columns: Columns | null = null;
  let part: VehicleRowOfFile[] = [];
  const finishPart = async () => {
    for (const decision of await settle(units, actor, part, frame, given.dryRun ?? false))
      outcome.decided(decision);
    part = [];
    given.onProgress?.({ bytes, rows: outcome.rows });
  };
  const countBytes = (read: number) => {
    bytes += read;
  };
  let lastLine = 0;
  let stoppedAfter: number | null = null;
  for await (const record of csvRecords(given.file, countBytes)) {
    if (given.signal?.aborted) {
      stoppedAfter = lastLine;
      break;
    }
    if ("unreadable" in record) {
      if (!columns) throw new ImportRefused(record.unreadable);
      outcome.refused(record.line, [{ path: "", code: "UNREADABLE", message: record.unreadable }]);
    } else if (!columns) {
      columns = columnsOf(record.cells, given.map ?? {}, frame.store.distanceUnit);
      for (const { field, message } of columns.passedOver)
        outcome.warned(record.line, { path: field, code: "REPEATED_COLUMN", message });
      continue;
    } else {
      const understood = understand(record, columns, given.dateOrder);
      if (!understood.ok) outcome.refused(record.line, understood.fields);
      else if (!repeated.isRepeated(understood.row)) part.push(understood.row);
      if (part.length === atOnce) await finishPart();
    }
    lastLine = record.line;
  }
  await finishPart();
  if (!columns && stoppedAfter === null)
    throw new ImportRefused("The file has no line with the names of the columns.");
  repeated.tell(outcome);
  return outcome.report(columns?.unmapped ?? [], stoppedAfter);
}

async function frameOf(tx: TenantTx, actor: Actor, given: VehicleImport): Promise<ImportFrame> {
  const [own] = await tx
    .select({ enterpriseId: enterprise.enterpriseId })
    .from(enterprise)
    .where(eq(enterprise.enterpriseId, tx.enterpriseId));
  if (!own) throw notFound("enterprise");
  const store = await storeAt(tx, given.storeId, "storeId");
  requireGrant(actor, store.storeId);
  const today = todayIn(store.timeZone, tx.startedAt);
  const readOn = given.readingDate ?? today;
  if (!parseDate(readOn))
    throw new ImportRefused(
      `${JSON.stringify(readOn)} is not a date. Write the day of the readings as 2026-01-31.`,
    );
  if (readOn > today)
    throw new ImportRefused(
      `The readings cannot be of ${readOn}: it is ${today} at ${store.name}. Name a day not after it.`,
    );
  return { store, today, readOn };
}
