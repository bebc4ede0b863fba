import { currencyExponent } from "@vehicle-contracts/contract-model";
import { decimalOfMinor, formatWhole } from "../format.ts";

/** What separates thousands and decimals in a locale. */
function separatorsOf(locale: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: "latn", useGrouping: true }).formatToParts(
    1234567.8,
  );
  const partOf = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { group: partOf("group"), decimal: partOf("decimal") || "." };
}

/**
 * Decimal text ("1234.5") of what somebody typed; null when it is no figure. Blanks and the locale's thousands are left
 * out; a comma or a point is the decimal unless it stands where thousands stand.
 */
export function decimalOfTyped(text: string, locale: string): string | null {
  const { group, decimal } = separatorsOf(locale);
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, "");
  const isGrouped = new RegExp(`^\\d{1,3}(?:[${group === "," ? "," : "."}]\\d{3})+$`);
  const withoutGroups =
    isGrouped.test(plain) && decimal !== group ? plain.replace(/[.,]/g, "") : withoutThousands(plain);
  return /^\d+(?:\.\d+)?$/.test(withoutGroups) ? withoutGroups.replace(/^0+(?=\d)/, "") : null;
}

/** The last of comma and point is the decimal, the other one separates thousands. */
function withoutThousands(text: string): string {
  const comma = text.lastIndexOf(",");
  const point = text.lastIndexOf(".");
  if (comma < 0 || (comma < point && point >= 0)) return text.replaceAll(",", "");
  return text.replaceAll(".", "").replace(",", ".");
}

/** How people write a field's unit beside a figure. */
const unitSigns: Readonly<Record<string, readonly string[]>> = {
  mi: ["miles", "mile", "mi"],
  km: ["kilometres", "kilometers", "km"],
  h: ["hours", "hour", "hrs", "h"],
  months: ["months", "month", "mo", "m"],
  days: ["days", "day", "d"],
};

export const signsOfUnit = (unit: string | undefined): readonly string[] =>
  unit === undefined ? [] : (unitSigns[unit] ?? [unit]);

/** The text without one of the field's own signs before or behind its figure: "£749", "749 GBP", "20%", "36 months". */
export function withoutSign(text: string, signs: readonly string[]): string {
  const typed = text.trim();
  const lower = typed.toLowerCase();
  for (const sign of signs.map((one) => one.toLowerCase())) {
    if (lower.startsWith(sign)) return typed.slice(sign.length).trim();
    if (lower.endsWith(sign)) return typed.slice(0, -sign.length).trim();
  }
  return typed;
}

/**
 * A whole number ≥ 0 of typed text; null when it is none. A fraction of zeros is one too: it may be thousands of another
 * locale (12.000), or figures left out (40,00), and is not guessed at.
 */
export function wholeOfTyped(text: string, locale: string): number | null {
  const decimal = decimalOfTyped(text, locale);
  if (decimal === null || decimal.includes(".")) return null;
  const value = Number(decimal);
  return Number.isSafeInteger(value) ? value : null;
}

/** Whole minor units of typed text; null when it is no amount of the currency (too many decimals included). */
export function minorFromText(text: string, currency: string, locale: string): number | null {
  const decimal = decimalOfTyped(text, locale);
  if (decimal === null) return null;
  const [whole = "0", fraction = ""] = decimal.split(".");
  const places = currencyExponent(currency);
  if (fraction.length > places) return null;
  const minor = Number(whole + fraction.padEnd(places, "0"));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** "2,400.00" of whole minor units, as a money field shows it. */
export function textFromMinor(amountMinor: number, currency: string, locale: string): string {
  const [whole = "0", fraction] = decimalOfMinor(amountMinor, currency).split(".");
  const { decimal } = separatorsOf(locale);
  return fraction === undefined
    ? formatWhole(Number(whole), locale)
    : formatWhole(Number(whole), locale) + decimal + fraction;
}

/** Decimal text in the locale's figures: "7.7" is "7,7" in German. */
export const textFromDecimal = (decimal: string, locale: string): string =>
  decimal.replace(".", separatorsOf(locale).decimal);
