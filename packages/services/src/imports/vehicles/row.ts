import {
  CalendarDate,
  Distance,
  type ProblemField,
  problemFields,
  type VehicleInput,
  VehicleInput as VehicleSchema,
} from "@vehicle-contracts/contract-model";
import { normaliseVin } from "@vehicle-contracts/contract-rules";
import type { CsvRecord } from "../csv-records.ts";
import type { Columns, TextField } from "./columns.ts";

/** What a row says, where it can be understood. Only what the file gives is in it: an empty cell says nothing. */
export type VehicleRowOfFile = {
  line: number;
  vin: string;
  given: VehicleInput;
  odometer: Distance | null;
};

export type Understood = { ok: true; row: VehicleRowOfFile } | { ok: false; fields: ProblemField[] };

/** Reads a record. Numbers and dates that could mean two things are refused, never guessed. */
export function understand(record: CsvRecord, columns: Columns): Understood {
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
    const value = meaningOf(field, cell);
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

function meaningOf(field: TextField, cell: string): Value {
  if (field === "modelYear")
    return /^\d{4}(?:\.0)?$/.test(cell)
      ? { is: Number(cell.slice(0, 4)) }
      : {
          code: "WRONG_FORMAT",
          message: `${JSON.stringify(cell)} is not a year. Write four digits, such as 2021.`,
        };
  if (field === "firstRegistrationDate") return dateOf(cell);
  if (field === "vinKind") return { is: cell.toLowerCase() };
  return { is: cell };
}

function dateOf(cell: string): Value {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell);
  const iso = german
    ? `${german[3]}-${german[2]?.padStart(2, "0")}-${german[1]?.padStart(2, "0")}`
    : cell.replace(/[T ]00:00(?::00)?(?:\.0+)?Z?$/, "");
  if (CalendarDate.safeParse(iso).success) return { is: iso };
  return {
    code: "WRONG_FORMAT",
    message: `${JSON.stringify(cell)} is not a date that can be read one way only. Write it as 2021-03-09 or 09.03.2021.`,
  };
}

function odometerOf(
  cells: readonly string[],
  { odometer }: Columns,
): Distance | { code: string; message: string } | null {
  const cell = odometer ? (cells[odometer.index] ?? "") : "";
  if (!odometer || cell === "") return null;
  // 45.000 is forty-five thousand to some and forty-five to others.
  if (!/^\d+(?:\.0{1,2})?$/.test(cell))
    return {
      code: "WRONG_FORMAT",
      message: `${JSON.stringify(cell)} is not a whole number. Write digits only, without separators or unit.`,
    };
  const parsed = Distance.safeParse({ value: Number(cell), unit: odometer.unit });
  if (parsed.success) return parsed.data;
  return { code: "TOO_LARGE", message: parsed.error.issues[0]?.message ?? "Is too large." };
}
