import { expect, test } from "vitest";
import { aReadContract } from "../contracts/testing/a-read-contract.ts";
import { british } from "../contracts/testing/british.ts";
import { remainingWords, servicesLeft } from "./remaining-words.ts";

const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" });

test("what is left is said: services in one figure, amounts by their line", () => {
  const contract = aReadContract({
    coverage: [
      {
        code: "ENGINE",
        description: "Engine",
        treatment: "COVERED",
        partsPercent: 100,
        labourPercent: 100,
        endDate: null,
        endOdometer: null,
        maximumAmount: eur(300_000),
      },
    ],
    remaining: {
      allowances: [
        { code: "A", quantity: 3, used: 2, left: 1 },
        { code: "B", quantity: 1, used: 0, left: 1 },
      ],
      amounts: [{ code: "ENGINE", maximum: eur(300_000), used: eur(260_000), left: eur(40_000) }],
    },
  });
  expect(remainingWords(contract, british)).toEqual([
    "2 of 4 services left",
    "€400.00 of €3,000.00 left for Engine",
  ]);
});

test("of several amounts those are told that something was claimed of, and the others are counted", () => {
  const amount = (code: string, used: number) => ({
    ...{ code, maximum: eur(300_000), used: eur(used), left: eur(300_000 - used) },
  });
  const words = (...amounts: ReturnType<typeof amount>[]) =>
    remainingWords(aReadContract({ remaining: { allowances: [], amounts } }), british);
  expect(words(amount("A", 0), amount("B", 0))).toEqual(["nothing claimed of 2 amounts"]);
  expect(words(amount("A", 0), amount("B", 100_000), amount("C", 0))).toEqual([
    "€2,000.00 of €3,000.00 left for B",
    "nothing claimed of 2 others",
  ]);
  expect(words(amount("A", 0))).toEqual(["€3,000.00 of €3,000.00 left for A"]);
});

test("a contract without services and maximums has nothing to count", () => {
  expect(servicesLeft(aReadContract())).toBeNull();
  expect(remainingWords(aReadContract(), british)).toEqual([]);
});
