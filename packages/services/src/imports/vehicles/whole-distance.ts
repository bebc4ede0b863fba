import { Distance, type DistanceUnit } from "@vehicle-contracts/contract-model";

const written: Readonly<Record<DistanceUnit, { plural: string; field: string; suffix: RegExp }>> = {
  MI: { plural: "miles", field: "mileage", suffix: /(?<=\d) ?(?:mi\.?|miles?|meilen?)$/i },
  KM: {
    plural: "kilometres",
    field: "kilometres",
    suffix: /(?<=\d) ?(?:kms?\.?|kilomet(?:er|re)s?|kilometern)$/i,
  },
};

/**
 * Reads an odometer, which is whole: digits, or groups of three parted by one kind of separator, with or without the
 * column's own unit. Says in a sentence what would be right where it is anything else.
 */
export function readWholeDistance(
  cell: string,
  unit: DistanceUnit,
): Distance | { code: string; message: string } {
  const other = written[unit === "MI" ? "KM" : "MI"];
  const { plural, suffix } = written[unit];
  if (other.suffix.test(cell))
    return {
      code: "WRONG_UNIT",
      message: `${JSON.stringify(cell)} is in ${other.plural}, and the column is read as ${plural}. Write ${plural}, or say --map ${other.field}=COLUMN.`,
    };
  const digits = digitsOf(cell.replace(suffix, ""));
  if (digits === null)
    return {
      code: "WRONG_FORMAT",
      message: `${JSON.stringify(cell)} is not a whole number. Write whole ${plural}, as 12345 or 12,345.`,
    };
  const parsed = Distance.safeParse({ value: Number(digits), unit });
  if (parsed.success) return parsed.data;
  return { code: "TOO_LARGE", message: parsed.error.issues[0]?.message ?? "Is too large." };
}

function digitsOf(text: string): string | null {
  if (/^\d+(?:[.,]0{1,2})?$/.test(text)) return text.replace(/[.,].*/, "");
  // One to three digits, then threes: no half is written so, since odometers are whole.
  const groups = /^[1-9]\d{0,2}(?:([.,'’ \u00a0\u202f])\d{3})(?:\1\d{3})*$/.exec(text);
  return groups ? text.replace(/\D/g, "") : null;
}
