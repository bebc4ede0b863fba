import { CalendarDate } from "@vehicle-contracts/contract-model";
import { parseDate } from "@vehicle-contracts/contract-rules/temporal";
import { fold } from "../../internal/folding.ts";

/** Which comes first in a date of figures that has its year last: the day, or the month. */
export const dateOrders = ["dmy", "mdy"] as const;
export type DateOrder = (typeof dateOrders)[number];

/** The day a cell names, as `YYYY-MM-DD`, or why it names none, in a sentence. */
export type DayRead = { day: string } | { message: string };

/** Months by name, folded: English, then German, each with its short forms. */
const monthNames = [
  "january jan januar jaenner",
  "february feb februar",
  "march mar maerz mrz marz",
  "april apr",
  "may mai",
  "june jun juni",
  "july jul juli",
  "august aug",
  "september sep sept",
  "october oct oktober okt",
  "november nov",
  "december dec dezember dez",
].map((names) => names.split(" "));
const asIs = "Write it as 2021-03-09 or 09.03.2021.";

/**
 * Reads a date where it can mean one day only: the year first, days before months where dots part them, a month by name
 * (English or German), a figure above 12. Else `order` says which of the two it is. A time of day after it is left out.
 */
export function readDay(cell: string, order: DateOrder | undefined): DayRead {
  const cut = withoutTime(cell);
  if (cut === null)
    return {
      message: `${JSON.stringify(cell)} is a moment, whose day depends on the time zone. ${asIs}`,
    };
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(cut) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(cut);
  if (yearFirst) return dayOf(cell, yearFirst[1], yearFirst[3], yearFirst[4]);
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(cut);
  if (dotted) return dayOf(cell, dotted[3], dotted[2], dotted[1]);
  const figures = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/.exec(cut);
  if (figures) return ofFigures(cell, figures[1] ?? "", figures[3] ?? "", figures[4] ?? "", order);
  const named =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?[-. /]*(?<month>\p{L}+)[-., /]*(?<year>\d{4})$/iu.exec(cut) ??
    /^(?<month>\p{L}+)[-. ]*(?<day>\d{1,2})(?:st|nd|rd|th)?[-, ]+(?<year>\d{4})$/iu.exec(cut);
  const month = monthNames.findIndex((names) => names.includes(fold(named?.groups?.month ?? ""))) + 1;
  if (named?.groups && month > 0) return dayOf(cell, named.groups.year, String(month), named.groups.day);
  if (/^\d{1,2}([-/.]) ?\d{1,2}\1 ?\d{2}$/.test(cut))
    return { message: `${JSON.stringify(cell)} has a year of two figures. ${asIs}` };
  return { message: `${JSON.stringify(cell)} is not a date. ${asIs}` };
}

/** The date without the time of day; null where it is given with a time zone. */
function withoutTime(cell: string): string | null {
  const parts =
    /^(?<date>.*?\d)(?:T|,? +)(?<time>\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?| Uhr)?) ?(?<zone>Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(
      cell,
    )?.groups;
  if (!parts) return cell;
  const isMidnight = /^0?0:00(?::00(?:[.,]0+)?)?$/.test(parts.time ?? "");
  return parts.zone && !isMidnight ? null : (parts.date ?? "");
}

function ofFigures(
  cell: string,
  first: string,
  second: string,
  year: string,
  order: DateOrder | undefined,
): DayRead {
  const dayFirst = dayOf(cell, year, second, first);
  const monthFirst = dayOf(cell, year, first, second);
  if (order) return order === "dmy" ? dayFirst : monthFirst;
  if (Number(second) > 12 && Number(first) <= 12) return monthFirst;
  if (Number(first) > 12 || Number(first) === Number(second)) return dayFirst;
  // Both may be a month: where only one of them is a day that exists, it is still not known which was meant.
  const [one, other] = [dayFirst, monthFirst].map((read) => ("day" in read ? read.day : null));
  if (!one || !other) return dayFirst;
  return {
    message: `${JSON.stringify(cell)} can be read as ${one} and as ${other}. Say which with --date-order dmy (the day first) or --date-order mdy (the month first).`,
  };
}

function dayOf(cell: string, year = "", month = "", day = ""): DayRead {
  const said = JSON.stringify(cell);
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (CalendarDate.safeParse(iso).success) return { day: iso };
  if (Number(month) < 1 || Number(month) > 12)
    return { message: `${said} is a day that does not exist: there is no month ${Number(month)}.` };
  if (!parseDate(iso))
    return {
      message: `${said} is a day that does not exist: month ${Number(month)} of ${year} has no day ${Number(day)}.`,
    };
  return Number(year) < 1900 ? { message: `${said} is before 1900.` } : { message: `${said} is after 2999.` };
}
