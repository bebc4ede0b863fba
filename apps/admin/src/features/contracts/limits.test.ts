import { describe, expect, test } from "vitest";
import { isNear, limitsOf } from "./limits.ts";
import { aReadContract } from "./testing/a-read-contract.ts";

const onDay = (today: string, endDate = "2029-01-31") =>
  limitsOf(aReadContract({ endDate }, { store: { today } }));
const readAt = (value: number, date = "2027-08-01") =>
  limitsOf(aReadContract({}, { vehicle: { latestOdometer: { value, unit: "KM", date } } }));

describe("the end by date", () => {
  test("counts today among the days gone, so that gone and left are all", () => {
    const { date } = onDay("2026-02-01");
    expect(date).toMatchObject({ daysLeft: 1095, days: { gone: 1, all: 1096 } });
  });

  test("on the last day nothing is left and all is gone", () => {
    expect(onDay("2029-01-31").date).toMatchObject({
      daysLeft: 0,
      days: { gone: 1096, all: 1096 },
      share: 1,
    });
  });

  test("before the start nothing has gone", () => {
    expect(onDay("2026-01-01").date).toMatchObject({ days: { gone: 0, all: 1096 }, share: 0 });
  });

  test("a leap day is a day of the term", () => {
    const { date } = limitsOf(
      aReadContract({ startDate: "2028-02-01", endDate: "2028-02-29" }, { store: { today: "2028-02-29" } }),
    );
    expect(date).toMatchObject({ daysLeft: 0, days: { gone: 29, all: 29 } });
  });
});

describe("the end by odometer", () => {
  test("counts from the odometer at the start", () => {
    expect(readAt(33_000).distance).toMatchObject({ left: { value: 39_000, unit: "KM" }, share: 0.35 });
  });

  test("is told in the contract's unit when the reading has another", () => {
    const { distance } = limitsOf(
      aReadContract({}, { vehicle: { latestOdometer: { value: 40_000, unit: "MI", date: "2027-08-01" } } }),
    );
    // 40,000 mi are 64,373.76 km
    expect(distance).toMatchObject({ left: { value: 7_626, unit: "KM" } });
  });

  test("without a reading nothing is known of what is left", () => {
    const { distance } = limitsOf(aReadContract({}, { vehicle: { latestOdometer: null } }));
    expect(distance).toMatchObject({ left: null, share: 0 });
  });
});

describe("which limit comes first", () => {
  // half of the days had gone on 1 Aug 2027
  test("the date, while the distance is used up more slowly than the days go", () => {
    expect(readAt(41_000).order[0]).toBe("date");
  });

  test("the distance, once it is used up faster", () => {
    expect(readAt(43_000).order[0]).toBe("distance");
  });

  test("the pace is that of the day of the reading, however old it is", () => {
    expect(readAt(33_000, "2026-08-01").order[0]).toBe("distance");
  });

  test("any limit comes before an open end, and an open end before no limit", () => {
    const open = { endDate: null, termMonths: null, openEnded: true };
    expect(limitsOf(aReadContract(open)).order[0]).toBe("distance");
    expect(limitsOf(aReadContract({ ...open, distance: { kind: "unlimited" } })).order[0]).toBe("date");
    expect(
      limitsOf(
        aReadContract(open, {
          vehicle: { latestOdometer: { value: 12_000, unit: "KM", date: "2026-02-01" } },
        }),
      ).order[0],
    ).toBe("distance");
  });

  test("what it ran out by, once it has", () => {
    const ended = limitsOf(
      aReadContract(
        { effectiveStatus: "EXPIRED" },
        { vehicle: { latestOdometer: { value: 72_001, unit: "KM", date: "2027-08-01" } } },
      ),
    );
    expect(ended).toMatchObject({ ranOutBy: "distance", order: ["distance", "date", "hours"] });
  });

  test("engine hours that are used up fastest", () => {
    const limits = limitsOf(
      aReadContract(
        { engineHours: { kind: "limited", limit: 1_000, startHours: 0, endHours: 1_000 } },
        { vehicle: { latestHours: { value: 900, date: "2027-08-01" } } },
      ),
    );
    expect(limits.order).toEqual(["hours", "date", "distance"]);
  });
});

describe("an end is near", () => {
  test("from 60 days before it, however short its share", () => {
    const brief = (today: string) =>
      limitsOf(aReadContract({ startDate: "2028-11-01", endDate: "2029-01-31" }, { store: { today } }));
    expect(isNear(brief("2028-12-02"), "date")).toBe(true);
    expect(isNear(brief("2028-12-01"), "date")).toBe(false);
  });

  test("above 90 % of the distance, not at it", () => {
    expect(isNear(readAt(66_000), "distance")).toBe(false);
    expect(isNear(readAt(66_001), "distance")).toBe(true);
  });

  test("only for what can still run out", () => {
    const over = limitsOf(
      aReadContract({ effectiveStatus: "CANCELLED" }, { store: { today: "2029-01-30" } }),
    );
    expect(isNear(over, "date")).toBe(false);
  });
});
