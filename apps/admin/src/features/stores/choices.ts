import { currencyCodes, TimeZone } from "@vehicle-contracts/contract-model";

type Choice = { value: string; label: string; note?: string };

/** The currencies that a price may have, by code, each with its name. */
export function currencyOptions(locale: string): Choice[] {
  const names = new Intl.DisplayNames([locale], { type: "currency", fallback: "code" });
  return [...currencyCodes].map((code) => ({ value: code, label: code, note: names.of(code) ?? code }));
}

/**
 * The time zones that this device knows and the register takes. `kept` is there too: the register may know a name that
 * this device writes otherwise.
 */
export function timeZoneOptions(kept: string): Choice[] {
  const known = Intl.supportedValuesOf("timeZone").filter((zone) => TimeZone.safeParse(zone).success);
  const all = known.includes(kept) || kept === "" ? known : [kept, ...known];
  return all.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
