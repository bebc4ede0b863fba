import { type SourceSystem, type Store, sourceSystems } from "@vehicle-contracts/contract-model";
import { countryName } from "../../ui/countries.ts";

const systems: Readonly<Record<SourceSystem, string>> = {
  NATIVE: "No other system",
  AUTOLINE_DRIVE: "Autoline Drive",
  AUTOLINE_REV8: "Autoline Rev8",
  EVA: "EVA",
  OTHER: "Another system",
};
const units = { KM: "Kilometres", MI: "Miles" } as const;
const policies = {
  strict: { label: "Refuse it", note: "where the VIN’s region requires a check digit" },
  warn: { label: "Warn only", note: "it can be recorded all the same" },
} as const;

/** The dealer management system that a store runs on. */
export const systemWord = (system: SourceSystem): string => systems[system];
/** "GBP, miles". */
export const moneyAndUnit = ({ currency, distanceUnit }: Pick<Store, "currency" | "distanceUnit">): string =>
  `${currency}, ${units[distanceUnit].toLowerCase()}`;

export const systemOptions = sourceSystems.map((value) => ({ value, label: systems[value] }));
export const unitOptions = (["KM", "MI"] as const).map((value) => ({ value, label: units[value] }));
export const policyOptions = (["strict", "warn"] as const).map((value) => ({ value, ...policies[value] }));

/** What of a store is changed. */
export type StoreFields = Omit<Store, "storeId" | "version">;

/** What the fields of a store are called, in the order of the form. */
export const fieldLabels = {
  name: "Name",
  country: "Country",
  timeZone: "Time zone",
  currency: "Currency",
  distanceUnit: "Distance",
  vinPolicy: "A VIN with a wrong check digit",
  system: "Dealer management system",
} as const satisfies Record<keyof StoreFields, string>;

/** A field's value in words. */
export function fieldWords(field: keyof StoreFields, store: StoreFields, locale: string): string {
  switch (field) {
    case "country":
      return countryName(store.country, locale);
    case "distanceUnit":
      return units[store.distanceUnit];
    case "vinPolicy":
      return policies[store.vinPolicy].label;
    case "system":
      return systems[store.system];
    default:
      return store[field];
  }
}
