import { expect, test } from "vitest";
import { aVehicle } from "../testing/a-vehicle.ts";
import { changesBetween, writtenOf } from "./written.ts";

const before = writtenOf(aVehicle(), "vin");

test("only what differs is sent, and what was cleared as null", () => {
  expect(changesBetween(before, { ...before })).toEqual({});
  expect(changesBetween(before, { ...before, licensePlate: "WX23 NEW", fuel: null })).toEqual({
    licensePlate: "WX23 NEW",
    fuel: null,
  });
});

test("a new number is sent with its kind; that of a VIN is for the rule to tell", () => {
  const other = { vin: "WVWZZZCD0PW586007", kind: "vin" } as const;
  expect(changesBetween(before, { ...before, number: other })).toEqual({ vin: other.vin, vinKind: null });
  const chassis = { vin: "GHD5-29-1234", kind: "legacy" } as const;
  expect(changesBetween(before, { ...before, number: chassis })).toEqual({
    vin: chassis.vin,
    vinKind: "legacy",
  });
});

test("the same number of another kind sends the kind alone", () => {
  const legacy = { ...before, number: { ...before.number, kind: "legacy" as const } };
  expect(changesBetween(before, legacy)).toEqual({ vinKind: "legacy" });
  expect(changesBetween(legacy, before)).toEqual({ vinKind: null });
});
