import type { useFormat } from "../../ui/use-format.ts";
import { type ContractLimits, isNear, type LimitName } from "./limits.ts";

/** The formats that the words need, in the reader's locale. */
export type Figures = Pick<
  ReturnType<typeof useFormat>,
  "date" | "dateShort" | "distance" | "hours" | "days" | "whole"
>;

export type EndTone = "plain" | "muted" | "amber" | "violet";

/** A line of "Ends": where a limit lies, and how far that is. `endless` limits nothing. */
export type EndLine = {
  limit: LimitName;
  endless: boolean;
  text: string;
  note: string | null;
  /** Of the text and of the note. `plain` stands out, `muted` steps back. */
  textTone: EndTone;
  noteTone: EndTone;
};

/** The two lines of "Ends": the limit that comes first on top, the next one below. */
export function endLines(limits: ContractLimits, figures: Figures): [EndLine, EndLine] {
  const isShown = (name: LimitName) => name !== "hours" || limits.hours.kind !== "unlimited";
  const [first = "date", second = "distance"] = limits.order.filter(isShown);
  const over = ["ranOut", "endedEarly", "void"].includes(limits.phase);
  const top = lineOf(first, limits, figures);
  const below = lineOf(second, limits, figures);
  return [
    { ...top, textTone: top.textTone === "violet" ? "violet" : over ? "muted" : "plain" },
    { ...below, noteTone: below.noteTone === "amber" ? "amber" : "muted" },
  ];
}

function lineOf(name: LimitName, limits: ContractLimits, figures: Figures): EndLine {
  const line = { date: dateLine, distance: distanceLine, hours: hoursLine }[name](limits, figures);
  const violet = line.text.endsWith("unknown");
  return {
    limit: name,
    endless: limits[name].kind === "unlimited" || limits[name].kind === "openEnded",
    ...line,
    textTone: violet ? "violet" : "muted",
    noteTone: isNear(limits, name) ? "amber" : "muted",
  };
}

type Words = { text: string; note: string | null };

function dateLine(limits: ContractLimits, { date, dateShort, days }: Figures): Words {
  const { date: limit, phase, startDate } = limits;
  if (limit.kind === "openEnded") return { text: "Open-ended", note: null };
  if (limit.kind === "none") return { text: phase === "draft" ? "No end yet" : "No end date", note: null };
  const text = date(limit.endDate);
  switch (phase) {
    case "draft":
      return { text, note: "not sold yet" };
    case "ahead":
      return {
        text,
        note: startDate && limit.days?.gone === 0 ? `starts ${dateShort(startDate)}` : "awaits the provider",
      };
    case "running":
    case "paused":
      return { text, note: limit.daysLeft === 0 ? "last day" : days(limit.daysLeft) };
    case "ranOut":
      return limits.ranOutBy === "date"
        ? { text: `Ended ${text}`, note: null }
        : { text, note: "not reached" };
    case "endedEarly":
      return { text, note: "cancelled before" };
    case "void":
      return { text, note: "never valid" };
  }
}

function distanceLine(limits: ContractLimits, { distance, date }: Figures): Words {
  const { distance: limit, phase } = limits;
  if (limit.kind === "unlimited") return { text: "No distance limit", note: null };
  if (limit.kind === "unknown") return { text: "Distance limit unknown", note: null };
  const text = distance(limit.end);
  if (phase === "draft" || phase === "ahead") return { text, note: `${distance(limit.all)} in all` };
  if (phase === "running" || phase === "paused")
    return { text, note: limit.left ? `${distance(limit.left)} left` : "no reading yet" };
  if (limits.ranOutBy === "distance")
    return { text: `Ended at ${text}`, note: limit.at && `read ${date(limit.at.date)}` };
  return { text, note: phase === "ranOut" && limit.left && limit.left.value > 0 ? "not reached" : null };
}

function hoursLine(limits: ContractLimits, { hours, date }: Figures): Words {
  const { hours: limit, phase } = limits;
  if (limit.kind === "unlimited") return { text: "No limit by hours", note: null };
  if (limit.kind === "unknown") return { text: "Limit by hours unknown", note: null };
  const text = hours(limit.end);
  if (phase === "draft" || phase === "ahead") return { text, note: `${hours(limit.all)} in all` };
  if (phase === "running" || phase === "paused")
    return { text, note: limit.left === null ? "no reading yet" : `${hours(limit.left)} left` };
  if (limits.ranOutBy === "hours")
    return { text: `Ended at ${text}`, note: limit.at && `read ${date(limit.at.date)}` };
  return { text, note: phase === "ranOut" && limit.left !== null && limit.left > 0 ? "not reached" : null };
}
