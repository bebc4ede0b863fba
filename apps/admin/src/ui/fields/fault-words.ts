import { currencyExponent, firstDate, lastDate } from "@vehicle-contracts/contract-model";
import { formatDate, formatWhole } from "../format.ts";
import { textFromDecimal, textFromMinor } from "./typed-number.ts";

/** What is typed, short enough to be said again: “40,00”. */
const quoted = (text: string): string => `“${text.length > 24 ? `${text.slice(0, 23)}…` : text}”`;

/** What is said of a text that is no date the register can have. */
export const noDate = (text: string, locale: string): string =>
  `${quoted(text)} is not a date from ${formatDate(firstDate, locale)} to ${formatDate(lastDate, locale)}. Type 25.11, 25 nov, +12m or today.`;

/** What is said of a text that is no whole number: what it may have meant, where that can be told. */
export function noWhole(text: string, locale: string, unit?: string): string {
  const inUnit = unit === undefined ? "" : ` in ${unit}`;
  const [, figures, fraction = ""] = /^\s*(\d{1,7})[.,](\d+)\s*$/.exec(text) ?? [];
  if (figures === undefined)
    return `${quoted(text)} is not a whole number${inUnit}. Enter one such as ${formatWhole(8_420, locale)}.`;
  const below = Number(figures);
  const isRound = /^0+$/.test(fraction);
  const other = isRound || fraction.length === 3 ? Number(figures + fraction) : below + 1;
  const meant = `Enter ${formatWhole(below, locale)} or ${formatWhole(other, locale)}.`;
  return fraction.length === 3
    ? `${quoted(text)} can be read in two ways. ${meant}`
    : `${quoted(text)} is not a whole number${inUnit}. ${meant}`;
}

/** What is said of a text that is no figure with so many decimals. */
export const noDecimal = (text: string, places: number, locale: string): string =>
  `${quoted(text)} is not a figure of at most ${places} decimals. Enter one such as 19 or ${textFromDecimal("7.7", locale)}.`;

/** What is said of a text that is no amount of the currency. */
export const noAmount = (text: string, currency: string, locale: string): string =>
  `${quoted(text)} is not an amount in ${currency}. Enter one such as ${textFromMinor(749 * 10 ** currencyExponent(currency), currency, locale)}.`;

/** `currency`: the value is an amount of it, in minor units. */
type Said = (
  parts: readonly string[],
  value: unknown,
  locale: string,
  currency: string | undefined,
) => string;

const figure = (value: unknown, locale: string): string =>
  typeof value === "number" ? formatWhole(value, locale) : textFromDecimal(String(value), locale);

/** The most that an amount can have, in minor units: nobody reads it as a figure. */
export const mostMinor = 10_000_000_000_000;

/** What is said of an amount beyond that. */
export const tooMuch = "The amount is larger than the register can keep. Enter a lower one.";

/** The model's words, which serve programs too, and what is said to people instead, with the value and in their locale. */
const words: readonly (readonly [RegExp, Said])[] = [
  [
    /^Must be at most (\d+)\.$/,
    ([most = ""], value, locale) =>
      Number(most) === mostMinor
        ? tooMuch
        : `${figure(value, locale)} is more than ${formatWhole(Number(most), locale)}, the most there can be. Enter a lower figure.`,
  ],
  [
    /^Must be at least (\d+)\.$/,
    ([least = ""], value, locale, currency) =>
      currency !== undefined
        ? `Enter more than ${textFromMinor(Number(least) - 1, currency, locale)}.`
        : `${figure(value, locale)} is less than ${formatWhole(Number(least), locale)}, the least there can be. Enter a higher figure.`,
  ],
  [
    /^Must be a whole number from (\d+) to (\d+)\.$/,
    (_bounds, value, locale) => noWhole(String(value), locale),
  ],
  [
    /^Must be a percentage from 0 to 100: /,
    (_parts, value, locale) =>
      /^\d+(\.\d+)?$/.test(String(value)) && Number(value) > 100
        ? `${figure(value, locale)} % is more than 100 %. Enter a rate from 0 to 100.`
        : `${quoted(String(value))} is not a percentage of at most 4 decimals. Enter 0 to 100, such as 19 or ${textFromDecimal("7.7", locale)}.`,
  ],
  [/^Must be a calendar date that exists/, (_parts, value, locale) => noDate(String(value), locale)],
  [
    /^Must be from (\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)\.$/,
    ([first = "", last = ""], value, locale) =>
      `${formatDate(String(value), locale)} is not from ${formatDate(first, locale)} to ${formatDate(last, locale)}. Enter a day between them.`,
  ],
  [/^Must not be empty\. Leave it out/, () => "There are only blanks here. Enter it, or clear the field."],
  [
    /^Must have at most (\d+) characters\.$/,
    ([most = ""], value, locale) =>
      `This has ${formatWhole(String(value).trim().length, locale)} characters; ${formatWhole(Number(most), locale)} fit. Shorten it.`,
  ],
];

/**
 * What is said under a field of a fault that the model found: what is wrong with the value, the fact it meets, what to do.
 * Words that are not the model's are said as they are. `currency`: of a value that is an amount.
 */
export function faultWords(message: string, value: unknown, locale: string, currency?: string): string {
  if (value === null || value === undefined || value === "")
    return /^(Is required\.|Must not be empty\.)/.test(message) ? "This cannot be left empty." : message;
  for (const [pattern, said] of words) {
    const found = pattern.exec(message);
    if (found) return said(found.slice(1), value, locale, currency);
  }
  return message;
}
