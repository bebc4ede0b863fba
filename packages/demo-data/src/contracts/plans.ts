import type { PlanInput } from "@vehicle-contracts/contract-model";
import type { RegisterPlan } from "@vehicle-contracts/services/bulk";
import { instantOn, monthsBefore } from "../calendar.ts";
import { cars } from "../group/models.ts";
import { userActor } from "../group/world.ts";
import {
  allowancesOf,
  extended,
  gap,
  grossOf,
  isWaived,
  limitOf,
  linesOf,
  makersPlan,
  type Product,
  repairAndMaintenance,
  roadside,
  ruleSetOf,
  servicePlan,
  tyres,
  warranty,
} from "./catalogue.ts";
import type { Shop } from "./sell.ts";

const currencies = [
  { currency: "GBP", taxRate: "20" },
  { currency: "EUR", taxRate: "19" },
] as const;
const units = ["MI", "KM"] as const;

/** The catalogue of a group: what its contracts were sold by, and a little more; cars only. */
export function plansOf({ world, providers, dealer }: Shop): RegisterPlan[] {
  const administrator = world.staff.find(({ role }) => role === "administrator");
  if (!administrator) throw new Error("The group has no administrator.");
  const on = (months: number) =>
    instantOn(monthsBefore(world.today, months), "11:20:00.000", world.stores[0].timeZone);
  const providerOf = ({ provider }: Product, make = "") =>
    providers.idOf(provider === "MAKER" ? make : provider === "DEALER" ? dealer : provider);
  const version = (
    plan: PlanInput,
    number: number,
    released: number | null,
    retired: number | null = null,
  ) => ({
    createdAt: on((released ?? 0) + 1),
    by: userActor(administrator),
    version: number,
    plan,
    releasedAt: released === null ? null : on(released),
    retiredAt: retired === null ? null : on(retired),
  });
  /** Its first version was cheaper; nothing of it runs any more. */
  const sold = (product: Product, months: number, more: Partial<PlanInput>): RegisterPlan[] => {
    const plan = { ...planInput(product, months, `${product.plan}-${months}`, providerOf(product)), ...more };
    const cheaper = (plan.prices ?? []).map(({ grossMinor, lowestGrossMinor: _lowest, ...price }) => ({
      ...price,
      grossMinor: Math.round((grossMinor ?? 0) * 0.9),
    }));
    return [
      version({ ...plan, prices: cheaper, mayChange: ["startDate"] }, 1, 149, 148),
      version(plan, 2, 148),
    ];
  };
  const makes = new Map(cars.map((model) => [model.make, model.warrantyMonths]));
  return [
    ...[...makes].map(([make, months]) =>
      version(
        {
          ...planInput(warranty, months, makersPlan(make), providerOf(warranty, make)),
          name: `New vehicle warranty ${make}`,
          description: `An example with terms as they are usual for new cars. What ${make} itself promises is in its own conditions.`,
          startBasis: "FIRST_REGISTRATION",
          eligibility: { makes: [make] },
        },
        1,
        149,
      ),
    ),
    ...[12, 24, 36].flatMap((months) =>
      sold(extended, months, {
        startBasis: "END_OF_MANUFACTURER_WARRANTY",
        eligibility: { maxOdometer: { value: 200_000, unit: "MI" } },
        transferPolicy: { kind: "AUTOMATIC" },
      }),
    ),
    ...[24, 36, 48].flatMap((months) => sold(servicePlan, months, {})),
    ...sold(repairAndMaintenance, 48, {}),
    ...sold(roadside, 12, {}),
    ...[24, 36].flatMap((months) => sold(tyres, months, {})),
    ...[36, 48].flatMap((months) =>
      sold(gap, months, { eligibility: { maxAgeMonths: 60 }, transferPolicy: { kind: "NONE" } }),
    ),
    version(
      {
        ...planInput(batteryCover, 36, "BATTERY-COVER-36", providerOf(batteryCover)),
        eligibility: { maxAgeMonths: 96, fuels: ["electric", "plug-in hybrid"] },
      },
      1,
      10,
    ),
    version(
      {
        ...planInput(protectSelect, 12, "PROTECT-SELECT-12", providerOf(protectSelect)),
        eligibility: { minAgeMonths: 36, maxAgeMonths: 120, maxOdometer: { value: 90_000, unit: "MI" } },
      },
      1,
      10,
    ),
    version(
      {
        ...planInput(protectSelect, 24, "PROTECT-SELECT-24", providerOf(protectSelect)),
        eligibility: { minAgeMonths: 36, maxAgeMonths: 96, maxOdometer: { value: 75_000, unit: "MI" } },
      },
      1,
      null,
    ),
  ];
}

/** Not sold yet, or to nobody of the demonstration. */
const batteryCover: Product = {
  type: "BATTERY",
  description: "Battery Cover",
  provider: "Halden Warranty",
  number: "HB",
  terms: [36],
  thousandsAYear: 12,
  coverage: ["HV-BATTERY"],
  maximumMinor: 800_000,
  monthlyMinor: 1_450,
};
const protectSelect: Product = {
  type: "EXTENDED_WARRANTY",
  description: "Protect Select",
  provider: "Meridian Cover",
  number: "MP",
  terms: [12, 24],
  thousandsAYear: 10,
  waitingDays: 30,
  coverage: ["ENGINE", "ELECTRICS"],
  excluded: ["WEAR", "GLASS"],
  maximumMinor: 200_000,
  deductible: "PER_CLAIM",
  deductibleMinor: 7_500,
  monthlyMinor: 2_390,
};

function planInput(product: Product, months: number, code: string, providerId: string): PlanInput {
  const everywhere = (amountMinor: number) => currencies.map(({ currency }) => ({ amountMinor, currency }));
  const limits = units.flatMap((unit) => limitOf(product, months, unit) ?? []);
  const gross = grossOf(product, months);
  return {
    code,
    name: `${product.description} ${months}`,
    type: product.type,
    providerId,
    termMonths: months,
    distance: limits.length > 0 ? { kind: "limited", limits } : { kind: "unlimited" },
    startBasis: "SALE",
    waitingDays: product.waitingDays ?? 0,
    coverage: linesOf(product).map(({ maximumMinor, ...line }) =>
      line.treatment === "EXCLUDED"
        ? line
        : { ...line, maximumAmounts: maximumMinor === null ? null : everywhere(maximumMinor) },
    ),
    allowances: allowancesOf(product, months).map(({ dueIn, ...line }) => ({
      ...line,
      dueAfterDistances: units.map((unit) => ({ value: dueIn[unit], unit })),
    })),
    deductible:
      product.deductible && product.deductibleMinor
        ? {
            kind: product.deductible,
            amounts: everywhere(product.deductibleMinor),
            waivedAtSellingStore: isWaived(product),
          }
        : { kind: "NONE" },
    prices:
      gross === null
        ? []
        : currencies.map(({ currency, taxRate }) => ({
            grossMinor: gross,
            lowestGrossMinor: Math.round((gross * 0.93) / 100) * 100,
            highestGrossMinor: gross,
            taxRate: product.untaxed ? "0" : taxRate,
            currency,
          })),
    mayChange: gross === null ? ["startDate"] : ["startDate", "price"],
    transferPolicy: { kind: "AUTOMATIC" },
    refundRuleSet: gross === null ? null : ruleSetOf(product),
  };
}
