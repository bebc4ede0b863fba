import type { useFormat } from "../../../ui/use-format.ts";
import type { VehicleWritten } from "./written.ts";

type Format = Pick<ReturnType<typeof useFormat>, "date">;

/** A part of a vehicle in words. */
export function writtenWords(field: keyof VehicleWritten, record: VehicleWritten, format: Format): string {
  const value = record[field] ?? null;
  if (value === null) return "none";
  if (typeof value === "object") return value.kind === "legacy" ? `${value.vin}, chassis number` : value.vin;
  return field === "firstRegistrationDate" ? format.date(String(value)) : String(value);
}
