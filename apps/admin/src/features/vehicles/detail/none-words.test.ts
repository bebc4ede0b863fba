import { expect, test } from "vitest";
import { groupsOf } from "../../contracts/groups.ts";
import { aReadContract } from "../../contracts/testing/a-read-contract.ts";
import { british } from "../../contracts/testing/british.ts";
import { noneWords } from "./none-words.ts";

const words = (...given: Parameters<typeof aReadContract>[0][]) =>
  noneWords(
    groupsOf(given.map((each, place) => aReadContract({ contractId: `${place}`, ...each }))),
    british,
  );

test("says what comes next and what was the last", () => {
  expect(
    words(
      { type: "SERVICE_PLAN", effectiveStatus: "PENDING", startDate: "2027-10-01" },
      { type: "MANUFACTURER_WARRANTY", effectiveStatus: "EXPIRED", endDate: "2027-06-30" },
      { type: "TYRE_AND_WHEEL", effectiveStatus: "EXPIRED", endDate: "2026-06-30" },
    ),
  ).toEqual(["Service plan starts on 1 Oct 2027.", "Manufacturer warranty was the last, to 30 Jun 2027."]);
});

test("a suspended one and one that waits for the provider are named; void ones and drafts are not", () => {
  expect(words({ effectiveStatus: "SUSPENDED" })).toEqual([
    "Repair and maintenance is suspended: it covers nothing until it is resumed.",
  ]);
  expect(words({ effectiveStatus: "PENDING" })).toEqual([
    "Repair and maintenance waits for the provider to accept it.",
  ]);
  expect(words({ effectiveStatus: "VOID" }, { effectiveStatus: "DRAFT" })).toEqual([]);
});

test("one that ended early has no end to name", () => {
  expect(words({ effectiveStatus: "CANCELLED" })).toEqual(["Repair and maintenance was the last."]);
});
