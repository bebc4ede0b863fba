import type { Percentage, Price, ProblemField } from "@vehicle-contracts/contract-model";
import { broken, type Outcome } from "./outcome.ts";
import { sayMoney } from "./wording.ts";

/** A price as it is sent, in whole minor units: what is left out or null is computed. */
export type PriceInput = {
  netMinor?: number | null | undefined;
  taxRate?: Percentage | null | undefined;
  taxMinor?: number | null | undefined;
  grossMinor?: number | null | undefined;
  currency: string;
};

/** One whole, 100 %, in ten-thousandths of a percent: a percentage has at most 4 decimals. */
const whole = 1_000_000n;

/** The largest amount that a price may have, in minor units (inclusive). */
const largest = 10_000_000_000_000n;

function mismatchWords(
  { taxRate, currency }: PriceInput,
  { net, tax, rate }: { net: bigint; tax: bigint; rate: bigint },
): string {
  const money = (minor: bigint) => sayMoney({ amountMinor: minor, currency });
  if (net < 0n) return "The tax is more than the gross amount. Leave the tax out, and it is computed.";
  if (taxRate === null || taxRate === undefined)
    return `There is a tax of ${money(tax)} and no rate, which counts as 0 %. Enter the tax rate.`;
  return `At ${taxRate} % the tax is ${money(halfUp(net * rate, whole))}, not ${money(tax)}. Leave it out, and it is computed.`;
}

/** A percentage in ten-thousandths of a percent: "7.7" is 77,000. Exact. */
export function percentageParts(percentage: Percentage): bigint {
  const [digits = "0", decimals = ""] = String(percentage).split(".");
  return BigInt(digits) * 10_000n + BigInt(decimals.padEnd(4, "0"));
}

/** numerator / denominator rounded half up, floor(x + 1/2), for numerator ≥ 0 and denominator > 0. */
export const halfUp = (numerator: bigint, denominator: bigint): bigint =>
  (2n * numerator + denominator) / (2n * denominator);

const given = (minor: number | null | undefined): bigint | null =>
  minor === null || minor === undefined ? null : BigInt(minor);

/**
 * A price in full, in whole minor units: net or gross suffices with the tax rate (left out: 0); the rest follows, half up, so
 * that gross = net + tax. What is given is kept; a price in full stays as it is. Broken: TAX_MISMATCH (tax more than one
 * minor unit off net × rate, or gross not net + tax), PRICE_MISSING (neither net nor gross), TOO_LARGE. docs/rules.md, "Price".
 */
export function completePrice(input: PriceInput | null | undefined): Outcome<Price | null> {
  if (!input) return { ok: true, value: null };
  const taxRate = input.taxRate ?? 0;
  const rate = percentageParts(taxRate);
  const netGiven = given(input.netMinor);
  const taxGiven = given(input.taxMinor);
  const grossGiven = given(input.grossMinor);

  const net = netGiven ?? netOf(grossGiven, taxGiven, rate);
  if (net === null)
    return {
      ok: false,
      fields: [broken("price.grossMinor", "PRICE_MISSING", "Enter the net or the gross amount.")],
    };
  const tax = taxGiven ?? (grossGiven === null ? halfUp(net * rate, whole) : grossGiven - net);
  const gross = grossGiven ?? net + tax;

  const fields: ProblemField[] = [];
  const off = tax * whole - net * rate;
  if (net < 0n || tax < 0n || off > whole || off < -whole)
    fields.push(
      broken(
        taxGiven === null ? "price.grossMinor" : "price.taxMinor",
        "TAX_MISMATCH",
        mismatchWords(input, { net, tax, rate }),
      ),
    );
  else if (gross !== net + tax)
    fields.push(
      broken(
        "price.grossMinor",
        "TAX_MISMATCH",
        `Net and tax make ${sayMoney({ amountMinor: net + tax, currency: input.currency })}, not ${sayMoney({ amountMinor: gross, currency: input.currency })}. Leave the gross amount out, and it is computed.`,
      ),
    );
  else if (gross > largest)
    fields.push(
      broken(
        grossGiven === null ? "price.netMinor" : "price.grossMinor",
        "TOO_LARGE",
        `The gross amount would be ${gross} minor units. At most ${largest} can be kept; enter a smaller price.`,
      ),
    );
  if (fields.length > 0) return { ok: false, fields };
  return {
    ok: true,
    value: {
      netMinor: Number(net),
      taxRate,
      taxMinor: Number(tax),
      grossMinor: Number(gross),
      currency: input.currency,
    },
  };
}

function netOf(gross: bigint | null, tax: bigint | null, rate: bigint): bigint | null {
  if (gross === null) return null;
  return tax === null ? halfUp(gross * whole, whole + rate) : gross - tax;
}
