import { endOfTerm } from "@vehicle-contracts/contract-rules";
import { addDays, daysBetween } from "@vehicle-contracts/contract-rules/temporal";
import { dayBetween, earlier, later, monthsBefore } from "../calendar.ts";
import type { DemoVehicle } from "../group/vehicles.ts";
import { yesterdayOf } from "../group/world.ts";
import {
  battery,
  corrosion,
  extended,
  gap,
  goodwill,
  keyCover,
  maintenance,
  type Product,
  repairAndMaintenance,
  roadside,
  servicePlan,
  tyres,
  warranty,
} from "./catalogue.ts";
import { type Shop, type Sold, sell } from "./sell.ts";

/** Everything a vehicle has had since its first day, in the measure of its group. */
export function contractsOf(shop: Shop, vehicle: DemoVehicle): Sold[] {
  const { world } = shop;
  const { chance } = world;
  const often = (percent: number) => chance.in100(Math.round((percent * world.busyPercent) / 100));
  const { firstRegistration: first, model } = vehicle;
  const sold: Sold[] = [];
  if (often(93))
    sold.push(sell(shop, vehicle, { product: warranty, start: first, months: model.warrantyMonths }));
  if (often(30)) sold.push(sell(shop, vehicle, { product: corrosion, start: first, months: 144 }));
  if (model.fuel === "electric" || model.fuel === "plug-in hybrid")
    if (often(85)) sold.push(sell(shop, vehicle, { product: battery, start: first, months: 96 }));
  if (model.kind === "car") {
    if (often(52)) sold.push(...chainOf(shop, vehicle, servicePlan, 62));
    if (often(8)) sold.push(...chainOf(shop, vehicle, repairAndMaintenance, 40));
    if (often(22)) sold.push(...chainOf(shop, vehicle, gap, 0));
  } else {
    if (often(70)) sold.push(...chainOf(shop, vehicle, maintenance, 70));
    if (often(45)) sold.push(...chainOf(shop, vehicle, repairAndMaintenance, 40));
  }
  if (often(38)) sold.push(...afterWarranty(shop, vehicle));
  if (often(33)) sold.push(...chainOf(shop, vehicle, roadside, 55));
  if (often(20)) sold.push(...chainOf(shop, vehicle, tyres, 30));
  if (often(8)) sold.push(...chainOf(shop, vehicle, goodwill, 0));
  if (often(5))
    sold.push(
      sell(shop, vehicle, {
        product: keyCover,
        start: dayBetween(chance, first, yesterdayOf(world)),
        months: 0,
      }),
    );
  return sold;
}

/** What is bought for a classic. */
export const contractsOfClassic = (shop: Shop, vehicle: DemoVehicle): Sold[] =>
  chainOf(shop, vehicle, roadside, 90);

/**
 * A contract, and those that followed it. Every fourth is laid so that the last of them ends within the next 60 days:
 * that is where the work of a week is.
 */
function chainOf(shop: Shop, vehicle: DemoVehicle, product: Product, renewalPercent: number): Sold[] {
  const { chance, today } = shop.world;
  const months = chance.pick(product.terms);
  const { firstRegistration } = vehicle;
  let start = dayBetween(
    chance,
    firstRegistration,
    earlier(addDays(firstRegistration, 500), yesterdayOf(shop.world)),
  );
  if (chance.in100(26)) {
    const afterEnd = addDays(today, chance.int(1, 60));
    const starts = Array.from({ length: 12 }, (_, terms) => monthsBefore(afterEnd, (terms + 1) * months));
    start = starts.findLast((day) => day >= firstRegistration) ?? start;
  }
  return follow(shop, vehicle, product, { start, months, renewalPercent });
}

function follow(
  shop: Shop,
  vehicle: DemoVehicle,
  product: Product,
  { start, months, renewalPercent }: { start: string; months: number; renewalPercent: number },
): Sold[] {
  const { chance, today } = shop.world;
  const sold: Sold[] = [];
  for (let next = start; ; ) {
    const predecessor = sold.at(-1);
    const one = sell(shop, vehicle, {
      product,
      start: next,
      months,
      ...(predecessor ? { predecessor } : {}),
    });
    sold.push(one);
    const living = one.state === "ACTIVE" || one.state === "EXPIRED";
    if (one.end === null || !living || one.fate !== "run") return sold;
    next = addDays(one.end, 1);
    // The next is sold in the last weeks of the one before, never long ahead.
    const soon = next > today;
    if (soon && (daysBetween(today, next) > 45 || one.state !== "ACTIVE")) return sold;
    if (!chance.in100(soon ? Math.round(renewalPercent / 2) : renewalPercent)) return sold;
  }
}

/** An extended warranty takes over where the maker's ends; at times it is sold while that still runs. */
function afterWarranty(shop: Shop, vehicle: DemoVehicle): Sold[] {
  const { chance, today } = shop.world;
  const { firstRegistration, model } = vehicle;
  const start = addDays(endOfTerm(firstRegistration, model.warrantyMonths), 1);
  const months = chance.pick(extended.terms);
  if (start >= today && !(daysBetween(today, start) < 400 && chance.in100(55))) return [];
  // One that was bought used, or let lapse for a while.
  const begun =
    start < today && chance.in100(35) ? dayBetween(chance, start, yesterdayOf(shop.world)) : start;
  return follow(shop, vehicle, extended, { start: later(begun, start), months, renewalPercent: 60 });
}
