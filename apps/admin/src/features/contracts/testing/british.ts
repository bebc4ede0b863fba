import * as format from "../../../ui/format.ts";
import type { Format } from "../term-words.ts";

const locale = "en-GB";
const plain = (text: string) => text.replaceAll("\u00a0", " ");

/** The formats of a British reader, with plain blanks. */
export const british: Format = {
  date: (date) => format.formatDate(date, locale),
  dateShort: (date) => format.formatDate(date, locale, "short"),
  distance: (distance) => plain(format.formatDistance(distance, locale)),
  hours: (hours) => plain(format.formatHours(hours, locale)),
  days: (days) => format.formatDays(days, locale),
  whole: (value) => format.formatWhole(value, locale),
  money: (money) => format.formatMoney(money, locale),
  percent: (percent) => plain(format.formatPercent(percent, locale)),
};
