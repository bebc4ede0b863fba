import { countryCodes } from "@vehicle-contracts/contract-model";

const nameIn = (locale: string) => new Intl.DisplayNames([locale], { type: "region", fallback: "code" });

/** The name of a country (ISO 3166-1 alpha-2) in the reader's words; the code itself where it has none. */
export const countryName = (code: string, locale: string): string => nameIn(locale).of(code) ?? code;

/** The countries to choose from, by name, each with its code beside it. */
export function countryOptions(locale: string): { value: string; label: string; note: string }[] {
  const names = nameIn(locale);
  const order = new Intl.Collator(locale);
  return [...countryCodes]
    .map((code) => ({ value: code, label: names.of(code) ?? code, note: code }))
    .sort((a, b) => order.compare(a.label, b.label));
}
