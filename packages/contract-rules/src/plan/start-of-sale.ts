import type { ContractStatus, PlanTerms } from "@vehicle-contracts/contract-model";
import { addDays } from "../temporal.ts";
import type { SaleFacts } from "./eligibility.ts";

/** The manufacturer's warranty that a plan follows: its last day (inclusive), and whether it is over before that. */
export type ManufacturerWarranty = { endDate: string; runOut: boolean };

/** A contract of the vehicle, as it stands. */
export type VehicleContract = {
  type: string;
  effectiveStatus: ContractStatus;
  endDate?: string | null | undefined;
};

/**
 * The manufacturer's warranty of a vehicle that ends last, of those that were ever valid; null where none has a last day. It
 * has run out where it is expired before that day: by distance or hours. docs/rules.md, "Plans".
 */
export function manufacturerWarranty(
  contracts: readonly VehicleContract[],
  today: string,
): ManufacturerWarranty | null {
  const ends = contracts.flatMap(({ type, effectiveStatus, endDate }) =>
    type === "MANUFACTURER_WARRANTY" &&
    endDate &&
    ["PENDING", "ACTIVE", "SUSPENDED", "EXPIRED"].includes(effectiveStatus)
      ? [{ endDate, runOut: effectiveStatus === "EXPIRED" && endDate >= today }]
      : [],
  );
  return ends.sort((a, b) => (a.endDate < b.endDate ? 1 : a.endDate > b.endDate ? -1 : 0))[0] ?? null;
}

/** Whether the sale says from what day the contract runs. */
export const choosesStart = (plan: PlanTerms): boolean =>
  plan.startBasis === "EXPLICIT" || plan.mayChange.includes("startDate");

/**
 * The first day covered: what was asked for, where the plan leaves it to the sale; else by its basis. What follows the
 * manufacturer's warranty starts the day after it, and on the day of the sale where that is over. Null where it has to be said yet or
 * cannot be known. docs/rules.md, "Plans".
 */
export function startOfSale(
  plan: PlanTerms,
  { saleDate, startDate, vehicle, warranty }: SaleFacts,
): string | null {
  if (startDate && choosesStart(plan)) return startDate;
  switch (plan.startBasis) {
    case "SALE":
      return saleDate;
    case "FIRST_REGISTRATION":
      return vehicle.firstRegistrationDate ?? null;
    case "END_OF_MANUFACTURER_WARRANTY":
      if (warranty === null) return null;
      return warranty.runOut || warranty.endDate < saleDate ? saleDate : addDays(warranty.endDate, 1);
    case "EXPLICIT":
      return null;
  }
}
