import { daysBetween } from "@vehicle-contracts/contract-rules/temporal";

export type TimeScale = {
  first: string;
  last: string;
  /** Where a date stands, 0 to 1; dates outside stand at the edge. */
  place: (date: string) => number;
  /** The years whose first of January lies inside, and where. */
  years: readonly { year: number; at: number }[];
};

/** A time line from the first to the last date, both inclusive, by days. */
export function timeScale(first: string, last: string): TimeScale {
  const days = Math.max(1, daysBetween(first, last));
  const place = (date: string) => Math.min(1, Math.max(0, daysBetween(first, date) / days));
  const firstYear = Number(first.slice(0, 4));
  const lastYear = Number(last.slice(0, 4));
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, step) => firstYear + step)
    .map((year) => ({ year, day: `${year}-01-01` }))
    .filter(({ day }) => day >= first && day <= last)
    .map(({ year, day }) => ({ year, at: place(day) }));
  return { first, last, place, years };
}
