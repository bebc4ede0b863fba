import { daysBetween } from "@vehicle-contracts/contract-rules/temporal";
import type { World } from "../group/world.ts";

/** Work that a contract provided or paid, as one job of a repair order. */
export type Work = {
  date: string;
  order: string;
  taken: { kind: "ALLOWANCE"; code: string } | { kind: "AMOUNT"; code: string; amountMinor: number };
};

/** Days on which work can be done by a contract, both inclusive. */
export type Span = { from: string; until: string };

/** The number of an order of that day: numbers grow with the days. */
export const repairOrder = ({ workshopChance, today }: World, date: string): string =>
  `RO-${49_000 - daysBetween(date, today) * 9 + workshopChance.int(0, 8)}`;
