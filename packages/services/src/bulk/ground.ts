import type { RefundRuleSetReference } from "@vehicle-contracts/contract-model";
import {
  type Facts,
  type HoursEntry,
  hoursStanding,
  type OdometerEntry,
  odometerStanding,
} from "@vehicle-contracts/contract-rules";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import { store, type TenantTx } from "@vehicle-contracts/database";
import { eq } from "drizzle-orm";
import { type RuleSetVersion, ruleSetFor, ruleSetsOf } from "../internal/rule-set-row.ts";
import { together } from "../internal/together.ts";
import type { Register, RegisterVehicle } from "./register.ts";

/** What ledgers and quotes rest on besides their contract. */
export type Ground = {
  vehicles: ReadonlyMap<string, RegisterVehicle>;
  /** By their ids; the time zone is IANA. */
  stores: ReadonlyMap<string, { timeZone: string; currency: string }>;
  /** What a contract goes by that names this one, or none; null where that is not there. */
  ruleSetFor: (named: RefundRuleSetReference | null) => RuleSetVersion | null;
};

/** The ground of a register whose stores are written; what is not in it is asked for where a contract needs it. */
export async function groundOf(tx: TenantTx, { vehicles, contracts }: Register): Promise<Ground | null> {
  const isNeeded = contracts.some(({ steps }) => steps.some((step) => !("action" in step)));
  if (!isNeeded) return null;
  const [sets, stores] = await together([
    ruleSetsOf(tx),
    tx
      .select({ storeId: store.storeId, timeZone: store.timeZone, currency: store.currency })
      .from(store)
      .where(eq(store.enterpriseId, tx.enterpriseId)),
  ]);
  return {
    vehicles: new Map(vehicles.map((each) => [each.vehicleId, each])),
    stores: new Map(stores.map(({ storeId, ...facts }) => [storeId, facts])),
    ruleSetFor: (named) => ruleSetFor(sets, named),
  };
}

type Moment = {
  odometers: OdometerEntry[];
  hours: HoursEntry[];
  timeZone: string;
  currency: string;
  today: Facts;
};

/** What was known of a contract's store and vehicle at an instant: the day there, and the readings recorded until then. */
export function knownAt(
  ground: Ground,
  { storeId, vehicleId }: { storeId: string; vehicleId: string },
  at: string,
): Moment {
  const where = ground.stores.get(storeId);
  const vehicle = ground.vehicles.get(vehicleId);
  if (!where || !vehicle) throw new Error(`There is no store ${storeId}, or no vehicle ${vehicleId}.`);
  const odometers = vehicle.odometer
    .filter(({ recordedAt }) => recordedAt <= at)
    .map(({ date, correction, value, unit }) => ({ date, correction, odometer: { value, unit } }));
  const hours = vehicle.hours
    .filter(({ recordedAt }) => recordedAt <= at)
    .map(({ date, correction, value }) => ({ date, correction, hours: value }));
  const today = {
    today: todayIn(where.timeZone, at),
    latestOdometer: odometerStanding(odometers).latest?.odometer ?? null,
    latestHours: hoursStanding(hours).latest?.hours ?? null,
  };
  return { odometers, hours, ...where, today };
}
