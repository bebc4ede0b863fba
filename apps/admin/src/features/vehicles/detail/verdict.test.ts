import type { Contract } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { aReadContract } from "../../contracts/testing/a-read-contract.ts";
import { british } from "../../contracts/testing/british.ts";
import { verdictCells } from "./verdict.ts";

type Shorts = Parameters<typeof aReadContract>[1];
const cell = (given: Partial<Contract> = {}, shorts: Shorts = {}, unit: "KM" | "MI" = "KM") =>
  verdictCells([aReadContract(given, shorts)], unit, british)[0];
const readAt = (value: number): Shorts => ({
  vehicle: { latestOdometer: { value, unit: "KM", date: "2027-08-01" } },
});

test("the limit that comes first is large, with what is left; the other stands below", () => {
  expect(cell()).toEqual({
    contractId: "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071",
    label: "Repair and maintenance",
    value: "31 Jan 2029",
    endless: false,
    unknown: false,
    left: "549 days left",
    share: 547 / 1096,
    near: false,
    others: [{ text: "72,000 km, 39,000 km left", tone: "muted" }],
  });
  expect(cell({}, readAt(69_000))).toMatchObject({
    value: "72,000 km",
    left: "3,000 km left",
    near: true,
    others: [{ text: "31 Jan 2029, 549 days left", tone: "muted" }],
  });
});

test("many years are said as years, the last day as such", () => {
  expect(cell({ endDate: "2031-05-31", distance: { kind: "unlimited" } })).toMatchObject({
    left: "3 years 9 months left",
  });
  expect(cell({ endDate: "2030-07-31", distance: { kind: "unlimited" } })).toMatchObject({
    left: "1,095 days left",
  });
  expect(cell({ endDate: "2035-08-13", distance: { kind: "unlimited" } })).toMatchObject({
    left: "8 years left",
  });
  expect(cell({ endDate: "2027-08-01" })).toMatchObject({ left: "today is the last day", near: true });
});

test("unlimited and unknown are said in words, and are not the same", () => {
  expect(cell({ distance: { kind: "unlimited" } })?.others).toEqual([
    { text: "No distance limit", tone: "muted" },
  ]);
  expect(cell({ distance: { kind: "unknown" } })?.others).toEqual([
    { text: "Distance limit unknown", tone: "violet" },
  ]);
  expect(cell({ distance: { kind: "unlimited" }, endDate: null, openEnded: true })).toMatchObject({
    value: "Open-ended",
    endless: true,
    left: null,
    share: null,
  });
});

test("without a reading what is left by distance is not told, and there is nothing to measure", () => {
  const unread = { vehicle: { latestOdometer: null } };
  expect(cell({}, unread)?.others).toEqual([{ text: "72,000 km, no reading yet", tone: "muted" }]);
  expect(cell({ endDate: null }, unread)).toMatchObject({
    value: "72,000 km",
    left: "no reading yet",
    share: null,
  });
});

test("on a vehicle read in miles a limit in km is said in miles, and what was agreed beside it", () => {
  const inMiles = { vehicle: { latestOdometer: { value: 44_000, unit: "MI" as const, date: "2027-08-01" } } };
  expect(cell({}, inMiles, "MI")).toMatchObject({
    value: "44,738 mi",
    left: "738 mi left",
    others: [
      { text: "31 Jan 2029, 549 days left", tone: "muted" },
      { text: "agreed 72,000 km", tone: "muted" },
    ],
  });
});

test("a limit by hours is a third line", () => {
  const engineHours = { kind: "limited" as const, limit: 2_000, startHours: 100, endHours: 2_100 };
  const read = { vehicle: { latestHours: { value: 600, date: "2027-08-01" } } };
  expect(cell({ engineHours }, read)?.others.map(({ text }) => text)).toEqual([
    "72,000 km, 39,000 km left",
    "2,100 h, 1,500 h left",
  ]);
});

test("two of one type are told apart by their numbers", () => {
  const two = [
    aReadContract({ contractId: "a", contractNumber: "A-1" }),
    aReadContract({ contractId: "b", contractNumber: null, description: null }),
  ];
  expect(verdictCells(two, "KM", british).map(({ label }) => label)).toEqual([
    "Repair and maintenance, A-1",
    "Repair and maintenance",
  ]);
});
