import type { Register } from "@vehicle-contracts/services/bulk";
import { draftFor } from "../contracts/drafts.ts";
import { contractsOf, contractsOfClassic } from "../contracts/of-vehicle.ts";
import { plansOf } from "../contracts/plans.ts";
import { providersOf } from "../contracts/providers.ts";
import { reversalsOf } from "../contracts/reversals.ts";
import type { Shop, Sold } from "../contracts/sell.ts";
import { ledgerOf } from "../contracts/workshop.ts";
import { peopleOf } from "./parties.ts";
import { picturedVehicles } from "./pictured.ts";
import { registrations as registrationsOf } from "./plates-and-vins.ts";
import { classicOf, type DemoVehicle, vehicleOf } from "./vehicles.ts";
import { type GroupPlan, type World, worldOf } from "./world.ts";

/** One vehicle in so many has a quote that waits. */
const vehiclesADraft = 27;
/** One vehicle in so many is from before VINs. */
const vehiclesAClassic = 130;

/** A dealer group on a day, complete: the same every time for the same day. */
export function groupOn(plan: GroupPlan, today: string): { world: World; register: Register } {
  const world = worldOf(plan, today);
  const registrations = registrationsOf(world.chance);
  const people = peopleOf(world);
  const providers = providersOf(world);
  const dealer = plan.name.replace(" Motor Group", "");
  const shop: Shop = { world, people, providers, dealer };

  const all: { vehicle: DemoVehicle; sold: Sold[] }[] = picturedVehicles(shop, registrations);
  for (const store of world.stores) {
    const here = all.filter(({ vehicle }) => vehicle.store === store).length;
    for (let number = here + 1; number <= store.vehicles; number += 1) {
      const classic = (all.length + 1) % vehiclesAClassic === 0;
      const vehicle = classic
        ? classicOf(world, people, registrations, store, all.length)
        : vehicleOf(world, people, registrations, store);
      all.push({ vehicle, sold: classic ? contractsOfClassic(shop, vehicle) : contractsOf(shop, vehicle) });
    }
  }
  const drafts = all
    .filter((_, at) => at % vehiclesADraft === vehiclesADraft - 1)
    .map(({ vehicle }) => draftFor(shop, vehicle));
  const ledgers = all.flatMap(({ vehicle, sold }) =>
    sold.map((one) => ({ vehicle, contract: one.contract, ledger: ledgerOf(world, vehicle, one) })),
  );
  for (const { contract, ledger } of ledgers) contract.steps.push(...ledger);
  for (const { contract, reversal } of reversalsOf(world, ledgers)) contract.steps.push(reversal);
  const contracts = [...all.flatMap(({ sold }) => sold.map(({ contract }) => contract)), ...drafts];
  // Asked for last: makers that no vehicle is of get their provider here.
  const plans = plansOf(shop);
  return {
    world,
    register: {
      stores: world.stores.map(({ storeId, createdAt, ...store }) => ({
        storeId,
        createdAt,
        store: storeInput(store),
      })),
      providers: providers.all,
      plans,
      parties: people.all,
      vehicles: all.map(({ vehicle }) => vehicle.register),
      contracts: contracts.map((contract) => ({
        ...contract,
        steps: contract.steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
      })),
    },
  };
}

const storeInput = ({
  name,
  timeZone,
  country,
  currency,
  distanceUnit,
  vinPolicy,
  system,
}: Omit<World["stores"][number], "storeId" | "createdAt">) => ({
  name,
  timeZone,
  country,
  currency,
  distanceUnit,
  vinPolicy: vinPolicy ?? null,
  system: system ?? null,
});
