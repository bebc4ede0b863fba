import type { Party } from "@vehicle-contracts/contract-model";
import { countryName } from "../../ui/countries.ts";

type Address = Party["addresses"][number];

/** Where the code of a place stands before its name: on the British isles and in North America it comes after. */
const codeLast = new Set(["GB", "IE", "US", "CA", "AU", "NZ", "IN", "SG", "HK", "ZA", "JE", "GG", "IM"]);

/** An address in two lines: "Am Kai 1", "50667 Köln"; the country is said by `country`. */
export function addressLines({ lines, postalCode, city, country }: Address): {
  street: string;
  town: string | null;
} {
  const isLast = country !== null && codeLast.has(country);
  const town = (isLast ? [city, postalCode] : [postalCode, city]).filter(Boolean).join(" ");
  return { street: lines.join(", "), town: town === "" ? null : town };
}

/** All lines of an address as it stands on an envelope. */
export function envelopeLines(address: Address, locale: string): string[] {
  const { town } = addressLines(address);
  return [
    ...address.lines,
    ...(town === null ? [] : [town]),
    ...(address.country === null ? [] : [countryName(address.country, locale)]),
  ];
}
