import type { DistanceUnit, Readings } from "@vehicle-contracts/contract-model";
import { hoursStanding, millimetres, odometerStanding } from "@vehicle-contracts/contract-rules";
import { daysBetween } from "@vehicle-contracts/contract-rules/temporal";
import type { Format } from "../../contracts/term-words.ts";
import { type Figure, hoursScale, type Jump, odometerScale, unusualJump } from "./jump.ts";
import { standingHours, standingOdometer } from "./standing.ts";

type Words = Pick<Format, "date" | "distance" | "hours" | "days">;

/** What stands below a figure while it is typed: where it was last, then how much more it is. */
export type ReadingHint = {
  help: string;
  /** It is much more than usual: the fact. A warning that does not stand in the way. */
  jump: string | null;
  /** The readings that it puts right if it is ticked as a correction. */
  withdraws: readonly string[];
};

const million = 1_000_000;
const mile = 1_609_344;

/** The hint of an odometer. `value` null while nothing is typed that is a figure. */
export function odometerHint(
  readings: Readings,
  { value, unit, date }: { value: number | null; unit: DistanceUnit; date: string },
  words: Words,
): ReadingHint {
  const standing = standingOdometer(readings);
  const next = value === null ? null : { date, odometer: { value, unit } };
  const withdrawn = next && odometerStanding([...standing, { ...next, correction: true }]).withdrawn;
  return hintOf({
    standing: standing.map((entry) => ({ date: entry.date, value: millimetres(entry.odometer) })),
    next: next && { date, value: millimetres(next.odometer) },
    names: standing.map(({ odometer }) => words.distance(odometer)),
    withdrawn: withdrawn ?? [],
    scale: odometerScale,
    say: (length) => words.distance({ value: Math.floor(length / (unit === "KM" ? million : mile)), unit }),
    words,
  });
}

/** The hint of the engine hours. */
export function hoursHint(
  readings: Readings,
  { value, date }: { value: number | null; date: string },
  words: Words,
): ReadingHint {
  const standing = standingHours(readings);
  const next = value === null ? null : { date, hours: value };
  const withdrawn = next && hoursStanding([...standing, { ...next, correction: true }]).withdrawn;
  return hintOf({
    standing: standing.map((entry) => ({ date: entry.date, value: entry.hours })),
    next: next && { date, value: next.hours },
    names: standing.map(({ hours }) => words.hours(hours)),
    withdrawn: withdrawn ?? [],
    scale: hoursScale,
    say: (hours) => words.hours(Math.floor(hours)),
    words,
  });
}

type Asked = {
  standing: readonly Figure[];
  next: Figure | null;
  /** What the standing ones say, each in its own unit. */
  names: readonly string[];
  withdrawn: readonly boolean[];
  scale: Parameters<typeof unusualJump>[2];
  say: (amount: number) => string;
  words: Words;
};

function hintOf({ standing, next, names, withdrawn, scale, say, words }: Asked): ReadingHint {
  const said = (place: number) => `${names[place]} on ${words.date(standing[place]?.date ?? "")}`;
  const last = next ? standing.findLastIndex(({ date }) => date <= next.date) : standing.length - 1;
  const from = standing[last];
  const jump = next && unusualJump(standing, next, scale);
  return {
    help: helpOf(),
    jump: jump && jumpWords(jump, say, words),
    withdraws: standing.flatMap((_, place) => (withdrawn[place] ? [said(place)] : [])),
  };

  function helpOf(): string {
    if (!from)
      return standing.length === 0 ? "The first reading of this vehicle." : "No reading before that day.";
    if (!next || next.value < from.value) return `Last read ${said(last)}.`;
    const days = daysBetween(from.date, next.date);
    const time = days === 0 ? "the same day" : `in ${words.days(days)}`;
    return next.value === from.value
      ? `As last read on ${words.date(from.date)}.`
      : `${say(next.value - from.value)} more, ${time}.`;
  }
}

function jumpWords({ from, more, days, usualPerDay }: Jump, say: Asked["say"], words: Words): string {
  const usual = usualPerDay === null ? "" : ` Usually it is about ${say(usualPerDay)} a day.`;
  return `${say(more)} more than on ${words.date(from.date)}, ${words.days(days)} before.${usual} Look at the figure again.`;
}
