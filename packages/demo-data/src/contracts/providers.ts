import type { ProviderKind } from "@vehicle-contracts/contract-model";
import type { Register } from "@vehicle-contracts/services/bulk";
import type { World } from "../group/world.ts";

/** The providers of a group and the numbers they give. */
export type Providers = {
  readonly all: Register["providers"];
  /** The id of a provider by name, made when first asked for. */
  idOf(name: string): string;
  /** The next number of a series, in the year of the date. */
  nextNumber(series: string, date: string): string;
};

const kinds: Readonly<Record<string, ProviderKind>> = {
  "Halden Warranty": "INSURER",
  "Kestrel Assist": "ADMINISTRATOR",
  "Meridian Cover": "INSURER",
  "Orrin Insurance": "INSURER",
  Larkmoor: "DEALER",
  "Orrin Vale Cars": "DEALER",
  // Of makers without a house of their own in the country.
  BYD: "IMPORTER",
  Polestar: "IMPORTER",
};

export function providersOf({ chance, stores }: World): Providers {
  const all: Register["providers"] = [];
  const ids = new Map<string, string>();
  const last = new Map<string, number>();
  return {
    all,
    idOf(name) {
      const known = ids.get(name);
      if (known) return known;
      const { createdAt } = stores[0];
      const providerId = chance.id(createdAt);
      all.push({ providerId, createdAt, provider: { name, kind: kinds[name] ?? "MANUFACTURER" } });
      ids.set(name, providerId);
      return providerId;
    },
    nextNumber(series, date) {
      const number = (last.get(series) ?? chance.int(100, 900)) + chance.int(1, 9);
      last.set(series, number);
      return `${series}-${date.slice(0, 4)}-${String(number).padStart(5, "0")}`;
    },
  };
}
