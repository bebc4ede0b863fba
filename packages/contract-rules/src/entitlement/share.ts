import type { Percentage } from "@vehicle-contracts/contract-model";
import { halfUp, percentageParts } from "../price.ts";

const all = 1_000_000;
/** Up to here the product with a percentage, doubled, is a safe integer: the reckoning by numbers is exact as well. */
const mostByNumbers = 4_000_000_000;

/**
 * amount × percentage (in ten-thousandths of a percent), half up. Exact: by big integers where the product leaves the safe
 * integers, and else by whole numbers, which is the same and takes a tenth of the time.
 */
export function shareOf(amountMinor: number, percentage: number): number {
  if (percentage === all) return amountMinor;
  if (amountMinor > mostByNumbers)
    return Number(halfUp(BigInt(amountMinor) * BigInt(percentage), BigInt(all)));
  const product = amountMinor * percentage;
  const rest = product % all;
  return (product - rest) / all + (2 * rest >= all ? 1 : 0);
}

/** Remembers a percentage in ten-thousandths of a percent: a visit meets the same few again and again. */
export function rememberedParts(): (percentage: Percentage) => number {
  const known = new Map<Percentage, number>();
  return (percentage) => {
    const parts = known.get(percentage) ?? Number(percentageParts(percentage));
    known.set(percentage, parts);
    return parts;
  };
}
