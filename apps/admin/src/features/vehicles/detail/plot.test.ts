import fc from "fast-check";
import { expect, test } from "vitest";
import { type PlotLimit, type PlotReading, plotOf } from "./plot.ts";

const today = "2026-11-25";
const reading = (value: number, date: string, withdrawn = false): PlotReading => ({ value, date, withdrawn });
const limit = (value: number, given: Partial<PlotLimit> = {}): PlotLimit => ({
  id: `${value}`,
  label: "Service plan",
  value,
  from: "2023-04-14",
  to: "2027-04-13",
  near: false,
  ...given,
});

test("without a reading that stands there is nothing to draw", () => {
  expect(plotOf([], [limit(45_000)], today)).toBeNull();
  expect(plotOf([reading(8, "2026-01-01", true)], [], today)).toBeNull();
});

test("readings stand between round values, over whole years from the first to the last end of a limit", () => {
  const plot = plotOf([reading(8, "2023-04-14"), reading(41_870, "2026-11-19")], [limit(45_012)], today);
  expect(plot?.ticks.map(({ value }) => value)).toEqual([0, 20_000, 40_000, 60_000]);
  expect([plot?.scale.first, plot?.scale.last]).toEqual(["2023-01-01", "2027-12-31"]);
  expect(plot?.points.at(-1)).toMatchObject({ y: 41_870 / 60_000, last: true });
});

test("a vehicle first read late in its life is drawn where its readings are", () => {
  const plot = plotOf([reading(138_000, "2026-04-14"), reading(141_870, "2026-11-19")], [], today);
  expect(plot?.ticks[0]?.value).toBe(138_000);
});

test("a limit far beyond is named at the upper edge and does not flatten the readings", () => {
  const plot = plotOf([reading(20_000, "2026-04-14")], [limit(40_000), limit(300_000)], today);
  expect(plot?.limits.map(({ value, beyond }) => [value, beyond])).toEqual([
    [40_000, false],
    [300_000, true],
  ]);
});

test("whatever is read and agreed, all stands inside, the words apart, and the limits above the other's the higher", () => {
  const aReading = fc.record({
    value: fc.integer({ min: 0, max: 9_999_999 }),
    date: fc.constantFrom("1999-01-01", "2020-02-29", "2026-11-25"),
    withdrawn: fc.boolean(),
  });
  const aLimit = fc.integer({ min: 1, max: 19_999_998 }).map((value) => limit(value));
  fc.assert(
    fc.property(
      fc.array(aReading, { maxLength: 9 }),
      fc.array(aLimit, { maxLength: 9 }),
      (readings, limits) => {
        const plot = plotOf(readings, limits, today);
        if (!plot) {
          expect(readings.every(({ withdrawn }) => withdrawn)).toBe(true);
          return;
        }
        for (const { x, y } of plot.points) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(1);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(1);
        }
        expect(plot.limits.length + plot.leftOut).toBe(limits.length);
        expect(plot.ticks.length).toBeGreaterThanOrEqual(2);
        expect(plot.ticks.length).toBeLessThanOrEqual(7);
        plot.limits.forEach(({ labelY, y }, place) => {
          expect(labelY).toBeGreaterThanOrEqual(0);
          expect(labelY).toBeLessThanOrEqual(1 + plot.overhead + 1e-9);
          const below = plot.limits[place - 1];
          if (below) expect(labelY - below.labelY).toBeGreaterThanOrEqual(0.1 - 1e-9);
          if (below) expect(y).toBeGreaterThanOrEqual(below.y);
        });
      },
    ),
  );
});
