import {
  type Distance,
  type ProblemField,
  problemFields,
  type VehicleInput,
  VehicleInput as VehicleSchema,
} from "@vehicle-contracts/contract-model";
import { normaliseVin } from "@vehicle-contracts/contract-rules";
import type { CsvRecord } from "../csv-records.ts";
import type { Columns, TextField } from "./columns.ts";
import { type DateOrder, readDay } from "./dates.ts";
import { readWholeDistance } from "./whole-distance.ts";

/** What a row says, where it can be understood. Only what the file gives is in it: an empty cell says nothing. */
export type VehicleRowOfFile = {
  line: number;
  vin: string;
  given: VehicleInput;
  odometer: Distance | null;
};

export type Understood = { ok: true; row: VehicleRowOfFile } | { ok: false; fields: ProblemField[] };

/** Reads a record. Numbers and dates that could mean two things are refused, never guessed. */
export function understand(
  record: CsvRecord,
  columns: Columns,
  dateOrder: DateOrder | undefined,
): Understood {
  const { line, cells } = record;
  const extra = cells.slice(columns.count).filter(Boolean);
  if (extra.length > 0)
    return {
      ok: false,
      fields: [
        {
          path: "",
          code: "TOO_MANY_CELLS",
          message: `The row has ${cells.length} cells, the header ${columns.count}. Put a cell that holds the delimiter into quotation marks.`,
        },
      ],
    };
  const fields: ProblemField[] = [];
  const given: Record<string, unknown> = {};
  for (const [field, index] of columns.texts) {
    const cell = cells[index] ?? "";
    if (cell === "" && field !== "vin") continue;
    const value = meaningOf(field, cell, dateOrder);
    if ("message" in value) fields.push({ path: field, ...value });
    else given[field] = value.is;
  }
  const odometer = odometerOf(cells, columns);
  if (odometer && "message" in odometer) fields.push({ path: "odometer", ...odometer });
  const parsed = VehicleSchema.safeParse(given);
  if (!parsed.success)
    fields.push(
      ...problemFields(parsed.error, given).filter(
        ({ path }) => !fields.some((field) => field.path === path),
      ),
    );
  if (fields.length > 0 || !parsed.success) return { ok: false, fields };
  const vin = normaliseVin(parsed.data.vin);
  return {
    ok: true,
    row: {
      ...{ line, vin, given: { ...parsed.data, vin } },
      odometer: odometer && "value" in odometer ? odometer : null,
    },
  };
}

type Value = { is: unknown } | { code: string; message: string };

function meaningOf(field: TextField, cell: string, dateOrder: DateOrder | undefined): Value {
  if (field === "modelYear")
    return /^\d{4}(?:\.0)?$/.test(cell)
      ? { is: Number(cell.slice(0, 4)) }
      : {
          code: "WRONG_FORMAT",
          message: `${JSON.stringify(cell)} is not a year. Write four digits, such as 2021.`,
        };
  if (field === "firstRegistrationDate") {
    const read = readDay(cell, dateOrder);
    return "day" in read ? { is: read.day } : { code: "WRONG_FORMAT", message: read.message };
  }
  if (field === "vinKind") return { is: cell.toLowerCase() };
  return { is: cell };
}

function odometerOf(cells: readonly string[], { odometer }: Columns) {
  const cell = odometer ? (cells[odometer.index] ?? "") : "";
  return odometer && cell !== "" ? readWholeDistance(cell, odometer.unit) : null;
}
