import type { ContractRead } from "@vehicle-contracts/contract-model";
import { type TimeScale, timeScale } from "../../../ui/time-bar/time-scale.ts";

/** Years that the line goes back at most, and on at most; what lies beyond leads over the edge. */
const yearsBack = 10;
const yearsAhead = 3;
/** As many years as have room for their number. */
const yearsNamed = 10;

const yearOf = (date: string) => Number(date.slice(0, 4));

/** The time line of a vehicle's contracts: whole years, today among them with at least a year to come. */
export function timeSpan(
  contracts: readonly Pick<ContractRead, "startDate" | "endDate">[],
  today: string,
): TimeScale {
  const now = yearOf(today);
  const starts = contracts.flatMap(({ startDate }) => startDate ?? []);
  const ends = contracts.flatMap(({ endDate }) => endDate ?? []);
  const first = Math.max(now - yearsBack, Math.min(now, ...starts.map(yearOf)));
  const last = Math.min(now + yearsAhead, Math.max(now + 1, ...[...starts, ...ends].map(yearOf)));
  return timeScale(`${String(first).padStart(4, "0")}-01-01`, `${last}-12-31`);
}

/** The same line with only so many years named as have room. */
export function namedYears(scale: TimeScale): TimeScale {
  const step = Math.ceil(scale.years.length / yearsNamed);
  return { ...scale, years: scale.years.filter((_, place) => place % step === 0) };
}
