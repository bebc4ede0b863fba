import type { ContractInput } from "@vehicle-contracts/contract-model";
import { addDays } from "@vehicle-contracts/contract-rules/temporal";
import type { RegisterStep } from "@vehicle-contracts/services/bulk";
import { atTheDesk, dayBetween, earlier, later, minutesAfter } from "../calendar.ts";
import type { DemoVehicle } from "../group/vehicles.ts";
import { type DemoUser, userActor, type World, yesterdayOf } from "../group/world.ts";
import { cancellableAt, cancelled, totalLoss } from "./cancel.ts";
import type { DemoLimits } from "./run-out.ts";

type Course = {
  fate: "suspended" | "void" | "cancelled";
  start: string;
  /** The last day on which it was worked with: it is over then, or it is yesterday. */
  until: string;
  limits: DemoLimits;
  input: Omit<ContractInput, "status">;
  seller: DemoUser;
  /** The moments from which on it is what it was sold as, and of the last edit. */
  settled: string;
  last: string;
  correlation: () => string;
};

/**
 * How a contract ends or pauses before its time, and when it was cancelled, if it was. One that nothing could be refunded of is
 * not cancelled, and runs on: no step at all.
 */
export function endedEarly(
  world: World,
  vehicle: DemoVehicle,
  { fate, start, until, limits, input, seller, settled, last, correlation }: Course,
): { steps: RegisterStep[]; cancelledAt: string | null } {
  const { chance } = world;
  const day = dayBetween(chance, later(start, addDays(until, -120)), addDays(until, -1));
  const wanted = later(
    minutesAfter(last, chance.int(10, 90)),
    atTheDesk(chance, earlier(day, yesterdayOf(world)), vehicle.store.timeZone),
  );
  const administrator = administratorOf(world);
  const given = { reason: chance.pick(reasons[fate]), correlationId: correlation() };
  if (fate !== "cancelled") {
    const [action, status] = moves[fate];
    const actor = userActor(fate === "suspended" ? seller : administrator);
    return { steps: [{ at: wanted, actor, action, status, ...given }], cancelledAt: null };
  }
  const at = cancellableAt(world, vehicle, input, limits, { wanted, notBefore: settled });
  return {
    steps: at === null ? [] : cancelled(world, vehicle, limits, { at, seller, administrator, ...given }),
    cancelledAt: at,
  };
}

const moves = {
  suspended: ["contract.suspended", "SUSPENDED"],
  void: ["contract.voided", "VOID"],
} as const;

const reasons: Record<"suspended" | "void" | "cancelled", readonly [string, ...string[]]> = {
  suspended: [
    "Payments have stopped for two months",
    "The vehicle is off the road after an accident",
    "Asked for by the lender",
  ],
  void: ["Sold on the wrong vehicle", "The buyer withdrew before delivery", "Entered twice"],
  cancelled: ["The vehicle was sold", totalLoss, "The customer changed to a plan of another length"],
};

function administratorOf({ staff }: World): DemoUser {
  const found = staff.find(({ role }) => role === "administrator");
  if (!found) throw new Error("The group has no administrator.");
  return found;
}
