import { currencyExponent, type Distance, type Money } from "@vehicle-contracts/contract-model";

/** Figures and dates as they are written in a country, in English words. */
export type Formats = {
  /** "€1,350.00", "1.350,00 €", "¥13,500". Exact: no amount passes through a float. */
  money: (money: Money) => string;
  whole: (value: number) => string;
  /** "4,950 h". */
  hours: (hours: number) => string;
  /** "60,000 km". */
  distance: (distance: Distance) => string;
  /** `2026-11-25` as "25 Nov 2026". */
  date: (date: string) => string;
  /** "19 %", "56.61 %": of a whole number or decimal text, at most 4 decimals. */
  percent: (percent: number | string) => string;
};

/** Decimal text of whole minor units: 135000 of EUR is "1350.00", of JPY "135000", of KWD "135.000". */
function decimalText({ amountMinor, currency }: Money): string {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  const sign = amountMinor < 0 ? "-" : "";
  return exponent === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-exponent)}`;
}

const ourScripts = ["Latn", "Grek", "Cyrl"];

/** How figures are written in a country: as its own language does, where that is in a script that our fonts have. */
function localeOfFigures(country: string): string {
  const { language, script } = new Intl.Locale(`und-${country}`).maximize();
  return script !== undefined && ourScripts.includes(script) ? `${language}-${country}` : `en-${country}`;
}

/** By the country of the store (ISO 3166-1 alpha-2) that gives the document out. */
export function formatsOf(country: string): Formats {
  const locale = localeOfFigures(country);
  const number = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const day = new Intl.DateTimeFormat(`en-${country}`, { dateStyle: "medium", timeZone: "UTC" });
  const text = (format: Intl.NumberFormat, decimal: string) =>
    // Its types lack that text is taken exactly.
    format.format(decimal as never);
  return {
    money(money) {
      const exponent = currencyExponent(money.currency);
      const format = new Intl.NumberFormat(locale, {
        style: "currency",
        currency: money.currency,
        minimumFractionDigits: exponent,
        maximumFractionDigits: exponent,
      });
      return text(format, decimalText(money)).replace("-", "\u2212");
    },
    whole: (value) => number.format(value),
    hours: (hours) => `${number.format(hours)}\u00a0h`,
    distance: ({ value, unit }) => `${number.format(value)}\u00a0${unit.toLowerCase()}`,
    date: (date) => day.format(Date.parse(`${date}T00:00:00Z`)),
    percent: (percent) => `${text(decimal, String(percent))}\u00a0%`,
  };
}
