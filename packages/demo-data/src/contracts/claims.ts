import type { ContractType } from "@vehicle-contracts/contract-model";
import { addDays } from "@vehicle-contracts/contract-rules/temporal";
import { dayBetween, later } from "../calendar.ts";
import type { World } from "../group/world.ts";
import { repairOrder, type Span, type Work } from "./repair-order.ts";
import type { Sold } from "./sell.ts";

/** Percent of contracts with at least one claim, two, three. */
const often: Partial<Record<ContractType, readonly number[]>> = {
  EXTENDED_WARRANTY: [48, 20, 6],
  REPAIR_AND_MAINTENANCE: [60, 28, 12],
  MAINTENANCE: [45, 15, 0],
  TYRE_AND_WHEEL: [70, 38, 18],
};

/** What a repair costs a contract, in tens of minor units of either currency. */
const costs: Readonly<Record<string, readonly [number, number]>> = {
  ENGINE: [2_400, 19_500],
  ELECTRICS: [1_200, 7_800],
  STEERING: [1_500, 6_400],
  AIRCON: [1_800, 7_200],
  BRAKES: [1_800, 6_800],
  TYRE: [900, 2_100],
  WHEEL: [1_600, 4_400],
};
/** Days from the start within which nobody claims. */
const quiet = 20;

/** The claims that a contract has paid, never more than a line's maximum. */
export function claimsOf(world: World, sold: Sold, { from, until }: Span): Work[] {
  const { type, coverage } = sold.contract.made.contract;
  const { workshopChance: chance } = world;
  const lines = (coverage ?? []).filter(({ code, treatment }) => treatment === "COVERED" && costs[code]);
  const [first, ...others] = lines;
  const lot = chance.int(1, 100);
  const count = ((type && often[type]) ?? []).filter((percent) => lot <= percent).length;
  const earliest = later(from, addDays(from, quiet));
  if (!first || earliest > until) return [];
  const left = new Map(lines.map(({ code, maximumAmount }) => [code, maximumAmount?.amountMinor ?? null]));
  const days = Array.from({ length: count }, () => dayBetween(chance, earliest, until)).sort();
  return days.flatMap((date) => {
    const { code } = chance.pick([first, ...others]);
    const [least, most] = costs[code] ?? [0, 0];
    const cost = chance.int(least, most) * 10;
    const order = repairOrder(world, date);
    const rest = left.get(code) ?? null;
    const amountMinor = rest === null ? cost : Math.min(cost, rest);
    if (rest !== null) left.set(code, rest - amountMinor);
    return amountMinor === 0 ? [] : [{ date, order, taken: { kind: "AMOUNT" as const, code, amountMinor } }];
  });
}
