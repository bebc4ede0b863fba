import type { ContractRead } from "@vehicle-contracts/contract-model";
import { readsLower } from "@vehicle-contracts/contract-rules";
import { daysBetween } from "@vehicle-contracts/contract-rules/temporal";
import type { Format } from "../../contracts/term-words.ts";
import { typeWord } from "../../contracts/words.ts";

/** Days after which a reading says little of what is left. */
const oldDays = 90;

type Words = Pick<Format, "date" | "distance" | "hours" | "days">;

/**
 * Why what is left of the contracts in force may not be what the page says: no reading, an old one, or one that contradicts
 * the odometer at which a contract starts. Empty where no limit is counted against readings.
 */
export function readingDoubts(inForce: readonly ContractRead[], today: string, words: Words): string[] {
  return [...distanceDoubts(inForce, today, words), ...hoursDoubts(inForce, today, words)];
}

function distanceDoubts(inForce: readonly ContractRead[], today: string, words: Words): string[] {
  const limited = inForce.filter(({ distance }) => distance.kind === "limited");
  const [one] = limited;
  if (!one) return [];
  const latest = one.vehicle.latestOdometer;
  if (!latest) return ["No odometer reading yet: nobody knows what is left by distance."];
  return [
    ...ageDoubt("Odometer", latest.date, today, words),
    ...limited.flatMap(({ type, distance, startDate }) =>
      distance.kind === "limited" &&
      (startDate === null || startDate <= latest.date) &&
      readsLower(latest, distance.startOdometer)
        ? [
            `${typeWord(type)} starts at ${words.distance(distance.startOdometer)}, but ${words.distance(latest)} was read on ${words.date(latest.date)}.`,
          ]
        : [],
    ),
  ];
}

function hoursDoubts(inForce: readonly ContractRead[], today: string, words: Words): string[] {
  const limited = inForce.filter(({ engineHours }) => engineHours.kind === "limited");
  const [one] = limited;
  if (!one) return [];
  const latest = one.vehicle.latestHours;
  if (!latest) return ["No engine hours read yet: nobody knows what is left by hours."];
  return [
    ...ageDoubt("Engine hours", latest.date, today, words),
    ...limited.flatMap(({ type, engineHours, startDate }) =>
      engineHours.kind === "limited" &&
      (startDate === null || startDate <= latest.date) &&
      latest.value < engineHours.startHours
        ? [
            `${typeWord(type)} starts at ${words.hours(engineHours.startHours)}, but ${words.hours(latest.value)} were read on ${words.date(latest.date)}.`,
          ]
        : [],
    ),
  ];
}

function ageDoubt(what: string, date: string, today: string, words: Words): string[] {
  const age = daysBetween(date, today);
  return age > oldDays ? [`${what} last read ${words.days(age)} ago, so less may be left.`] : [];
}
