import { daysBetween } from "@vehicle-contracts/contract-rules/temporal";

/** A reading as a plain figure: millimetres, or hours. */
export type Figure = { date: string; value: number };

/** A step that is unusually large: how much more, in how many days, and the usual pace a day where it is known. */
export type Jump = { from: Figure; more: number; days: number; usualPerDay: number | null };

type Scale = {
  /** What is believed in a day of a vehicle whose pace is not known. */
  mostPerDay: number;
  /** What is believed on top at any time: a long journey. */
  slack: number;
};

const million = 1_000_000;
/** In millimetres: 500 km a day, a journey of 3,000 km. */
export const odometerScale: Scale = { mostPerDay: 500 * million, slack: 3_000 * million };
/** In hours: a whole day, and ten days. */
export const hoursScale: Scale = { mostPerDay: 24, slack: 240 };

/** Days from which on readings tell a pace. */
const paceDays = 30;
/** Times the usual pace that is believed. */
const times = 3;

/**
 * Whether a new reading is so much higher than the last one before it that it may be mistyped: more than thrice the vehicle's
 * usual pace and a long journey on top. A warning, never a fault. `standing` by date; null where it is believable.
 */
export function unusualJump(standing: readonly Figure[], next: Figure, scale: Scale): Jump | null {
  const from = standing.findLast(({ date }) => date <= next.date);
  if (!from) return null;
  const more = next.value - from.value;
  const days = Math.max(1, daysBetween(from.date, next.date));
  const usualPerDay = paceOf(standing.filter(({ date }) => date <= next.date));
  const believed = (usualPerDay === null ? scale.mostPerDay : usualPerDay * times) * days + scale.slack;
  return more > believed ? { from, more, days, usualPerDay } : null;
}

function paceOf(standing: readonly Figure[]): number | null {
  const [first] = standing;
  const last = standing.at(-1);
  if (!first || !last) return null;
  const days = daysBetween(first.date, last.date);
  return days >= paceDays ? Math.max(0, last.value - first.value) / days : null;
}
