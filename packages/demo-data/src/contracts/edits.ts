import type { ContractInput, RevisionActor } from "@vehicle-contracts/contract-model";
import type { RegisterChange } from "@vehicle-contracts/services/bulk";
import { atTheDesk, dayBetween, later } from "../calendar.ts";
import type { DemoVehicle } from "../group/vehicles.ts";
import { advisorOf, clientActor, type DemoUser, userActor } from "../group/world.ts";
import type { Shop } from "./sell.ts";

const notes: readonly [string, ...string[]] = [
  "Prefers calls after 17:00.",
  "Spare key is with the workshop.",
  "Asks for a courtesy car at each visit.",
  "Invoice to the head office, one a quarter.",
  "Wants to be reminded by post.",
  "Drives to Norway every summer: check the tyres before.",
  "Bringt den Wagen immer am Donnerstag.",
  "Rückruf nur vormittags.",
];

type Given = {
  seller: DemoUser;
  input: Omit<ContractInput, "status">;
  /** The moment of what was done last. */
  from: string;
  /** The last day on which it is worked on. */
  until: string;
};

/** What colleagues and programs change in a contract's life without moving it on. Answers the moment of the last one. */
export function laterEdits(
  { world, people }: Shop,
  vehicle: DemoVehicle,
  { seller, input, from, until }: Given,
  step: (
    at: string,
    actor: RevisionActor,
    change: Omit<RegisterChange, "at" | "actor" | "correlationId">,
  ) => unknown,
): string {
  const { chance } = world;
  const { store } = vehicle;
  const lot = chance.int(1, 100);
  const count = lot <= 50 ? 0 : lot <= 78 ? 1 : lot <= 92 ? 2 : chance.int(3, 5);
  const days = Array.from({ length: count }, () => dayBetween(chance, from.slice(0, 10), until)).sort();
  let last = from;
  let hasLienholder = input.parties?.some(({ role }) => role === "LIENHOLDER") ?? false;
  let waits = (input.waitingDays ?? 0) > 0;
  for (const day of days) {
    const at = atTheDesk(chance, day, store.timeZone);
    if (at <= last) continue;
    last = later(last, at);
    const kind = chance.int(1, 100);
    if (kind <= 12 && !hasLienholder && input.parties) {
      hasLienholder = true;
      const lienholder = {
        role: "LIENHOLDER" as const,
        partyId: people.lienholder(store).partyId,
        from: day,
      };
      step(at, userActor(seller), {
        action: "contract.updated",
        changes: { parties: [...input.parties, lienholder] },
      });
    } else if (kind <= 22 && waits) {
      waits = false;
      const administrator = world.staff.find(({ role }) => role === "administrator") ?? seller;
      step(at, userActor(administrator), {
        action: "contract.corrected",
        reason: "The plan has no waiting period when it follows the maker's warranty",
        changes: { waitingDays: 0 },
      });
    } else {
      const byProgram = chance.in100(35);
      step(
        at,
        byProgram
          ? clientActor(world, "workshop-service", advisorOf(world, store))
          : userActor(advisorOf(world, store)),
        {
          action: "contract.updated",
          changes: { notes: chance.pick(notes) },
        },
      );
    }
  }
  return last;
}
