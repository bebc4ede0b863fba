import type { DistanceUnit, VehicleInput } from "@vehicle-contracts/contract-model";
import { fold, withoutSeparators } from "../../internal/folding.ts";
import { ImportRefused } from "../report.ts";

/** What a column may hold: a field of the vehicle, or an odometer in miles, in kilometres, or in the store's unit. */
export const importFields = [
  "vin",
  "vinKind",
  "licensePlate",
  "engineNumber",
  "make",
  "model",
  "variant",
  "modelYear",
  "firstRegistrationDate",
  "fuel",
  "mileage",
  "kilometres",
  "odometer",
] as const;
export type ImportField = (typeof importFields)[number];
export type TextField = Exclude<ImportField, "mileage" | "kilometres" | "odometer"> & keyof VehicleInput;

/** Names by which a column is recognised, folded, without blanks and punctuation; the first is the field's own. */
const recognised: Readonly<Record<ImportField, readonly string[]>> = {
  vin: [
    "vin",
    "vinnumber",
    "vincode",
    "chassisnumber",
    "chassisno",
    "chassis",
    "fin",
    "fahrgestellnummer",
    "fahrgestellnr",
    "fahrzeugidentifizierungsnummer",
    "fahrzeugidentnummer",
    "fahrzeugidentnr",
    "identnummer",
  ],
  vinKind: ["vinkind"],
  licensePlate: [
    "licenseplate",
    "licenceplate",
    "plate",
    "numberplate",
    "registration",
    "registrationnumber",
    "registrationno",
    "regno",
    "reg",
    "vrm",
    "kennzeichen",
    "amtlicheskennzeichen",
    "kfzkennzeichen",
  ],
  engineNumber: ["enginenumber", "engineno", "motornummer", "motornr"],
  make: ["make", "brand", "manufacturer", "marke", "hersteller", "fabrikat"],
  model: ["model", "modell", "vehiclemodel"],
  variant: ["variant", "trim", "derivative", "variante", "ausfuehrung", "ausstattungslinie"],
  modelYear: ["modelyear", "year", "modelljahr", "baujahr"],
  firstRegistrationDate: [
    "firstregistrationdate",
    "firstregistration",
    "firstregistered",
    "registrationdate",
    "dateoffirstregistration",
    "erstzulassung",
    "erstzulassungsdatum",
    "ez",
  ],
  fuel: ["fuel", "fueltype", "kraftstoff", "kraftstoffart"],
  mileage: ["mileage", "miles", "mileagemiles", "mileagemi", "odometermiles", "odometermi", "meilen"],
  kilometres: [
    "kilometres",
    "kilometers",
    "km",
    "odometerkm",
    "odometerkilometres",
    "mileagekm",
    "kilometerstand",
    "kmstand",
    "laufleistung",
    "laufleistungkm",
  ],
  odometer: ["odometer", "odometerreading", "tachostand"],
};

/** Where each field stands: the index of its column. */
export type Columns = {
  texts: ReadonlyMap<TextField, number>;
  /** The one column that the odometer is read from. */
  odometer: { index: number; unit: DistanceUnit } | null;
  /** How many columns the header has. */
  count: number;
  unmapped: string[];
  /** Columns that could be a field which another one is read as, each in a sentence. */
  passedOver: { field: ImportField; message: string }[];
};

const odometers = ["mileage", "kilometres", "odometer"] as const;
const isOdometer = (field: ImportField): field is (typeof odometers)[number] =>
  odometers.some((each) => each === field);

const isSameName = (one: string, other: string) => nameOf(one) !== "" && nameOf(one) === nameOf(other);

/** A vehicle has one odometer, whichever the unit of its column. */
const isBothOdometer = (one: ImportField, other: ImportField) => isOdometer(one) && isOdometer(other);

const nameOf = (header: string) => fold(withoutSeparators(header));

/**
 * Where the fields stand: as mapped, else by the names of the columns, the first that is recognised. Throws ImportRefused
 * where a mapping names no field or no column, or no column holds the VIN.
 */
export function columnsOf(
  header: readonly string[],
  mapped: Readonly<Record<string, string>>,
  storeUnit: DistanceUnit,
): Columns {
  const indexes = mappedIndexes(header, mapped);
  const byHand = new Set(indexes.values());
  const taken = new Set(byHand);
  const passedOver: Columns["passedOver"] = [];
  header.forEach((column, index) => {
    if (taken.has(index)) return;
    const field = importFields.find((each) => recognised[each].includes(nameOf(column)));
    const sameName = [...indexes].find(([, each]) => isSameName(header[each] ?? "", column));
    const [read, counts] =
      sameName ??
      [...indexes].find(([each]) => each === field || (field && isBothOdometer(each, field))) ??
      [];
    if (read !== undefined && counts !== undefined) {
      // Who mapped the field by a name that stands once has chosen.
      if (sameName || !byHand.has(counts))
        passedOver.push({ field: read, message: saidOfTwo(header, read, counts, index) });
    } else if (field) {
      indexes.set(field, index);
      taken.add(index);
    }
  });
  if (!indexes.has("vin"))
    throw new ImportRefused(
      `No column holds the VIN. The columns are ${header.map((column) => JSON.stringify(column)).join(", ")}; say which one it is, as in --map vin=${JSON.stringify(header[0] ?? "")}.`,
    );
  const texts = new Map<TextField, number>();
  let odometer: Columns["odometer"] = null;
  for (const [field, index] of indexes) {
    if (!isOdometer(field)) texts.set(field, index);
    else if (odometer) throw new ImportRefused("The odometer is mapped twice. Map one column to it.");
    else odometer = { index, unit: field === "mileage" ? "MI" : field === "kilometres" ? "KM" : storeUnit };
  }
  return {
    texts,
    odometer,
    count: header.length,
    unmapped: header.filter((name, index) => name !== "" && !taken.has(index)),
    passedOver,
  };
}

/** Throws ImportRefused where a field or a column is not there, or a column is to be two fields. */
function mappedIndexes(
  header: readonly string[],
  mapped: Readonly<Record<string, string>>,
): Map<ImportField, number> {
  const indexes = new Map<ImportField, number>();
  for (const [name, column] of Object.entries(mapped)) {
    const [field, index] = [fieldNamed(name), columnNamed(header, column)];
    const [other] = [...indexes].find(([, taken]) => taken === index) ?? [];
    if (other)
      throw new ImportRefused(
        `The column ${JSON.stringify(header[index])} is mapped to both ${other} and ${field}. Map each column to one field.`,
      );
    indexes.set(field, index);
  }
  return indexes;
}

const saidOfTwo = (header: readonly string[], field: ImportField, counts: number, other: number) => {
  const [read, left] = [counts, other].map(
    (index) => `${JSON.stringify(header[index])} (column ${index + 1})`,
  );
  return `Two columns could be the ${field}: ${read} counts, ${left} is left out.`;
};

function fieldNamed(name: string): ImportField {
  const field = importFields.find((each) => each === name);
  if (field) return field;
  throw new ImportRefused(
    `There is no field ${JSON.stringify(name)} to map. The fields are ${importFields.join(", ")}.`,
  );
}

function columnNamed(header: readonly string[], name: string): number {
  const exact = header.indexOf(name.trim());
  const index = exact >= 0 ? exact : header.findIndex((column) => nameOf(column) === nameOf(name));
  if (index >= 0) return index;
  throw new ImportRefused(
    `There is no column ${JSON.stringify(name)} in the file. The columns are ${header.map((column) => JSON.stringify(column)).join(", ")}.`,
  );
}
