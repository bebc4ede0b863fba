import type { HistoryPage } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { aReadContract } from "../contracts/testing/a-read-contract.ts";
import { cancelledOn, cancelledToDate } from "./cancelled-on.ts";

const entry = (revision: number, at: string, status: string | null): HistoryPage["items"][number] => ({
  revision,
  version: revision,
  action: "contract.updated",
  at,
  actor: { kind: "USER", id: "rowan", name: "Rowan Ashdown", onBehalfOf: null },
  correlationId: "0199b3c4",
  reason: null,
  changes:
    status === null
      ? [{ field: "notes", before: null, after: "Called" }]
      : [{ field: "status", before: "ACTIVE", after: status }],
  hash: "",
  previousHash: null,
});

test("the day is that of the store where it was cancelled, whatever was noted since", () => {
  const history: HistoryPage = {
    items: [
      entry(3, "2026-10-09T08:00:00.000Z", null),
      entry(2, "2026-10-01T23:30:00.000Z", "CANCELLED"),
      entry(1, "2025-10-01T08:00:00.000Z", null),
    ],
    nextCursor: null,
  };
  expect(cancelledOn(history, "Europe/Berlin")).toBe("2026-10-02");
  expect(cancelledOn(history, "Europe/London")).toBe("2026-10-02");
  expect(cancelledOn(history, "America/Los_Angeles")).toBe("2026-10-01");
});

test("a history that does not say, or is not read, names no day", () => {
  expect(
    cancelledOn({ items: [entry(1, "2025-10-01T08:00:00.000Z", "SUSPENDED")], nextCursor: "more" }, "UTC"),
  ).toBeNull();
  expect(cancelledOn(undefined, "UTC")).toBeNull();
});

test("is looked up for cancelled ones alone, the last to end first, for twenty at most", () => {
  const many = Array.from({ length: 30 }, (_, place) =>
    aReadContract({
      contractId: `${place}`,
      effectiveStatus: place % 5 === 4 ? "EXPIRED" : "CANCELLED",
      endDate: `20${10 + place}-01-31`,
    }),
  );
  const asked = cancelledToDate(many);
  expect(asked).toHaveLength(20);
  expect(asked[0]?.contractId).toBe("28");
  expect(asked.every(({ effectiveStatus }) => effectiveStatus === "CANCELLED")).toBe(true);
});
