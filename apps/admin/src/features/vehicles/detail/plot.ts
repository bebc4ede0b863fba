import { type TimeScale, timeScale } from "../../../ui/time-bar/time-scale.ts";

/** A reading as a figure in one unit. */
export type PlotReading = { date: string; value: number; withdrawn: boolean };

/** The limit of a contract in force: from its start to its end. */
export type PlotLimit = {
  id: string;
  label: string;
  value: number;
  from: string | null;
  /** The last day; null: no end by date. */
  to: string | null;
  near: boolean;
};

/** Places are shares of the plot: x from the left, y from the bottom, 0 to 1. */
export type Plot = {
  scale: TimeScale;
  ticks: readonly { value: number; y: number }[];
  points: readonly (PlotReading & { x: number; y: number; last: boolean })[];
  limits: readonly (PlotLimit & {
    x1: number;
    x2: number;
    y: number;
    /** Where its words stand, apart from each other. */
    labelY: number;
    /** Beyond the upper edge: the words stand there, without a line. */
    beyond: boolean;
  })[];
  /** Of the height: what the words of limits beyond the upper edge take above it. */
  overhead: number;
  /** Limits that are not drawn: there is no room for their words. */
  leftOut: number;
};

/** Of the height: what a line of words takes. */
const lineOfWords = 0.1;
/** Limits whose words have room above each other. */
const limitsDrawn = 6;
/** A limit this many times as far as the last reading would flatten the readings. */
const farTimes = 3;
/** Years to come that are drawn at most. */
const yearsAhead = 3;

/** Readings over time, with the limits of the contracts in force; null without a reading. */
export function plotOf(
  readings: readonly PlotReading[],
  limits: readonly PlotLimit[],
  today: string,
): Plot | null {
  const standing = readings.filter(({ withdrawn }) => !withdrawn);
  const last = standing.at(-1);
  if (!last) return null;
  const drawn = limits.toSorted((a, b) => a.value - b.value).slice(0, limitsDrawn);
  const scale = timeOf(readings, drawn, today);
  const far = Math.max(last.value * farTimes, drawn[0]?.value ?? 0);
  const values = standing.map(({ value }) => value);
  const inside = drawn.flatMap(({ value }) => (value <= far ? value : []));
  const { low, high, step } = valuesOf(Math.min(...values), Math.max(...values, ...inside));
  const heightOf = (value: number) => within((value - low) / (high - low));
  const placed = drawn.map((limit) => ({
    ...limit,
    x1: limit.from === null ? 0 : scale.place(limit.from),
    x2: limit.to === null ? 1 : scale.place(limit.to),
    y: heightOf(limit.value),
    beyond: limit.value > high,
  }));
  return {
    scale,
    ticks: Array.from({ length: Math.round((high - low) / step) + 1 }, (_, place) => low + place * step)
      .filter((value) => value <= high)
      .map((value) => ({ value, y: heightOf(value) })),
    points: readings
      // a withdrawn one that is far out stands at the edge
      .map((reading) => ({
        ...reading,
        x: scale.place(reading.date),
        y: heightOf(reading.value),
        last: reading === last,
      })),
    limits: apart(placed),
    overhead: placed.filter(({ beyond }) => beyond).length * lineOfWords,
    leftOut: limits.length - drawn.length,
  };
}

const within = (share: number) => Math.min(1, Math.max(0, share));

/** From the year of the first reading to the last end of a limit, today inside. */
function timeOf(readings: readonly PlotReading[], limits: readonly PlotLimit[], today: string): TimeScale {
  const yearOf = (date: string) => Number(date.slice(0, 4));
  const now = yearOf(today);
  const firsts = readings.map(({ date }) => yearOf(date));
  const ends = limits.flatMap(({ to }) => (to === null ? [] : yearOf(to)));
  const last = Math.min(now + yearsAhead, Math.max(now, ...ends));
  return timeScale(`${Math.min(now, ...firsts)}-01-01`, `${last}-12-31`);
}

/** Round values below and above, a few even steps apart. From nothing, unless all lies far above. */
function valuesOf(lowest: number, highest: number): { low: number; high: number; step: number } {
  const from = lowest > highest / 2 ? lowest : 0;
  const rough = Math.max(1, highest - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((times) => times * power >= rough) ?? 10) * power);
  const low = Math.floor(from / step) * step;
  const high = Math.max(low + step, Math.ceil(highest / step) * step);
  return { low, high, step };
}

type Placed = Omit<Plot["limits"][number], "labelY">;

/** Words stand above their line; those of lines that lie close are moved up, and down again from the edge. `placed` from the lowest. */
function apart(placed: readonly Placed[]): Plot["limits"] {
  const places = placed.map(({ y }) => y);
  places.forEach((y, place) => {
    places[place] = Math.max(y, (places[place - 1] ?? Number.NEGATIVE_INFINITY) + lineOfWords);
  });
  const top = 1 + lineOfWords * placed.filter(({ beyond }) => beyond).length;
  for (let place = places.length - 1; place >= 0; place -= 1)
    places[place] = Math.min(places[place] ?? 0, (places[place + 1] ?? top + lineOfWords) - lineOfWords);
  return placed.map((limit, place) => ({ ...limit, labelY: places[place] ?? limit.y }));
}
