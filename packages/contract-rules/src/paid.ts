import type { Money, Price } from "@vehicle-contracts/contract-model";
import { type Outcome, refused } from "./outcome.ts";
import { sayMoney } from "./wording.ts";

/**
 * A record whose `paid` agrees with its price. Broken: PAID_WITHOUT_PRICE, PAID_CURRENCY (another currency than the price's),
 * PAID_ABOVE_PRICE (more than the gross price). Nothing said means that all has been paid.
 */
export function withPaid<Record extends { paid: Money | null; price: Price | null }>(
  record: Record,
): Outcome<Record> {
  const { paid, price } = record;
  if (paid === null) return { ok: true, value: record };
  if (price === null)
    return refused("paid", "PAID_WITHOUT_PRICE", "There is no price that could be paid. Enter the price.");
  if (paid.currency !== price.currency)
    return refused(
      "paid.currency",
      "PAID_CURRENCY",
      `The price is in ${price.currency}. Enter what has been paid in ${price.currency}.`,
    );
  if (paid.amountMinor > price.grossMinor)
    return refused(
      "paid.amountMinor",
      "PAID_ABOVE_PRICE",
      `The price is ${sayMoney({ amountMinor: price.grossMinor, currency: price.currency })}. Enter that or less.`,
    );
  return { ok: true, value: record };
}
