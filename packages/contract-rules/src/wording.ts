import { currencyExponent, type Distance } from "@vehicle-contracts/contract-model";

// How messages write figures: the same on every machine, whatever its locale.
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `2026-11-03` as "3 Nov 2026". */
export function sayDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

/** 8240 as "8,240". */
const sayNumber = (value: number | bigint): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** 8,240 MI as "8,240 mi". */
export const sayDistance = (distance: Distance): string =>
  `${sayNumber(distance.value)} ${distance.unit.toLowerCase()}`;

/** 1 as "1 month", 2 as "2 months". */
export const sayCount = (count: number, noun: string): string =>
  `${sayNumber(count)} ${noun}${count === 1 ? "" : "s"}`;

/** 130050 of EUR as "1,300.50 EUR"; of JPY, which has no decimals, "130,050 JPY". */
export function sayMoney({
  amountMinor,
  currency,
}: {
  amountMinor: number | bigint;
  currency: string;
}): string {
  const decimals = currencyExponent(currency);
  const digits = String(amountMinor).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const rest = decimals === 0 ? "" : `.${digits.slice(digits.length - decimals)}`;
  return `${sayNumber(BigInt(whole))}${rest} ${currency}`;
}
