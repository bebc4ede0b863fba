import type { ContractInput, ContractType } from "@vehicle-contracts/contract-model";
import type { DemoVehicle } from "../group/vehicles.ts";

/** What the demonstration's dealers sell or pass on. */
export type Product = {
  type: ContractType;
  description: string;
  /** A provider by name; MAKER is the vehicle's manufacturer, DEALER the group itself. */
  provider: string;
  /** How the provider's numbers begin. */
  number: string;
  /** How the code of its plans begins; the months follow. Commercial vehicles have agreements of their own. */
  plan?: string;
  /** Months; 0 is open-ended. */
  terms: readonly [number, ...number[]];
  /** Thousands of the store's units a year of the term, or no such limit. */
  thousandsAYear: number | "unlimited" | "unknown";
  /** Engine hours a year, where the vehicle counts them. */
  hoursAYear?: number;
  waitingDays?: number;
  coverage?: readonly string[];
  excluded?: readonly string[];
  maximumMinor?: number;
  allowances?: readonly (readonly [code: string, description: string, timesAYear: number])[];
  deductibleMinor?: number;
  deductible?: "PER_VISIT" | "PER_COMPONENT" | "PER_CLAIM";
  /** Gross, a month of the term, in minor units; none is a gift of the maker or the dealer. */
  monthlyMinor?: number;
  /** Insurance carries no value added tax. */
  untaxed?: boolean;
};

const names: Readonly<Record<string, string>> = {
  ENGINE: "Engine, gearbox, drive line",
  ELECTRICS: "Electrics and control units",
  STEERING: "Steering and suspension",
  AIRCON: "Air conditioning",
  WEAR: "Wear parts: pads, discs, clutch lining",
  GLASS: "Glass, trim, paint",
  BODY: "Rust from the inside out",
  PAINT: "Paint",
  "HV-BATTERY": "High-voltage battery, from 70 % of its capacity",
  TYRE: "Tyres, after damage",
  WHEEL: "Alloy wheels, after damage",
  TOWING: "Towing to the next workshop",
  HIRE: "Hire car up to 5 days",
  KEY: "Lost or broken keys",
  BRAKES: "Brakes",
  "SVC-A": "Service A",
  "SVC-B": "Service B",
  "BRK-FL": "Brake fluid",
  INSPECTION: "Yearly inspection",
  "TOTAL-LOSS": "Difference to the price paid, after a total loss",
  "*": "Everything not named",
};

export const warranty: Product = {
  type: "MANUFACTURER_WARRANTY",
  description: "New vehicle warranty",
  provider: "MAKER",
  number: "W",
  plan: "NEW-VEHICLE",
  terms: [36],
  thousandsAYear: 20,
  coverage: ["*"],
  excluded: ["WEAR", "GLASS", "SVC-A", "SVC-B", "BRK-FL", "INSPECTION"],
};
export const corrosion: Product = {
  type: "BODYWORK_CORROSION",
  description: "Anti-corrosion warranty",
  provider: "MAKER",
  number: "C",
  terms: [144],
  thousandsAYear: "unknown",
  coverage: ["BODY", "PAINT"],
};
export const battery: Product = {
  type: "BATTERY",
  description: "High-voltage battery warranty",
  provider: "MAKER",
  number: "B",
  terms: [96],
  thousandsAYear: 12.5,
  coverage: ["HV-BATTERY"],
};
export const extended: Product = {
  type: "EXTENDED_WARRANTY",
  description: "Drive Secure",
  provider: "Halden Warranty",
  number: "HW",
  plan: "DRIVE-SECURE",
  terms: [12, 24, 24, 36],
  thousandsAYear: 15,
  waitingDays: 14,
  coverage: ["ENGINE", "ELECTRICS", "STEERING", "AIRCON"],
  excluded: ["WEAR", "GLASS"],
  maximumMinor: 500_000,
  deductible: "PER_VISIT",
  deductibleMinor: 10_000,
  monthlyMinor: 3_195,
};
export const servicePlan: Product = {
  type: "SERVICE_PLAN",
  description: "Service plan",
  provider: "DEALER",
  number: "LSP",
  plan: "SERVICE",
  terms: [24, 36, 36],
  thousandsAYear: 12,
  allowances: [
    ["SVC-A", "Service A", 0.5],
    ["SVC-B", "Service B", 0.5],
    ["BRK-FL", "Brake fluid", 0.5],
    ["INSPECTION", "Yearly inspection", 1],
  ],
  monthlyMinor: 2_450,
};
export const maintenance: Product = {
  type: "MAINTENANCE",
  description: "Fleet maintenance",
  provider: "DEALER",
  number: "LKW",
  terms: [36, 48],
  thousandsAYear: 40,
  hoursAYear: 1_900,
  allowances: [
    ["SVC-L", "Large service", 2],
    ["TACHO", "Tachograph check", 0.5],
  ],
  coverage: ["BRAKES"],
  monthlyMinor: 8_900,
};
export const repairAndMaintenance: Product = {
  type: "REPAIR_AND_MAINTENANCE",
  description: "Care and Repair",
  provider: "DEALER",
  number: "CR",
  plan: "CARE-REPAIR",
  terms: [48],
  thousandsAYear: 20,
  coverage: ["ENGINE", "ELECTRICS", "STEERING"],
  excluded: ["GLASS"],
  allowances: [
    ["SVC-A", "Service A", 0.5],
    ["SVC-B", "Service B", 0.5],
  ],
  maximumMinor: 350_000,
  deductible: "PER_CLAIM",
  deductibleMinor: 5_000,
  monthlyMinor: 5_000,
};
export const roadside: Product = {
  type: "ROADSIDE_ASSISTANCE",
  description: "Roadside assistance",
  provider: "Kestrel Assist",
  number: "KA",
  plan: "ROADSIDE",
  terms: [12],
  thousandsAYear: "unlimited",
  coverage: ["TOWING", "HIRE"],
  monthlyMinor: 790,
  untaxed: true,
};
export const tyres: Product = {
  type: "TYRE_AND_WHEEL",
  description: "Tyre and wheel cover",
  provider: "Meridian Cover",
  number: "MC",
  plan: "TYRE-WHEEL",
  terms: [24, 36],
  thousandsAYear: "unlimited",
  coverage: ["TYRE", "WHEEL"],
  maximumMinor: 120_000,
  deductible: "PER_COMPONENT",
  deductibleMinor: 2_500,
  monthlyMinor: 990,
};
export const gap: Product = {
  type: "GAP_INSURANCE",
  description: "GAP insurance",
  provider: "Orrin Insurance",
  number: "OI",
  plan: "GAP",
  terms: [36, 48],
  thousandsAYear: "unlimited",
  coverage: ["TOTAL-LOSS"],
  maximumMinor: 2_000_000,
  monthlyMinor: 1_150,
  untaxed: true,
};
export const goodwill: Product = {
  type: "GOODWILL",
  description: "Goodwill after a repeated fault",
  provider: "MAKER",
  number: "G",
  terms: [12],
  thousandsAYear: 20,
  coverage: ["ELECTRICS"],
};
export const keyCover: Product = {
  type: "OTHER",
  description: "Key cover",
  provider: "Meridian Cover",
  number: "MK",
  terms: [0],
  thousandsAYear: "unlimited",
  coverage: ["KEY"],
  monthlyMinor: 250,
};

const thousand = 1_000;
const rounded = (value: number, to: number) => Math.max(to, Math.round(value / to) * to);
type Unit = "KM" | "MI";
const perUnit: Readonly<Record<Unit, number>> = { KM: 1.6, MI: 1 };
const yearsOf = (months: number) => (months === 0 ? 1 : months / 12);

/** How far a product goes: whole units, for a car; others are driven so many times as much. */
export const limitOf = (
  { thousandsAYear }: Product,
  months: number,
  unit: Unit,
  used = 1,
): { value: number; unit: Unit } | null =>
  typeof thousandsAYear === "string"
    ? null
    : {
        value: rounded(thousandsAYear * thousand * yearsOf(months) * perUnit[unit] * used, 5 * thousand),
        unit,
      };

/** What a product costs, gross, in minor units of either currency; null is a gift. */
export const grossOf = ({ monthlyMinor }: Product, months: number, times = 1): number | null =>
  monthlyMinor ? rounded(monthlyMinor * yearsOf(months) * 12 * times, 500) : null;

/** The plan that a product is sold by on a day, for cars. */
function planOf(
  product: Product,
  vehicle: Pick<DemoVehicle, "model">,
  months: number,
): { code: string; version: number } | null {
  const { kind, make } = vehicle.model;
  if (!product.plan || kind !== "car" || months === 0) return null;
  return product.provider === "MAKER"
    ? { code: makersPlan(make), version: 1 }
    : { code: `${product.plan}-${months}`, version: 2 };
}

/** The plan of a make's warranty of new cars. */
export const makersPlan = (make: string): string =>
  `${warranty.plan}-${make
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .toUpperCase()}`;

/** By what a refund of it is reckoned. */
export const ruleSetOf = ({ allowances, coverage }: Product) => ({
  code: allowances && !coverage ? "BALANCE" : "PRO_RATA",
  version: 1,
});

/** What a product says of a vehicle for a term from `start`: limits, lines and price in the store's units. */
export function termsOf(
  product: Product,
  { store, ...vehicle }: DemoVehicle,
  start: string,
  months: number,
): Pick<
  ContractInput,
  | "plan"
  | "distance"
  | "engineHours"
  | "coverage"
  | "allowances"
  | "deductible"
  | "price"
  | "waitingDays"
  | "refundRuleSet"
  | "transferPolicy"
> {
  const { currency, distanceUnit: unit } = store;
  const years = yearsOf(months);
  const used = vehicle.model.kind === "truck" ? 5 : vehicle.model.kind === "van" ? 2 : 1;
  const money = (amountMinor: number) => ({ amountMinor, currency });
  const hours = vehicle.hoursOn(start);
  const limit = limitOf(product, months, unit, used);
  const gross = grossOf(product, months, used > 1 ? 2 : 1);
  // The maker's own counts from the first registration, and so from 0.
  const startsAt = product.type === "MANUFACTURER_WARRANTY" ? 0 : vehicle.odometerOn(start);
  return {
    plan: planOf(product, vehicle, months),
    waitingDays: product.waitingDays ?? 0,
    distance: limit
      ? { kind: "limited", limit, startOdometer: { value: startsAt, unit } }
      : { kind: product.thousandsAYear === "unlimited" ? "unlimited" : "unknown" },
    engineHours:
      product.hoursAYear !== undefined && hours !== null
        ? { kind: "limited", limit: rounded(product.hoursAYear * years, 100), startHours: hours }
        : { kind: "unlimited" },
    coverage: linesOf(product).map(({ maximumMinor, ...line }) =>
      line.treatment === "EXCLUDED"
        ? line
        : { ...line, maximumAmount: maximumMinor === null ? null : money(maximumMinor) },
    ),
    allowances: allowancesOf(product, months).map(({ dueIn, ...line }) => ({
      ...line,
      dueAfterDistance: { value: dueIn[unit], unit },
    })),
    deductible:
      product.deductible && product.deductibleMinor
        ? {
            kind: product.deductible,
            amount: money(product.deductibleMinor),
            waivedAtSellingStore: isWaived(product),
          }
        : { kind: "NONE" },
    price:
      gross === null ? null : { grossMinor: gross, taxRate: product.untaxed ? "0" : store.taxRate, currency },
    refundRuleSet: gross === null ? null : ruleSetOf(product),
    transferPolicy: { kind: product.type === "GAP_INSURANCE" ? "NONE" : "AUTOMATIC" },
  };
}

export const isWaived = ({ type }: Product): boolean => type === "REPAIR_AND_MAINTENANCE";

/** What a product covers and leaves out; maxima in minor units of either currency. */
export function linesOf({ maximumMinor, coverage, excluded }: Product) {
  return [
    ...(coverage ?? []).map((code, at) => ({
      code,
      description: names[code] ?? null,
      treatment: "COVERED" as const,
      partsPercent: at < 3 ? 100 : 80,
      labourPercent: at < 2 ? 100 : 80,
      maximumMinor: maximumMinor ? maximumMinor / (at + 1) - ((maximumMinor / (at + 1)) % 10_000) : null,
    })),
    ...(excluded ?? []).map((code) => ({
      code,
      description: names[code] ?? null,
      treatment: "EXCLUDED" as const,
      maximumMinor: null,
    })),
  ];
}

/** The services of a product for a term, due in whole units of either. */
export const allowancesOf = (product: Product, months: number) =>
  (product.allowances ?? []).map(([code, description, timesAYear]) => {
    const dueIn = (unit: Unit) => rounded((12 * perUnit[unit] * thousand) / timesAYear, 1_000);
    return {
      code,
      description,
      quantity: Math.max(1, Math.floor(timesAYear * yearsOf(months))),
      dueAfterMonths: Math.round(12 / timesAYear),
      dueIn: { KM: dueIn("KM"), MI: dueIn("MI") },
    };
  });
