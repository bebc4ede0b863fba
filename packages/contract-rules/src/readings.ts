import type { Distance, ProblemField, Warning } from "@vehicle-contracts/contract-model";
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
  const found = contradictionOf(scale, recorded, next);
  if (!found) return [];
  const right = found.code === "BELOW_LAST" ? "a higher figure" : "a lower figure";
  return [
    broken(scale.path, found.code, `${found.sentence} Enter ${right}, or tick that it corrects the reading.`),
  ];
}

/** The reading that a figure contradicts, in words; null where it fits between the last and the next. */
function contradictionOf<Entry extends Dated>(
  scale: Scale<Entry>,
  recorded: readonly Entry[],
  next: Entry,
): { code: "BELOW_LAST" | "ABOVE_NEXT"; sentence: string } | null {
  const { standing } = standingOf(scale, recorded);
  const last = standing.findLast((entry) => entry.date <= next.date);
  if (last && scale.lower(next, last))
    return {
      code: "BELOW_LAST",
      sentence: `${scale.say(next)} is below the last reading, ${scale.say(last)} on ${sayDate(last.date)}.`,
    };
  const following = standing.find((entry) => entry.date > next.date);
  if (following && scale.lower(following, next))
    return {
      code: "ABOVE_NEXT",
      sentence: `${scale.say(next)} is above the next reading, ${scale.say(following)} on ${sayDate(following.date)}.`,
    };
  return null;
}

function warningsOf<Entry extends Dated>(
  scale: Scale<Entry>,
  recorded: readonly Entry[],
  asked: Entry,
): Warning[] {
  const found = contradictionOf(scale, recorded, asked);
  if (!found) return [];
  const message = `${found.sentence} Check the figure; where the reading is wrong, record a correction.`;
  return [{ code: found.code, message, fields: [broken(scale.path, found.code, message)] }];
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

/** Whether a mileage that is only asked about contradicts a reading: BELOW_LAST or ABOVE_NEXT, as a warning. */
export const odometerWarnings = (recorded: readonly OdometerEntry[], asked: OdometerEntry): Warning[] =>
  warningsOf(odometerScale, recorded, asked);

/** As `odometerWarnings`, in engine hours. */
export const hoursWarnings = (recorded: readonly HoursEntry[], asked: HoursEntry): Warning[] =>
  warningsOf(hoursScale, recorded, asked);
