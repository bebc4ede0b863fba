import { Price } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completePrice, halfUp, type PriceInput, percentageParts } from "./price.ts";

const complete = (input: Partial<PriceInput>) => {
  const outcome = completePrice({ currency: "EUR", ...input });
  return outcome.ok ? outcome.value : outcome.fields.map(({ path, code }) => `${path} ${code}`);
};
const amounts = (input: Partial<PriceInput>) => {
  const price = complete(input);
  return price === null || Array.isArray(price) ? price : [price.netMinor, price.taxMinor, price.grossMinor];
};

const anAmount = fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 1_000_000_000_000 }));
const aRate = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 1_000_000 }).map((parts) => {
    const decimals = String(parts % 10_000).padStart(4, "0");
    return `${Math.floor(parts / 10_000)}.${decimals}`;
  }),
);

describe("net or gross suffices", () => {
  test.each([
    [{ netMinor: 84_034, taxRate: "19" }, [84_034, 15_966, 100_000]],
    [{ grossMinor: 100_000, taxRate: 19 }, [84_034, 15_966, 100_000]],
    [{ netMinor: 50, taxRate: 1 }, [50, 1, 51]],
    [{ netMinor: 49, taxRate: 1 }, [49, 0, 49]],
    [{ grossMinor: 999, taxRate: "7.7" }, [928, 71, 999]],
    [{ netMinor: 1_000 }, [1_000, 0, 1_000]],
    [{ netMinor: 1_000, grossMinor: 1_190, taxRate: 19 }, [1_000, 190, 1_190]],
    [{ taxMinor: 190, grossMinor: 1_190, taxRate: 19 }, [1_000, 190, 1_190]],
    [{ netMinor: 1_000, taxMinor: 191, taxRate: 19 }, [1_000, 191, 1_191]],
    [{ grossMinor: 0, taxRate: 19 }, [0, 0, 0]],
  ])("%j makes net, tax and gross %j", (input, expected) => {
    expect(amounts(input)).toEqual(expected);
  });

  test("the rate stays as it was entered, and a missing one is 0", () => {
    expect(complete({ netMinor: 1, taxRate: "19.00" })).toMatchObject({ taxRate: "19.00" });
    expect(complete({ netMinor: 1 })).toMatchObject({ taxRate: 0 });
  });

  test("no price is no price", () => {
    expect(completePrice(null)).toEqual({ ok: true, value: null });
  });
});

test.each([
  [{ netMinor: 1_000, taxRate: 19, taxMinor: 192 }, ["price.taxMinor TAX_MISMATCH"]],
  [{ netMinor: 1_000, taxRate: 19, taxMinor: 188 }, ["price.taxMinor TAX_MISMATCH"]],
  [{ netMinor: 1_000, taxRate: 19, taxMinor: 190, grossMinor: 1_191 }, ["price.grossMinor TAX_MISMATCH"]],
  [{ netMinor: 1_000, grossMinor: 1_190 }, ["price.grossMinor TAX_MISMATCH"]],
  [{ netMinor: 1_000, grossMinor: 999, taxRate: 0 }, ["price.grossMinor TAX_MISMATCH"]],
  [{ taxMinor: 20, grossMinor: 10, taxRate: 100 }, ["price.taxMinor TAX_MISMATCH"]],
  [{ netMinor: 9_000_000_000_000, taxRate: 19 }, ["price.netMinor TOO_LARGE"]],
  [{ taxRate: 19 }, ["price.grossMinor PRICE_MISSING"]],
])("%j breaks %j", (input, expected) => {
  expect(complete(input)).toEqual(expected);
});

test("a tax up to one minor unit off is taken, a fraction more is not", () => {
  // 10.5 % of 1,010 is 106.05: 107 is 0.95 off, 105 is 1.05 off.
  expect(amounts({ netMinor: 1_010, taxRate: "10.5", taxMinor: 107 })).toEqual([1_010, 107, 1_117]);
  expect(complete({ netMinor: 1_010, taxRate: "10.5", taxMinor: 105 })).toEqual([
    "price.taxMinor TAX_MISMATCH",
  ]);
});

test("gross is always net and tax, and a price in full stays as it is", () => {
  fc.assert(
    fc.property(anAmount, aRate, fc.constantFrom("netMinor", "grossMinor"), (amount, taxRate, given) => {
      const outcome = completePrice({ [given]: amount, taxRate, currency: "EUR" });
      if (!outcome.ok || !outcome.value) throw new Error("one amount suffices");
      const price = outcome.value;
      expect(Price.safeParse(price).success).toBe(true);
      expect(price.grossMinor).toBe(price.netMinor + price.taxMinor);
      expect(price[given]).toBe(amount);
      expect(completePrice(price)).toEqual(outcome);
    }),
    { numRuns: 500 },
  );
});

test("the tax on a net amount is the nearest minor unit, half up", () => {
  fc.assert(
    fc.property(anAmount, fc.integer({ min: 0, max: 100 }), (netMinor, taxRate) => {
      const exact = BigInt(netMinor) * BigInt(taxRate);
      const rounded = exact / 100n + (exact % 100n >= 50n ? 1n : 0n);
      expect(amounts({ netMinor, taxRate })?.[1]).toBe(Number(rounded));
    }),
  );
});

test("halves go up", () => {
  expect([halfUp(1n, 2n), halfUp(3n, 2n), halfUp(49n, 100n), halfUp(0n, 7n)]).toEqual([1n, 2n, 0n, 0n]);
});

test("a percentage is exact to its fourth decimal", () => {
  expect(["7.7", "19", 19, "0.0001", "100.0000"].map(percentageParts)).toEqual([
    77_000n,
    190_000n,
    190_000n,
    1n,
    1_000_000n,
  ]);
});
