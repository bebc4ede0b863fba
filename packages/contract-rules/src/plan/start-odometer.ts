import type { Distance, PlanTerms, ProblemField, Warning } from "@vehicle-contracts/contract-model";
import type { DistanceInput } from "../complete-limits.ts";
import { millimetres, readsLower } from "../distance.ts";
import { broken } from "../outcome.ts";
import { type OdometerEntry, odometerStanding } from "../readings.ts";
import { daysOfTerm } from "../terms.ts";
import { sayDate, sayDistance } from "../wording.ts";

/** From what a contract's distance counts, and when. */
type Started = { startDate?: string | null | undefined; distance?: DistanceInput | null | undefined };

const path = "distance.startOdometer";
const atOnceKm = 1_000;
const aDayKm = 100;

/** The odometer at the start, with the last reading up to that day and the next after it; null where none is said. */
function read({ startDate, distance }: Started, recorded: readonly OdometerEntry[]) {
  if (!startDate || distance?.kind !== "limited") return null;
  const { standing } = odometerStanding(recorded);
  return {
    startDate,
    start: distance.startOdometer,
    last: standing.findLast(({ date }) => date <= startDate),
    next: standing.find(({ date }) => date > startDate),
  };
}

const beside = (start: Distance, relation: string, { odometer, date }: OdometerEntry) =>
  `${sayDistance(start)} at the start is ${relation}, ${sayDistance(odometer)} on ${sayDate(date)}.`;

/**
 * START_ODOMETER_BELOW_LAST where a sale counts from less than was read by its start. A plan from the first registration counts from
 * 0, whatever was read on delivery. `recorded` in the order recorded. docs/rules.md, "Plans".
 */
export function startOdometerBreaks(
  { startBasis }: Pick<PlanTerms, "startBasis">,
  sale: Started,
  recorded: readonly OdometerEntry[],
): ProblemField[] {
  const found = startBasis === "FIRST_REGISTRATION" ? null : read(sale, recorded);
  if (!found?.last || !readsLower(found.start, found.last.odometer)) return [];
  const message = `${beside(found.start, "below the last reading by then", found.last)} Enter that or more; where the reading is wrong, record a correction.`;
  return [broken(path, "START_ODOMETER_BELOW_LAST", message)];
}

/**
 * An odometer at the start that is hardly true: START_ODOMETER_ABOVE_NEXT, higher than what was read later;
 * START_ODOMETER_FAR_ABOVE_LAST, more than 1,000 km and 100 km a day above the last reading by then. Warnings, since the reading may
 * be the one that is wrong or old. docs/rules.md, "Plans".
 */
export function startOdometerWarnings(sale: Started, recorded: readonly OdometerEntry[]): Warning[] {
  const found = read(sale, recorded);
  if (!found) return [];
  const { start, startDate, last, next } = found;
  const warning = (code: string, sentence: string): Warning[] => {
    const message = `${sentence} The contract would end that much later. Check the figure, or record what the odometer shows.`;
    return [{ code, message, fields: [broken(path, code, message)] }];
  };
  if (next && readsLower(next.odometer, start))
    return warning("START_ODOMETER_ABOVE_NEXT", beside(start, "above the next reading", next));
  if (!last) return [];
  const driven = { value: atOnceKm + aDayKm * daysOfTerm(last.date, startDate), unit: "KM" as const };
  return millimetres(start) > millimetres(last.odometer) + millimetres(driven)
    ? warning("START_ODOMETER_FAR_ABOVE_LAST", beside(start, "far above the last reading by then", last))
    : [];
}
