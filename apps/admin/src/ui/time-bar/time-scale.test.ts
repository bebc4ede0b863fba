import { expect, test } from "vitest";
import { timeScale } from "./time-scale.ts";

test("a date stands at its share of the days; what lies outside stands at the edge", () => {
  const scale = timeScale("2026-01-01", "2026-12-31");
  expect(scale.place("2026-01-01")).toBe(0);
  expect(scale.place("2026-12-31")).toBe(1);
  expect(scale.place("2026-07-02")).toBe(182 / 364);
  expect(scale.place("2020-01-01")).toBe(0);
  expect(scale.place("2030-01-01")).toBe(1);
});

test("years are marked at their first of January, where that lies inside", () => {
  expect(timeScale("2023-04-14", "2026-01-01").years.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
});
