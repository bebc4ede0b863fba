import { addDays } from "@vehicle-contracts/contract-rules/temporal";
import type { RegisterContract, RegisterReversal, RegisterUsage } from "@vehicle-contracts/services/bulk";
import { atTheDesk } from "../calendar.ts";
import type { DemoVehicle } from "../group/vehicles.ts";
import { advisorOf, userActor, type World } from "../group/world.ts";

/** One entry in so many is taken back. */
const entriesAReversal = 300;
const reasons: readonly [string, ...string[]] = [
  "Entered on the wrong vehicle",
  "The customer has paid for it after all",
  "Counted against the wrong contract",
];

type Ledger = { vehicle: DemoVehicle; contract: RegisterContract; ledger: RegisterUsage[] };

/** The few entries that turned out wrong, each taken back on the next day. */
export function reversalsOf(
  world: World,
  ledgers: readonly Ledger[],
): { contract: RegisterContract; reversal: RegisterReversal }[] {
  const { workshopChance: chance, today } = world;
  const open = ledgers.filter(({ contract }) => !contract.steps.some((step) => "asked" in step));
  const entries = open.flatMap(({ ledger, ...of }) =>
    ledger
      .filter(({ usage, actor }) => actor.kind !== "JOB" && usage.date < addDays(today, -3))
      .map((entry) => ({ ...of, entry })),
  );
  const each = Math.min(entriesAReversal, entries.length);
  const count = each === 0 ? 0 : Math.floor(entries.length / each);
  const picked = Array.from({ length: count }, (_, at) => entries[at * each + chance.int(0, each - 1)]);
  return picked.flatMap((one, at) => {
    if (!one) return [];
    const { contract, entry } = one;
    const { store } = one.vehicle;
    const moment = atTheDesk(chance, addDays(entry.usage.date, 1), store.timeZone);
    const reversal = {
      ...{ at: moment, actor: userActor(advisorOf({ ...world, chance }, store)) },
      ...{ correlationId: chance.id(moment), usageId: chance.id(moment) },
      ...{ reverses: entry.usageId, reason: reasons[at % reasons.length] ?? reasons[0] },
    };
    return [{ contract, reversal }];
  });
}
