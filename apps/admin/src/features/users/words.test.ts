import { describe, expect, test } from "vitest";
import { countWords, seenWords, storesWords, timeLeft } from "./words.ts";

const format = { date: (date: string) => date, time: (instant: string) => instant.slice(11, 16) };
const now = "2026-11-25T09:00:00.000Z";

describe("the time that a link has left", () => {
  test("is told in hours, and in minutes in the last one", () => {
    expect(timeLeft("2026-11-26T16:10:00.000Z", now)).toBe("31 hours left");
    expect(timeLeft("2026-11-27T08:59:58.000Z", now)).toBe("48 hours left");
    expect(timeLeft("2026-11-25T10:00:00.000Z", now)).toBe("1 hour left");
    expect(timeLeft("2026-11-25T09:40:30.000Z", now)).toBe("40 minutes left");
    expect(timeLeft("2026-11-25T09:00:01.000Z", now)).toBe("1 minute left");
  });

  test("is none once it has ended, or where there is none", () => {
    expect(timeLeft(now, now)).toBeNull();
    expect(timeLeft(null, now)).toBeNull();
  });
});

test("when somebody was seen is told by the reader's clock and calendar", () => {
  const seen = (at: string | null) => seenWords(at, { now, timeZone: "Europe/Berlin", format });
  expect(seen(null)).toBe("Never");
  expect(seen("2026-11-25T08:59:30.000Z")).toBe("Just now");
  expect(seen("2026-11-25T08:58:30.000Z")).toBe("1 minute ago");
  expect(seen("2026-11-25T08:52:00.000Z")).toBe("8 minutes ago");
  expect(seen("2026-11-25T07:10:00.000Z")).toBe("07:10");
  // past midnight in Berlin, though not in Greenwich
  expect(seen("2026-11-24T23:30:00.000Z")).toBe("23:30");
  expect(seen("2026-11-24T22:30:00.000Z")).toBe("Yesterday");
  expect(seen("2026-11-20T22:30:00.000Z")).toBe("2026-11-20");
});

test("stores are named in the register's order, and those the reader does not know are counted", () => {
  const stores = [
    { storeId: "b", name: "Bristol" },
    { storeId: "l", name: "Leeds" },
  ];
  expect(storesWords({ allStores: true, storeIds: [] }, stores)).toBe("All stores");
  expect(storesWords({ allStores: false, storeIds: ["l", "b"] }, stores)).toBe("Bristol, Leeds");
  expect(storesWords({ allStores: false, storeIds: ["x", "l"] }, stores)).toBe("Leeds, 1 more");
});

test("the count tells those apart who cannot sign in", () => {
  const users = (...states: ("ACTIVE" | "INVITED" | "DISABLED")[]) => states.map((state) => ({ state }));
  expect(countWords(users("ACTIVE", "ACTIVE"))).toBe("2");
  expect(countWords(users("ACTIVE", "INVITED", "INVITED", "DISABLED"))).toBe("4, 2 invited, 1 disabled");
});
