import { type Count, currencyExponent } from "@vehicle-contracts/contract-model";
import { Temporal } from "@vehicle-contracts/contract-rules/temporal";

/** Figures and dates as the reader's locale has them. Calendar dates never become a point in time on the way. */

type Locale = string;
type DateStyle = "long" | "short" | "weekday" | "month";

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: "numeric", month: "short", year: "numeric" },
  short: { day: "numeric", month: "short" },
  weekday: { weekday: "short", day: "numeric", month: "short" },
  month: { month: "long", year: "numeric" },
};

/** A calendar date, `YYYY-MM-DD`; "25 Nov 2026". What is not a date comes back as it is. */
export function formatDate(date: string, locale: Locale, style: DateStyle = "long"): string {
  try {
    const text = Temporal.PlainDate.from(date).toLocaleString(locale, latin(dateOptions[style]));
    return style === "weekday" ? text.replace(",", "") : text;
  } catch {
    return date;
  }
}

/** A point in time (RFC 3339) as the clock of the IANA time zone shows it; "25 Nov 2026, 10:42". */
export const formatInstant = (instant: string, locale: Locale, timeZone: string): string =>
  Temporal.Instant.from(instant).toLocaleString(
    locale,
    latin({ ...dateOptions.long, hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }),
  );

/** The day alone that the calendar of the time zone has at a point in time; "25 Nov 2026". */
export const formatDayOf = (instant: string, locale: Locale, timeZone: string): string =>
  Temporal.Instant.from(instant).toLocaleString(locale, latin({ ...dateOptions.long, timeZone }));

/** The clock alone; "10:42". */
export const formatTime = (instant: string, locale: Locale, timeZone: string): string =>
  Temporal.Instant.from(instant).toLocaleString(
    locale,
    latin({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }),
  );

/** How long ago; "4 minutes ago". `now` is a point in time (RFC 3339). */
export function formatAgo(instant: string, now: string, locale: Locale): string {
  const seconds = Math.round(
    (Temporal.Instant.from(instant).epochMilliseconds - Temporal.Instant.from(now).epochMilliseconds) / 1000,
  );
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ];
  const step = steps.find(([, size]) => Math.abs(seconds) >= size);
  return step ? words.format(Math.round(seconds / step[1]), step[0]) : words.format(0, "second");
}

export const formatWhole = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, latin({ maximumFractionDigits: 0 })).format(value);

/** How many there are; "over 10,000" of a count that stopped there. */
export const formatCount = ({ count, capped }: Count, locale: Locale): string =>
  `${capped ? "over " : ""}${formatWhole(count, locale)}`;

/** The unit's own word: km, mi. */
export const unitWord = (unit: "KM" | "MI"): string => (unit === "KM" ? "km" : "mi");

/** "8,420 mi". */
export const formatDistance = (distance: { value: number; unit: "KM" | "MI" }, locale: Locale): string =>
  `${formatWhole(distance.value, locale)}\u00a0${unitWord(distance.unit)}`;

/** "120 h". */
export const formatHours = (hours: number, locale: Locale): string => `${formatWhole(hours, locale)}\u00a0h`;

/** Decimal text of whole minor units, exact: 97887 of EUR is "978.87". */
export function decimalOfMinor(amountMinor: number, currency: string): string {
  const places = currencyExponent(currency);
  const digits = String(Math.abs(amountMinor)).padStart(places + 1, "0");
  const sign = amountMinor < 0 ? "-" : "";
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** "€978.87", from whole minor units; never through a fraction of binary digits. */
export function formatMoney(money: { amountMinor: number; currency: string }, locale: Locale): string {
  const places = currencyExponent(money.currency);
  const format = new Intl.NumberFormat(
    locale,
    latin({
      style: "currency" as const,
      currency: money.currency,
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    }),
  );
  // decimal text is formatted exactly; its type is a template of digits that a computed string cannot have
  return format.format(decimalOfMinor(money.amountMinor, money.currency) as `${number}`);
}

/** The sign that stands in a money field; "€". */
export function currencySign(currency: string, locale: Locale): string {
  const parts = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? currency;
}

/** "19 %", of a whole number or decimal text. */
export const formatPercent = (percent: number | string, locale: Locale): string =>
  `${new Intl.NumberFormat(locale, latin({ maximumFractionDigits: 4 })).format(String(percent) as `${number}`)}\u00a0%`;

/** "1 day", "36 days". */
export const formatDays = (days: number, locale: Locale): string =>
  `${formatWhole(days, locale)} ${days === 1 ? "day" : "days"}`;

const latin = <Options extends Intl.DateTimeFormatOptions | Intl.NumberFormatOptions>(
  options: Options,
): Options & { numberingSystem: "latn" } => ({
  ...options,
  numberingSystem: "latn",
});
