import { currencyCodes } from "@vehicle-contracts/contract-model";

/** The currencies that an amount may have, by code, each with its name. */
export function currencyChoices(locale: string): { value: string; label: string; note: string }[] {
  const names = new Intl.DisplayNames([locale], { type: "currency", fallback: "code" });
  return [...currencyCodes].map((code) => ({ value: code, label: code, note: names.of(code) ?? code }));
}
