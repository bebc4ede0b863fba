import type { Contract } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { aReadContract } from "../../contracts/testing/a-read-contract.ts";
import { british } from "../../contracts/testing/british.ts";
import { contractBar } from "./contract-bar.ts";
import type { EarlyEnd } from "./over-on.ts";

const bar = (given: Partial<Contract> = {}, early: EarlyEnd | null = null) =>
  contractBar(aReadContract(given), early, british);

test("one in force is green to its end, amber when the end is near, and says when it is", () => {
  expect(bar()).toMatchObject({
    from: "2026-02-01",
    to: "2029-01-31",
    tone: "green",
    dashed: false,
    note: "to 31 Jan 2029",
    noteAt: "today",
  });
  expect(bar({ endDate: "2027-08-30" })).toMatchObject({ tone: "amber", near: true });
});

test("open-ended and without an end by date are not the same", () => {
  expect(bar({ endDate: null, openEnded: true })).toMatchObject({ to: null, note: "open-ended" });
  expect(bar({ endDate: null })).toMatchObject({ to: null, note: "no end date" });
});

test("what has not begun is an outline: sold for later, awaited, a draft", () => {
  const pending = { effectiveStatus: "PENDING" } as const;
  expect(bar({ ...pending, startDate: "2027-10-01" })).toMatchObject({
    tone: "teal",
    dashed: true,
    note: "starts 1 Oct 2027",
  });
  expect(bar(pending)).toMatchObject({ dashed: true, note: "awaits the provider, from 1 Feb 2026" });
  expect(bar({ effectiveStatus: "DRAFT" })).toMatchObject({ tone: "grey", dashed: true });
  expect(bar({ effectiveStatus: "DRAFT", startDate: null })).toBeNull();
});

test("a suspended one is amber and says so", () => {
  expect(bar({ effectiveStatus: "SUSPENDED" })).toMatchObject({
    tone: "amber",
    dashed: false,
    note: "suspended, to 31 Jan 2029",
  });
});

test("what ended early is cut where it ended; where nobody knows when, nothing is filled", () => {
  expect(bar({ effectiveStatus: "CANCELLED" }, { by: "cancellation", on: "2026-10-02" })).toMatchObject({
    cutAt: "2026-10-02",
    note: "cancelled 2 Oct 2026",
  });
  expect(bar({ effectiveStatus: "CANCELLED" }, { by: "cancellation", on: null })).toMatchObject({
    cutAt: null,
    dashed: true,
    note: "cancelled",
  });
  expect(bar({ effectiveStatus: "EXPIRED" }, { by: "distance", on: "2027-03-01" })).toMatchObject({
    cutAt: "2027-03-01",
    note: "by distance, 1 Mar 2027",
  });
});

test("one that ran to its end says which day; one kept as expired before its end does not invent a day", () => {
  expect(bar({ effectiveStatus: "EXPIRED", endDate: "2027-07-31" })).toMatchObject({
    tone: "grey",
    dashed: false,
    note: "to 31 Jul 2027",
  });
  expect(bar({ status: "EXPIRED", effectiveStatus: "EXPIRED" })).toMatchObject({
    dashed: true,
    note: "expired",
  });
  expect(bar({ effectiveStatus: "VOID" })).toMatchObject({ dashed: true, note: "never valid" });
});
