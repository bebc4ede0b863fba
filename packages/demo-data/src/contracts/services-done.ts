import type { ContractInput } from "@vehicle-contracts/contract-model";
import { addDays, Temporal } from "@vehicle-contracts/contract-rules/temporal";
import { earlier, later } from "../calendar.ts";
import type { DemoVehicle } from "../group/vehicles.ts";
import type { World } from "../group/world.ts";
import { repairOrder, type Span, type Work } from "./repair-order.ts";
import type { Sold } from "./sell.ts";

/** Percent of customers who let no service be done here. */
const strangers = 9;
/** Percent of the services due that are done. */
const kept = 90;

type Allowance = NonNullable<ContractInput["allowances"]>[number];

/**
 * The services of a contract that were done, each about when it was due, several of them at one visit. Never more than it
 * includes.
 */
export function servicesOf(world: World, vehicle: DemoVehicle, sold: Sold, { from, until }: Span): Work[] {
  const allowances = sold.contract.made.contract.allowances ?? [];
  const { workshopChance: chance } = world;
  if (allowances.length === 0 || chance.in100(strangers)) return [];
  const left = new Map(allowances.map(({ code, quantity }) => [code, quantity]));
  const every = Math.min(...allowances.map(({ dueAfterMonths }) => dueAfterMonths ?? 12));
  const visits = Math.max(
    ...allowances.map(({ quantity, dueAfterMonths }) => (quantity * (dueAfterMonths ?? 12)) / every),
  );
  const work: Work[] = [];
  for (let visit = 1; visit <= visits; visit += 1) {
    const due = dueOn(vehicle, sold, allowances, visit * every);
    // Who is due on the last day comes before it.
    const wanted = sold.end === null ? due : earlier(due, addDays(sold.end, -chance.int(4, 50)));
    const date = later(addDays(wanted, chance.int(-38, 3)), from);
    if (date > until) break;
    if (!chance.in100(kept)) continue;
    const order = repairOrder(world, date);
    for (const { code, dueAfterMonths } of allowances) {
      const isDue = (visit * every) % (dueAfterMonths ?? 12) === 0;
      if (!isDue || !left.get(code)) continue;
      left.set(code, (left.get(code) ?? 0) - 1);
      work.push({ date, order, taken: { kind: "ALLOWANCE", code } });
    }
  }
  return work;
}

/** The day on which what is due after so many months is due: a car that is driven much comes earlier. */
function dueOn(
  vehicle: DemoVehicle,
  { start }: Sold,
  allowances: readonly Allowance[],
  months: number,
): string {
  const byTime = Temporal.PlainDate.from(start).add({ months }).toString();
  const [like] = allowances;
  if (vehicle.model.kind !== "car" || !like?.dueAfterDistance || !like.dueAfterMonths) return byTime;
  const distance = (like.dueAfterDistance.value * months) / like.dueAfterMonths;
  const inAThousandDays = vehicle.odometerOn(addDays(start, 1_000)) - vehicle.odometerOn(start);
  return earlier(byTime, addDays(start, Math.ceil((distance * 1_000) / inAThousandDays)));
}
