import type { FieldChange } from "@vehicle-contracts/contract-model";
import { describe, expect, test } from "vitest";
import { idsNamed } from "../ids-named.ts";
import { aContract } from "../testing/a-contract.ts";
import { british } from "../testing/british.ts";
import { actionWord, changeLines } from "./change-lines.ts";

const annika = "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f60a1";
const leasing = "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f60a2";
const names = new Map([
  [annika, "Annika Reuterhof"],
  [leasing, "Rheinbogen Leasing GmbH"],
]);
const lines = (...changes: FieldChange[]) =>
  changeLines(changes, british, names).map(({ label, before, after }) => `${label}: ${before} → ${after}`);
// what the contract holds is plain JSON by its schema
const json = (value: unknown) => value as FieldChange["before"];

describe("a change is told in words and figures", () => {
  test("dates, money, terms and states as one reads them", () => {
    expect(
      lines(
        { field: "endDate", before: "2028-02-29", after: "2029-02-28" },
        { field: "status", before: "DRAFT", after: "PENDING" },
        { field: "termMonths", before: 1, after: 36 },
        { field: "price", before: null, after: json(aContract().price) },
        { field: "distance", before: json({ kind: "unknown" }), after: json(aContract().distance) },
      ),
    ).toEqual([
      "Status: Draft → Pending",
      "Price: null → €1,000.00 incl. 19 % VAT",
      "Ends: 29 Feb 2028 → 28 Feb 2029",
      "Term: 1 month → 36 months",
      "Distance: unknown → 60,000 km from 12,000 km",
    ]);
  });

  test("who came and who went, a line a part in the contract", () => {
    const holder = { role: "HOLDER", partyId: annika, from: "2025-03-01", to: null };
    const lienholder = { role: "LIENHOLDER", partyId: leasing, from: null, to: "2028-02-28" };
    expect(lines({ field: "parties", before: json([holder]), after: json([holder, lienholder]) })).toEqual([
      "Lienholder: null → Rheinbogen Leasing GmbH, to 28 Feb 2028",
    ]);
    expect(
      lines({ field: "parties", before: json([holder]), after: json([{ ...holder, to: "2026-12-31" }]) }),
    ).toEqual(["Holder: Annika Reuterhof, since 1 Mar 2025 → Annika Reuterhof, 1 Mar 2025 to 31 Dec 2026"]);
  });

  test("coverage line by line, and of a line only what differs", () => {
    const [engine, gearbox] = aContract().coverage;
    const [named, lessLabour] = [
      { ...engine, description: "Engine" },
      { ...engine, description: "Engine", labourPercent: 80 },
    ];
    expect(lines({ field: "coverage", before: json([named, gearbox]), after: json([lessLabour]) })).toEqual([
      "Engine: labour 100 % → labour 80 %",
      "GEARBOX: covered, parts 100 %, labour 100 % → null",
    ]);
  });

  test("a code that is covered once and excluded once is two lines", () => {
    const [engine] = aContract().coverage;
    const excluded = { ...engine, treatment: "EXCLUDED" };
    expect(lines({ field: "coverage", before: json([engine]), after: json([engine, excluded]) })).toEqual([
      "ENGINE: null → excluded",
    ]);
  });

  test("what a new contract has when nothing is said is left out", () => {
    const { status, openEnded, waitingDays, engineHours, deductible, origin } = aContract();
    const made = Object.entries({
      status,
      openEnded,
      waitingDays,
      engineHours,
      deductible,
      origin,
      coverage: [],
    });
    expect(lines(...made.map(([field, after]) => ({ field, before: null, after: json(after) })))).toEqual([
      "Status: null → Active",
    ]);
  });

  test("a field or a shape that is newer than the app breaks nothing", () => {
    expect(
      lines(
        { field: "paintColour", before: null, after: "red" },
        { field: "distance", before: null, after: json({ kind: "by the moon" }) },
      ),
    ).toEqual(["Distance: null → recorded", "Paint colour: null → red"]);
  });
});

describe("what was done", () => {
  test("a contract is made as a draft, as sold or taken over", () => {
    const made = (after: string) =>
      actionWord("contract.created", [{ field: "status", before: null, after }]);
    expect([made("DRAFT"), made("PENDING"), made("ACTIVE")]).toEqual(["Drafted", "Sold", "Taken over"]);
  });

  test("a change of the state is called by where it leads, any other a change", () => {
    const updated = (field: string, after: string) =>
      actionWord("contract.updated", [{ field, before: "PENDING", after }]);
    expect([updated("status", "ACTIVE"), updated("notes", "ACTIVE")]).toEqual(["Activated", "Changed"]);
  });

  test("a deed that is newer than the app is spelled out", () => {
    expect(actionWord("contract.provider_replaced", [])).toBe("Provider replaced");
  });
});

test("those who are named by id are looked up once each", () => {
  const holder = { role: "HOLDER", partyId: annika, from: null, to: null };
  expect(
    idsNamed([
      {
        field: "parties",
        before: json([holder]),
        after: json([holder, { ...holder, role: "PAYER", partyId: leasing }]),
      },
      { field: "providerId", before: null, after: "halden" },
    ]),
  ).toEqual({ parties: [annika, leasing], providers: ["halden"], vehicles: [] });
});
