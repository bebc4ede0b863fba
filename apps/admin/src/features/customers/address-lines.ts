import type { Party } from "@vehicle-contracts/contract-model";

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

/** The name of a country (ISO 3166-1 alpha-2) in the reader's words; the code itself where it has none. */
export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: "region", fallback: "code" }).of(code) ?? code;
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
