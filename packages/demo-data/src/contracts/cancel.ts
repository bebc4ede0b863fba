import type { ContractInput } from "@vehicle-contracts/contract-model";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import type { RegisterStep } from "@vehicle-contracts/services/bulk";
import { atTheDesk, later, minutesAfter } from "../calendar.ts";
import type { DemoVehicle } from "../group/vehicles.ts";
import { type DemoUser, userActor, type World } from "../group/world.ts";
import { type DemoLimits, lastCovered, misread } from "./run-out.ts";

/**
 * The moment at which a contract can be cancelled with a refund: `wanted`, or an earlier one where it has run out by then. Null
 * where there is none, or nothing that could be reckoned: no price, no end, no known distance.
 */
export function cancellableAt(
  world: World,
  vehicle: DemoVehicle,
  input: Pick<ContractInput, "price" | "startDate">,
  limits: DemoLimits,
  { wanted, notBefore }: { wanted: string; notBefore: string },
): string | null {
  const { timeZone } = vehicle.store;
  if (!input.price || limits.endDate === null || limits.distance?.kind === "unknown") return null;
  const first = todayIn(timeZone, notBefore);
  const day = lastCovered(vehicle, limits, first, todayIn(timeZone, wanted));
  if (day === null) return null;
  const onThatDay = todayIn(timeZone, wanted) === day;
  const at = onThatDay
    ? wanted
    : later(minutesAfter(notBefore, 10), atTheDesk(world.workshopChance, day, timeZone));
  return todayIn(timeZone, at) === day && !misread(vehicle, at) ? at : null;
}

/** A quote of that moment, and the contract cancelled by it some minutes later. */
export function cancelled(
  { workshopChance: chance }: World,
  vehicle: DemoVehicle,
  limits: DemoLimits,
  given: { at: string; reason: string; seller: DemoUser; administrator: DemoUser; correlationId: string },
): RegisterStep[] {
  const { at, reason } = given;
  const { timeZone, distanceUnit: unit } = vehicle.store;
  const cancelDate = todayIn(timeZone, at);
  const quoteId = chance.id(at);
  const decided = minutesAfter(at, chance.int(2, 9));
  // A reading that came between would outdate the quote.
  const { odometer, hours } = vehicle.register;
  const isRead = [...odometer, ...hours].some(({ recordedAt }) => recordedAt > at && recordedAt <= decided);
  return [
    {
      ...{ at, actor: userActor(given.seller), quoteId },
      asked: {
        cancelDate,
        odometer:
          limits.distance?.kind === "limited" ? { value: vehicle.odometerOn(cancelDate), unit } : null,
        hours: limits.engineHours?.kind === "limited" ? vehicle.hoursOn(cancelDate) : null,
        cancelledBy: reason === totalLoss ? "PROVIDER" : "CUSTOMER",
        reason,
      },
    },
    {
      ...{ at: isRead ? at : decided, actor: userActor(given.administrator) },
      ...{ correlationId: given.correlationId, accepts: quoteId },
    },
  ];
}

/** The provider ends a contract on what is no more. */
export const totalLoss = "Total loss";
