import { type Group, inGroup } from "../../contracts/groups.ts";
import type { Format } from "../../contracts/term-words.ts";
import { typeWord } from "../../contracts/words.ts";

/** What to say where no contract is in force: what comes next, what waits, and what was the last. */
export function noneWords(groups: readonly Group[], { date }: Pick<Format, "date">): string[] {
  const [next] = inGroup(groups, "later");
  const [awaited] = inGroup(groups, "awaited");
  const [suspended] = inGroup(groups, "suspended");
  const [last] = inGroup(groups, "over").filter(({ effectiveStatus }) => effectiveStatus !== "VOID");
  return [
    suspended && `${typeWord(suspended.type)} is suspended: it covers nothing until it is resumed.`,
    awaited && `${typeWord(awaited.type)} waits for the provider to accept it.`,
    next?.startDate && `${typeWord(next.type)} starts on ${date(next.startDate)}.`,
    last && `${typeWord(last.type)} was the last${lastEnd(last.endDate, last.store.today, date)}.`,
  ].filter((words) => typeof words === "string");
}

/** An end that is still to come is not the one that ended it. */
const lastEnd = (endDate: string | null, today: string, date: (date: string) => string) =>
  endDate !== null && endDate < today ? `, to ${date(endDate)}` : "";
