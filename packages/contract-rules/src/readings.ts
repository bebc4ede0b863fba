import type { Distance, ProblemField } from "@vehicle-contracts/contract-model";
import { readsLower } from "./distance.ts";
import { broken } from "./outcome.ts";
import { sayCount, sayDate, sayDistance } from "./wording.ts";

/** A reading of the odometer: the store's date, and whether it corrects what contradicts it. */
export type OdometerEntry = { date: string; odometer: Distance; correction?: boolean | null | undefined };
/** A reading of the engine hours, whole hours. */
export type HoursEntry = { date: string; hours: number; correction?: boolean | null | undefined };

/** How the readings of a vehicle stand once the corrections among them have withdrawn what contradicts them. */
export type Standing<Entry> = {
  /** Those that stand, by date, then as recorded. */
  standing: Entry[];
  /** One for each reading given, in the order given: whether a correction has withdrawn it. */
  withdrawn: boolean[];
  /** The last that stands; null where there is none. */
  latest: Entry | null;
};

type Dated = { date: string; correction?: boolean | null | undefined };
type Scale<Entry> = {
  path: string;
  lower: (a: Entry, b: Entry) => boolean;
  say: (entry: Entry) => string;
};

const odometerScale: Scale<OdometerEntry> = {
  path: "odometer",
  lower: (a, b) => readsLower(a.odometer, b.odometer),
  say: (entry) => sayDistance(entry.odometer),
};
const hoursScale: Scale<HoursEntry> = {
  path: "hours",
  lower: (a, b) => a.hours < b.hours,
  say: (entry) => sayCount(entry.hours, "hour"),
};

/** A correction contradicts higher readings up to its day, and lower ones after it. */
const contradicts = <Entry extends Dated>(scale: Scale<Entry>, correction: Entry, other: Entry) =>
  other.date <= correction.date ? scale.lower(correction, other) : scale.lower(other, correction);

function standingOf<Entry extends Dated>(scale: Scale<Entry>, recorded: readonly Entry[]): Standing<Entry> {
  const withdrawn = recorded.map(() => false);
  recorded.forEach((entry, index) => {
    if (!entry.correction) return;
    recorded.slice(0, index).forEach((earlier, at) => {
      if (contradicts(scale, entry, earlier)) withdrawn[at] = true;
    });
  });
  const standing = recorded
    .filter((_, index) => !withdrawn[index])
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { standing, withdrawn, latest: standing.at(-1) ?? null };
}

function breaksOf<Entry extends Dated>(
  scale: Scale<Entry>,
  recorded: readonly Entry[],
  next: Entry,
  today: string | null,
): ProblemField[] {
  if (today !== null && next.date > today)
    return [
      broken(
        "date",
        "FUTURE_READING",
        `${sayDate(next.date)} is after today, ${sayDate(today)}. Enter the day on which it was read.`,
      ),
    ];
  if (next.correction) return [];
  const { standing } = standingOf(scale, recorded);
  const last = standing.findLast((entry) => entry.date <= next.date);
  const following = standing.find((entry) => entry.date > next.date);
  if (last && scale.lower(next, last))
    return [
      broken(
        scale.path,
        "BELOW_LAST",
        `${scale.say(next)} is below the last reading, ${scale.say(last)} on ${sayDate(
          last.date,
        )}. Enter a higher figure, or tick that it corrects the reading.`,
      ),
    ];
  if (following && scale.lower(following, next))
    return [
      broken(
        scale.path,
        "ABOVE_NEXT",
        `${scale.say(next)} is above the next reading, ${scale.say(following)} on ${sayDate(
          following.date,
        )}. Enter a lower figure, or tick that it corrects the reading.`,
      ),
    ];
  return [];
}

/** How odometer readings stand; `recorded` in the order they were recorded. docs/rules.md, "Readings". */
export const odometerStanding = <Entry extends OdometerEntry>(recorded: readonly Entry[]): Standing<Entry> =>
  standingOf<Entry>(odometerScale, recorded);

/** As `odometerStanding`, in engine hours. */
export const hoursStanding = <Entry extends HoursEntry>(recorded: readonly Entry[]): Standing<Entry> =>
  standingOf<Entry>(hoursScale, recorded);

/**
 * Why a new odometer reading may not be recorded after those `recorded` (in the order they were): nothing, or the first of
 * FUTURE_READING, BELOW_LAST and ABOVE_NEXT. Equal readings are fine; a correction contradicts whatever it has to, but is not
 * read tomorrow either. `today` is the store's; null asks about the order alone. docs/rules.md, "Readings".
 */
export const odometerBreaks = (
  recorded: readonly OdometerEntry[],
  next: OdometerEntry,
  today: string | null,
) => breaksOf(odometerScale, recorded, next, today);

/** As `odometerBreaks`, in engine hours. */
export const hoursBreaks = (recorded: readonly HoursEntry[], next: HoursEntry, today: string | null) =>
  breaksOf(hoursScale, recorded, next, today);
