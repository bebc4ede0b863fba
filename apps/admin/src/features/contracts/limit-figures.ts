import type { Figures } from "./ends-words.ts";
import type { ContractLimits, LimitName } from "./limits.ts";

/** A limit as the contract's page has it on top: large, with what is left and how far it has come. */
export type LimitFigure = {
  label: string;
  value: string;
  after: string | null;
  /** 0 to 1; null where there is nothing to measure. */
  share: number | null;
  daysLeft: number | null;
  /** At the left and right under the bar. */
  start: string | null;
  progress: string | null;
  isEndless: boolean;
  isUnknown: boolean;
};

const nothing = {
  after: null,
  share: null,
  daysLeft: null,
  start: null,
  progress: null,
  isEndless: false,
  isUnknown: false,
} satisfies Partial<LimitFigure>;

/** What stands on top of a contract's page for one of its limits. Of one that was ended early or is void nothing is left. */
export function limitFigure(name: LimitName, limits: ContractLimits, figures: Figures): LimitFigure {
  const figure = { date: dateFigure, distance: distanceFigure, hours: hoursFigure }[name](limits, figures);
  return isCutShort(limits) ? { ...figure, share: null, progress: null } : figure;
}

/** Nothing of it goes on, and its limits did not end it. */
const isCutShort = ({ phase }: ContractLimits): boolean => phase === "endedEarly" || phase === "void";

/** Before it ended "Valid until" and "Or until"; after that what it ended by, and what it would have ended by. */
function labelOf(name: LimitName, { phase, ranOutBy }: ContractLimits): string {
  if (ranOutBy === name) return name === "date" ? "Ended on" : "Ended at";
  if (phase === "ranOut" || phase === "endedEarly") return "Would have ended";
  if (phase === "void") return "Was never valid; named end";
  if (name === "date") return phase === "draft" ? "Would be valid until" : "Valid until";
  return name === "distance" ? "Or until" : "Or until engine hours";
}

function dateFigure(limits: ContractLimits, { date, dateShort, days, whole }: Figures): LimitFigure {
  const { date: limit, phase, startDate } = limits;
  const label = labelOf("date", limits);
  if (limit.kind === "openEnded") return { ...nothing, label, value: "Open-ended", isEndless: true };
  if (limit.kind === "none")
    return { ...nothing, label, value: phase === "draft" ? "No end yet" : "No end date" };
  const isRunning = phase === "running" || phase === "paused";
  const startsLater = startDate !== null && limit.days?.gone === 0;
  const after = isRunning
    ? limit.daysLeft === 0
      ? "today is the last day"
      : `${days(limit.daysLeft)} left`
    : phase === "ahead" && startsLater
      ? `starts ${dateShort(startDate)}`
      : null;
  return {
    ...nothing,
    label,
    value: date(limit.endDate),
    after,
    share: phase === "draft" ? null : limit.days && limit.share,
    daysLeft: limit.daysLeft,
    start: startDate && `from ${date(startDate)}`,
    progress: phase === "draft" ? null : limit.days && `${whole(limit.days.gone)} of ${days(limit.days.all)}`,
  };
}

function distanceFigure(limits: ContractLimits, { distance, dateShort }: Figures): LimitFigure {
  const { distance: limit, phase } = limits;
  const label = labelOf("distance", limits);
  if (limit.kind === "unlimited")
    return { ...nothing, label: "Distance", value: "No limit", isEndless: true };
  if (limit.kind === "unknown")
    return { ...nothing, label: "Distance", value: "Limit unknown", isUnknown: true };
  const hasLeft = phase !== "draft" && phase !== "ahead" && !isCutShort(limits);
  return {
    ...nothing,
    label,
    value: distance(limit.end),
    after: hasLeft && limit.left ? `${distance(limit.left)} left` : `${distance(limit.all)} in all`,
    share: phase === "draft" ? null : limit.share,
    start: `from ${distance(limit.start)}`,
    progress: limit.at ? `${distance(limit.at)} on ${dateShort(limit.at.date)}` : "no reading yet",
  };
}

function hoursFigure(limits: ContractLimits, { hours, dateShort }: Figures): LimitFigure {
  const { hours: limit, phase } = limits;
  const label = labelOf("hours", limits);
  if (limit.kind === "unlimited")
    return { ...nothing, label: "Engine hours", value: "No limit", isEndless: true };
  if (limit.kind === "unknown")
    return { ...nothing, label: "Engine hours", value: "Limit unknown", isUnknown: true };
  const hasLeft = phase !== "draft" && phase !== "ahead" && !isCutShort(limits);
  return {
    ...nothing,
    label,
    value: hours(limit.end),
    after: hasLeft && limit.left !== null ? `${hours(limit.left)} left` : `${hours(limit.all)} in all`,
    share: phase === "draft" ? null : limit.share,
    start: `from ${hours(limit.start)}`,
    progress: limit.at ? `${hours(limit.at.value)} on ${dateShort(limit.at.date)}` : "no reading yet",
  };
}
