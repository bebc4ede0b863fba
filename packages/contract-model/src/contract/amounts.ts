import { z } from "zod";
import { Currency, MinorUnits, Money, Percentage } from "../values.ts";

const payable = { amount: Money };
/** What the customer pays first: once a visit, once a line code, or once a job. */
export const DeductibleInput = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("NONE") }),
    z.strictObject({
      kind: z.enum(["PER_VISIT", "PER_COMPONENT", "PER_CLAIM"]),
      ...payable,
      waivedAtSellingStore: z.boolean().nullish(),
    }),
  ],
  "Must be of the kind NONE, PER_VISIT, PER_COMPONENT or PER_CLAIM.",
);
export const Deductible = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("NONE") }),
  z.object({
    kind: z.enum(["PER_VISIT", "PER_COMPONENT", "PER_CLAIM"]),
    ...payable,
    waivedAtSellingStore: z.boolean(),
  }),
]);
export type Deductible = z.infer<typeof Deductible>;

/** Net or gross suffices, with the tax rate (left out: 0); the rest is computed, half up to the minor unit. */
export const PriceInput = z
  .strictObject({
    netMinor: MinorUnits.nullish(),
    taxRate: Percentage.nullish(),
    taxMinor: MinorUnits.nullish(),
    grossMinor: MinorUnits.nullish(),
    currency: Currency,
  })
  .check((context) => {
    const { netMinor, grossMinor, taxMinor, taxRate } = context.value;
    const missing = (value: unknown) => value === null || value === undefined;
    if (missing(netMinor) && missing(grossMinor))
      context.issues.push({
        code: "custom",
        input: context.value,
        path: ["grossMinor"],
        message: "Needs the net or the gross amount.",
      });
    if (missing(taxRate) && !missing(taxMinor) && taxMinor !== 0)
      context.issues.push({
        code: "custom",
        input: context.value,
        path: ["taxRate"],
        message: "A tax needs its rate.",
      });
  });
/** gross = net + tax, all in minor units of the currency. */
export const Price = z.object({
  netMinor: MinorUnits,
  taxRate: Percentage,
  taxMinor: MinorUnits,
  grossMinor: MinorUnits,
  currency: z.string(),
});
export type Price = z.infer<typeof Price>;
