import { describe, expect, test } from "vitest";
import { aVehicle } from "../testing/a-vehicle.ts";
import { type Around, checkForm, vehicleIn } from "./check-form.ts";
import { formOf, newForm, type VehicleForm } from "./form-values.ts";
import { verdictOf } from "./verdict.ts";

const around: Around = { policy: "strict", unit: "MI", today: "2026-11-25" };
const empty = newForm({ formKey: "key", storeId: "store", today: around.today, sought: "" });
const golf: VehicleForm = { ...empty, vin: "wvwzzz 1jz xw000001", make: "Volkswagen" };
const reading = { odometer: 8_420, hours: null, date: "2026-11-03", source: "workshop" };

const faults = (values: VehicleForm) => {
  const checked = checkForm(values, around);
  return checked.ok ? {} : Object.fromEntries(checked.fields.map(({ path, code }) => [path, code]));
};

describe("a new vehicle", () => {
  test("needs no more than its number, which is normalised", () => {
    expect(checkForm(golf, around)).toMatchObject({
      ok: true,
      value: {
        vehicle: { vin: "WVWZZZ1JZXW000001", vinKind: null, make: "Volkswagen", fuel: null },
        written: { number: { vin: "WVWZZZ1JZXW000001", kind: "vin" } },
        reading: null,
      },
    });
  });

  test("is told all that is wrong, from the top of the form to its bottom", () => {
    const values = {
      ...golf,
      vin: "",
      // what cannot be read stays as it was typed
      modelYear: "twenty" as unknown as number,
      reading: { ...reading, date: "2026-11-26" },
    };
    expect(Object.keys(faults(values))).toEqual(["vin", "modelYear", "reading.date"]);
  });

  test("of before 1981 has a short number, or says so", () => {
    expect(faults({ ...golf, vin: "GHD5-29-1234" })).toEqual({ vin: "VIN_LENGTH" });
    expect(checkForm({ ...golf, vin: "GHD5-29-1234", modelYear: 1972 }, around)).toMatchObject({
      value: { written: { number: { kind: "legacy" } } },
    });
    expect(faults({ ...golf, vin: "GHD5-29-1234", isLegacy: true })).toEqual({});
  });

  test("is read in the unit of the store, on a day that is not tomorrow", () => {
    expect(checkForm({ ...golf, reading }, around)).toMatchObject({
      value: { reading: { odometer: { value: 8_420, unit: "MI" }, hours: null, date: "2026-11-03" } },
    });
    expect(faults({ ...golf, reading: { ...reading, date: null } })).toEqual({ "reading.date": "MISSING" });
    expect(faults({ ...golf, reading: { ...reading, date: "2026-11-26" } })).toEqual({
      "reading.date": "FUTURE_READING",
    });
    expect(faults({ ...golf, reading: { ...reading, odometer: 10_000_000 } })).toEqual({
      "reading.odometer": "NOT_ALLOWED",
    });
    expect(faults({ ...golf, reading: { ...reading, odometer: null, date: null } })).toEqual({});
  });
});

describe("a vehicle that is there", () => {
  const doubtful = aVehicle({ vin: "3VWRA81H7WM116221" });
  const form = formOf(doubtful, { formKey: "key", storeId: "store" });

  test("is not refused for a number that was taken once and that nobody touches", () => {
    expect(verdictOf(form, doubtful, "strict").result).toBe("WARNING");
    expect(faults({ ...form, fuel: "diesel" })).toEqual({});
  });

  test("is judged anew where its number, its kind or its year changes", () => {
    expect(faults({ ...form, vin: "3VWRA81H7WM116222" })).toEqual({ vin: "CHECK_DIGIT" });
    expect(faults({ ...form, modelYear: 2024 })).toEqual({ vin: "CHECK_DIGIT" });
    expect(verdictOf({ ...form, isLegacy: true }, doubtful, "strict").vinKind).toBe("legacy");
  });

  test("is found in a draft; what an older draft began from and cannot be read is nothing to begin from", () => {
    expect(vehicleIn(form.base)).toEqual(doubtful);
    expect(vehicleIn({ vehicleId: "1" })).toBeNull();
  });

  test("is not read in this form", () => {
    expect(checkForm({ ...form, reading }, around)).toMatchObject({ value: { reading: null } });
  });
});

test.each([
  ["IWVWZZZCD0PW586006", "WVWZZZCD0PW586006", null],
  ["wvwzzz1jzxw000001", "WVWZZZ1JZXW000001", null],
  ["wx23 klv", "", "WX23 KLV"],
  ["K-LM 4471", "", "K-LM 4471"],
  ["Marchmont", "", null],
  ["", "", null],
])("what was sought begins the form as VIN or plate: %s", (sought, vin, licensePlate) => {
  expect(newForm({ formKey: "key", storeId: null, today: null, sought })).toMatchObject({
    vin,
    licensePlate,
  });
});
