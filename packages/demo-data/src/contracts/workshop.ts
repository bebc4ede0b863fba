import type { UsageInput } from "@vehicle-contracts/contract-model";
import { addDays, todayIn } from "@vehicle-contracts/contract-rules/temporal";
import type { RegisterUsage } from "@vehicle-contracts/services/bulk";
import { atTheDesk, earlier, later, minutesAfter } from "../calendar.ts";
import type { DemoVehicle } from "../group/vehicles.ts";
import { advisorOf, clientActor, userActor, type World, yesterdayOf } from "../group/world.ts";
import { claimsOf } from "./claims.ts";
import type { Span, Work } from "./repair-order.ts";
import { lastCovered, limitsOf } from "./run-out.ts";
import type { Sold } from "./sell.ts";
import { servicesOf } from "./services-done.ts";

/** Types of contracts by which the workshops work most. */
const workedBy = new Set([
  "SERVICE_PLAN",
  "MAINTENANCE",
  "REPAIR_AND_MAINTENANCE",
  "TYRE_AND_WHEEL",
  "EXTENDED_WARRANTY",
]);

/** What the workshops have done by a contract until yesterday, as its ledger says it, in the order of the days. */
export function ledgerOf(world: World, vehicle: DemoVehicle, sold: Sold): RegisterUsage[] {
  const { type } = sold.contract.made.contract;
  const open = type && workedBy.has(type) ? openSpan(world, vehicle, sold) : null;
  if (!open) return [];
  const work = [...servicesOf(world, vehicle, sold, open), ...claimsOf(world, sold, open)];
  const orders = Map.groupBy(
    work.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    ({ order }) => order,
  );
  const { workshopChance: chance } = world;
  return [...orders.values()].flatMap((jobs, at) => {
    const first = recordedAt(world, vehicle, sold, { date: jobs[0]?.date ?? "", at, since: open.since });
    return jobs.flatMap((job, number) => {
      if (!first) return [];
      const moment = minutesAfter(first.at, number);
      const [correlationId, usageId] = [chance.id(moment), chance.id(moment)];
      return [{ ...first, at: moment, correlationId, usageId, usage: usageOf(vehicle, job, number + 1) }];
    });
  });
}

function usageOf({ store, odometerOn }: DemoVehicle, { date, order, taken }: Work, job: number): UsageInput {
  const done = {
    ...{ date, odometer: { value: odometerOn(date), unit: store.distanceUnit } },
    ...{ repairOrder: order, job: String(job) },
  };
  const { kind, code } = taken;
  if (kind === "ALLOWANCE") return { kind, code, quantity: 1, ...done };
  return { kind, code, amount: { amountMinor: taken.amountMinor, currency: store.currency }, ...done };
}

/** When a contract could be used: from its start, while it covers the vehicle, until it was stopped; null if never. */
function openSpan(world: World, vehicle: DemoVehicle, sold: Sold): (Span & { since: string }) | null {
  const { made, steps } = sold.contract;
  const isVoid = steps.some((step) => "status" in step && step.status === "VOID");
  const since =
    made.status === "DRAFT"
      ? steps.find((step) => "action" in step && step.action === "contract.activated")?.at
      : made.at;
  if (isVoid || !since) return null;
  const stop = steps.find((step) => "asked" in step || ("status" in step && step.status === "SUSPENDED"));
  const lastDay = stop
    ? earlier(addDays(todayIn(vehicle.store.timeZone, stop.at), -1), yesterdayOf(world))
    : yesterdayOf(world);
  const from = later(sold.start, addDays(sold.start, made.contract.waitingDays ?? 0));
  const until = lastCovered(vehicle, limitsOf(made.contract, sold.end), from, lastDay);
  return until === null ? null : { from, until, since };
}

/** Who recorded it, and when: on its day, or with all that was taken over. Null where it was not sold yet. */
function recordedAt(
  world: World,
  vehicle: DemoVehicle,
  { contract: { made } }: Sold,
  { date, at, since }: { date: string; at: number; since: string },
): Pick<RegisterUsage, "at" | "actor"> | null {
  const { timeZone } = vehicle.store;
  if (made.status !== "DRAFT" && date <= todayIn(timeZone, since))
    return { at: minutesAfter(since, 1 + at * 6), actor: made.actor };
  const moment = atTheDesk(world.workshopChance, date, timeZone);
  if (moment <= since) return null;
  const advisor = advisorOf({ ...world, chance: world.workshopChance }, vehicle.store);
  const byProgram = world.workshopChance.in100(35);
  return {
    at: moment,
    actor: byProgram ? clientActor(world, "workshop-service", advisor) : userActor(advisor),
  };
}
