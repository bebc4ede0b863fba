import type { Contract } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { aReadContract } from "../../contracts/testing/a-read-contract.ts";
import { british } from "../../contracts/testing/british.ts";
import { readingDoubts } from "./reading-doubts.ts";

type Shorts = Parameters<typeof aReadContract>[1];
const doubts = (given: Partial<Contract> = {}, shorts: Shorts = {}, today = "2027-08-01") =>
  readingDoubts([aReadContract(given, shorts)], today, british);

test("a fresh reading raises none; one older than 90 days does", () => {
  expect(doubts({}, {}, "2027-10-30")).toEqual([]);
  expect(doubts({}, {}, "2027-10-31")).toEqual(["Odometer last read 91 days ago, so less may be left."]);
});

test("where no distance limits a contract in force, the age of the reading does not matter", () => {
  expect(doubts({ distance: { kind: "unlimited" } }, {}, "2028-10-31")).toEqual([]);
  expect(readingDoubts([], "2028-10-31", british)).toEqual([]);
});

test("no reading at all is said", () => {
  expect(doubts({}, { vehicle: { latestOdometer: null } })).toEqual([
    "No odometer reading yet: nobody knows what is left by distance.",
  ]);
});

test("a reading below the odometer at the start contradicts it, unless it is from before the start", () => {
  const below = (date: string) =>
    doubts({}, { vehicle: { latestOdometer: { value: 11_000, unit: "KM", date } } }, "2026-02-05");
  expect(below("2026-02-04")).toEqual([
    "Repair and maintenance starts at 12,000 km, but 11,000 km was read on 4 Feb 2026.",
  ]);
  expect(below("2026-01-31")).toEqual([]);
});

test("engine hours are looked at alike, where they limit a contract", () => {
  const engineHours = { kind: "limited" as const, limit: 2_000, startHours: 100, endHours: 2_100 };
  expect(doubts({ engineHours })).toEqual(["No engine hours read yet: nobody knows what is left by hours."]);
  expect(doubts({ engineHours }, { vehicle: { latestHours: { value: 90, date: "2027-08-01" } } })).toEqual([
    "Repair and maintenance starts at 100 h, but 90 h were read on 1 Aug 2027.",
  ]);
});
