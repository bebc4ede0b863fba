import type { ContractInput, ContractType } from "@vehicle-contracts/contract-model";

type Terms = Pick<ContractInput, "coverage" | "allowances" | "deductible" | "price" | "waitingDays">;

/** What is sold, in the sizes in which it is. */
export type Product = {
  type: ContractType;
  description: string;
  /** How its numbers begin. */
  number: string;
  /** Which of the enterprise's providers carries it. */
  provider: number;
  months: readonly [number, ...number[]];
  /** Kilometres a year; null is unlimited. */
  yearly: number | null;
  terms: Terms;
};

const euro = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
const price = (grossMinor: number) => ({ grossMinor, taxRate: "19", currency: "EUR" });
const covered = (...codes: string[]) =>
  codes.map((code) => ({
    code,
    description: `Parts and labour: ${code.toLowerCase()}`,
    treatment: "COVERED" as const,
    partsPercent: 100,
    labourPercent: code === "ELECTRICS" ? "80" : 100,
    maximumAmount: euro(300_000),
  }));
const excluded = (...codes: string[]) => codes.map((code) => ({ code, treatment: "EXCLUDED" as const }));

export const products: readonly [Product, ...Product[]] = [
  {
    ...{ type: "MANUFACTURER_WARRANTY", description: "New vehicle warranty", number: "NW", provider: 0 },
    ...{ months: [24, 36], yearly: 20_000 },
    terms: { coverage: [...covered("*"), ...excluded("WEAR", "GLASS")] },
  },
  {
    ...{ type: "EXTENDED_WARRANTY", description: "Drive Secure", number: "EW", provider: 1 },
    ...{ months: [12, 24, 36], yearly: 15_000 },
    terms: {
      coverage: [...covered("ENGINE", "ELECTRICS", "STEERING", "AIRCON"), ...excluded("WEAR", "GLASS")],
      deductible: { kind: "PER_VISIT", amount: euro(10_000) },
      waitingDays: 14,
      price: price(89_900),
    },
  },
  {
    ...{ type: "SERVICE_PLAN", description: "Service plan", number: "SP", provider: 2 },
    ...{ months: [24, 36, 48], yearly: 15_000 },
    terms: {
      allowances: [
        { code: "SVC-A", description: "Service A", quantity: 2, dueAfterMonths: 12 },
        { code: "SVC-B", description: "Service B", quantity: 1, dueAfterMonths: 24 },
        { code: "BRK-FL", description: "Brake fluid", quantity: 1, dueAfterMonths: 24 },
      ],
      price: price(64_000),
    },
  },
  {
    ...{ type: "MAINTENANCE", description: "Fleet maintenance", number: "FM", provider: 2 },
    ...{ months: [36, 48], yearly: 40_000 },
    terms: {
      coverage: covered("BRAKES"),
      allowances: [{ code: "SVC-L", quantity: 6 }],
      price: price(240_000),
    },
  },
  {
    ...{ type: "ROADSIDE_ASSISTANCE", description: "Roadside assistance", number: "RA", provider: 3 },
    ...{ months: [12, 24], yearly: null },
    terms: { coverage: covered("TOWING", "HIRE"), price: price(9_900) },
  },
  {
    ...{ type: "TYRE_AND_WHEEL", description: "Tyres and wheels", number: "TW", provider: 4 },
    ...{ months: [12, 24], yearly: null },
    terms: {
      coverage: covered("TYRE", "WHEEL"),
      deductible: { kind: "PER_COMPONENT", amount: euro(5_000) },
      price: price(19_900),
    },
  },
  {
    ...{ type: "GAP_INSURANCE", description: "GAP insurance", number: "GP", provider: 5 },
    ...{ months: [36, 48, 60], yearly: null },
    terms: { price: price(29_900) },
  },
];

export const providers = [
  { name: "Volkswagen", kind: "MANUFACTURER" },
  { name: "Halden Warranty", kind: "INSURER" },
  { name: "The group itself", kind: "DEALER" },
  { name: "Nordlicht Assistance", kind: "ADMINISTRATOR" },
  { name: "Rundum Tyre Services", kind: "ADMINISTRATOR" },
  { name: "Ostsee Insurance", kind: "INSURER" },
] as const;
