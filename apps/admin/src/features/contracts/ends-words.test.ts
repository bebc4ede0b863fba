import type { Contract, ContractRead } from "@vehicle-contracts/contract-model";
import { describe, expect, test } from "vitest";
import { endLines } from "./ends-words.ts";
import { limitsOf } from "./limits.ts";
import { aReadContract } from "./testing/a-read-contract.ts";
import { british } from "./testing/british.ts";

type Shorts = Parameters<typeof aReadContract>[1];
const said = (given: Partial<Contract>, shorts: Shorts = {}) =>
  endLines(limitsOf(aReadContract(given, shorts)), british).map(({ text, note }) => [text, note]);
const readAt = (value: number): { latestOdometer: ContractRead["vehicle"]["latestOdometer"] } => ({
  latestOdometer: { value, unit: "KM", date: "2027-07-20" },
});

describe("the two lines of Ends", () => {
  test("a running contract says how far its ends are, the one that comes first on top", () => {
    expect(said({})).toEqual([
      ["31 Jan 2029", "549 days"],
      ["72,000 km", "39,000 km left"],
    ]);
    expect(said({}, { vehicle: readAt(70_000) })).toEqual([
      ["72,000 km", "2,000 km left"],
      ["31 Jan 2029", "549 days"],
    ]);
  });

  test("the last day is still covered", () => {
    expect(said({ endDate: "2027-08-01" })[0]).toEqual(["1 Aug 2027", "last day"]);
  });

  test("one that ran out says by what, and that the other was not reached", () => {
    expect(said({ effectiveStatus: "EXPIRED", endDate: "2027-07-31" })).toEqual([
      ["Ended 31 Jul 2027", null],
      ["72,000 km", "not reached"],
    ]);
    expect(said({ effectiveStatus: "EXPIRED" }, { vehicle: readAt(72_112) })).toEqual([
      ["Ended at 72,000 km", "read 20 Jul 2027"],
      ["31 Jan 2029", "not reached"],
    ]);
  });

  test("no limit, an open end and an unknown limit are said in words", () => {
    expect(said({ distance: { kind: "unlimited" } })[1]).toEqual(["No distance limit", null]);
    expect(said({ distance: { kind: "unknown" } })[1]).toEqual(["Distance limit unknown", null]);
    expect(said({ endDate: null, openEnded: true, distance: { kind: "unlimited" } })).toEqual([
      ["Open-ended", null],
      ["No distance limit", null],
    ]);
  });

  test("what is ahead says when it starts, and a draft that it is not sold", () => {
    const ahead = { store: { today: "2026-01-25" } };
    expect(said({ effectiveStatus: "PENDING" }, ahead)).toEqual([
      ["31 Jan 2029", "starts 1 Feb"],
      ["72,000 km", "60,000 km in all"],
    ]);
    expect(said({ effectiveStatus: "PENDING", awaitingProvider: true })[0]).toEqual([
      "31 Jan 2029",
      "awaits the provider",
    ]);
    expect(said({ effectiveStatus: "DRAFT" })[0]).toEqual(["31 Jan 2029", "not sold yet"]);
  });

  test("an end that is near is amber, on top as below", () => {
    const [top, below] = endLines(
      limitsOf(aReadContract({}, { vehicle: readAt(67_000), store: { today: "2028-12-20" } })),
      british,
    );
    expect([top.noteTone, below.noteTone]).toEqual(["amber", "amber"]);
  });

  test("an unknown limit is violet and what is over steps back", () => {
    const [, unknown] = endLines(limitsOf(aReadContract({ distance: { kind: "unknown" } })), british);
    const [cancelled] = endLines(limitsOf(aReadContract({ effectiveStatus: "CANCELLED" })), british);
    expect([unknown.textTone, cancelled.textTone]).toEqual(["violet", "muted"]);
  });
});
