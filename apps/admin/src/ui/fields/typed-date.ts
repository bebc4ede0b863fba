import { firstDate, lastDate } from "@vehicle-contracts/contract-model";
import { Temporal } from "@vehicle-contracts/contract-rules/temporal";

/**
 * The calendar date that somebody typed, as `YYYY-MM-DD`; null when it is none. Takes 2026-11-25, 25.11, 25.11.26,
 * 25/11/2026 (month first where the locale has it so), 25 nov, nov 25 2026, today, tomorrow, yesterday, and steps such as
 * +12m, -30d, +2w, +1y. Without a year it is that of `today`. Steps start at `base`, else at `today`. What the
 * register cannot keep, before 1900 or after 2999, is no date.
 */
export function parseTypedDate(
  text: string,
  today: string,
  locale: string,
  base: string = today,
): string | null {
  const typed = text.trim().toLowerCase();
  const date = parsers
    .map((parse) =>
      parse(typed, { today: Temporal.PlainDate.from(today), base: Temporal.PlainDate.from(base), locale }),
    )
    .find((found) => found !== null)
    ?.toString();
  return date !== undefined && date >= firstDate && date <= lastDate ? date : null;
}

type Setting = { today: Temporal.PlainDate; base: Temporal.PlainDate; locale: string };
type Parser = (typed: string, setting: Setting) => Temporal.PlainDate | null;

const byWord: Parser = (typed, { today }) => {
  const days = { yesterday: -1, today: 0, tomorrow: 1 }[typed];
  return days === undefined ? null : today.add({ days });
};

const units = { d: "days", w: "weeks", m: "months", y: "years" } as const;

const byStep: Parser = (typed, { base }) => {
  const match = /^([+-])\s*(\d{1,4})\s*([dwmy])$/.exec(typed);
  if (!match) return null;
  const [, sign, count, letter] = match;
  const unit = units[letter as keyof typeof units];
  return base.add({ [unit]: Number(count) * (sign === "-" ? -1 : 1) });
};

const byIso: Parser = (typed) => {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  return match && dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
};

const byFigures: Parser = (typed, { today, locale }) => {
  const match = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{2}|\d{4})?)?$/.exec(typed);
  if (!match) return null;
  const [, first, separator, second, year] = match;
  const monthFirst = separator !== "." && isMonthFirst(locale);
  const [day, month] = monthFirst ? [second, first] : [first, second];
  return dateOf(yearOf(year, today), Number(month), Number(day));
};

const byMonthName: Parser = (typed, { today, locale }) => {
  const dayFirst = /^(\d{1,2})\.?\s*([\p{L}.]{3,})\s*(\d{2}|\d{4})?$/u.exec(typed);
  const nameFirst = /^([\p{L}.]{3,})\s*(\d{1,2})(?:,?\s+(\d{2}|\d{4}))?$/u.exec(typed);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : nameFirst
      ? [nameFirst[2], nameFirst[1], nameFirst[3]]
      : [];
  const month = name && monthOf(name.replaceAll(".", ""), locale);
  return month ? dateOf(yearOf(year, today), month, Number(day)) : null;
};

const parsers: readonly Parser[] = [byWord, byStep, byIso, byFigures, byMonthName];

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    // the day does not exist
    return null;
  }
}

/** Two figures mean 1980 to 2079. */
function yearOf(text: string | undefined, today: Temporal.PlainDate): number {
  if (text === undefined) return today.year;
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 80 ? 2000 + year : 1900 + year;
}

function isMonthFirst(locale: string): boolean {
  const sample = Temporal.PlainDate.from("2026-11-25").toLocaleString(locale, {
    day: "numeric",
    month: "numeric",
  });
  return sample.indexOf("11") < sample.indexOf("25");
}

/** By its first letters, in English, in German or in the reader's language. */
function monthOf(name: string, locale: string): number | null {
  for (let month = 1; month <= 12; month++) {
    const first = Temporal.PlainDate.from({ year: 2026, month, day: 1 });
    const names = ["en", "de", locale].map((language) =>
      first.toLocaleString(language, { month: "long" }).toLowerCase(),
    );
    if (names.some((full) => full.startsWith(name))) return month;
  }
  return null;
}
