import type { ContractInput } from "@vehicle-contracts/contract-model";
import { addDays } from "@vehicle-contracts/contract-rules/temporal";
import type { RegisterContract } from "@vehicle-contracts/services/bulk";
import { atTheDesk } from "../calendar.ts";
import type { DemoVehicle } from "../group/vehicles.ts";
import { advisorOf, userActor } from "../group/world.ts";
import { extended, gap, servicePlan, termsOf, tyres } from "./catalogue.ts";
import type { Shop } from "./sell.ts";

/** A quote of the last weeks: some lack what it takes to be sold. */
export function draftFor({ world, providers, dealer }: Shop, vehicle: DemoVehicle): RegisterContract {
  const { chance, today } = world;
  const { store, holder } = vehicle;
  const product = chance.pick([servicePlan, servicePlan, extended, tyres, gap]);
  const months = chance.pick(product.terms);
  const seller = advisorOf(world, store);
  const at = atTheDesk(chance, addDays(today, -chance.int(1, 21)), store.timeZone);
  const start = chance.in100(80) ? addDays(today, chance.int(0, 40)) : null;
  const provider = product.provider === "DEALER" ? dealer : product.provider;
  const contract: Omit<ContractInput, "status"> = {
    storeId: store.storeId,
    vehicleId: vehicle.register.vehicleId,
    type: product.type,
    description: `${product.description} ${months}`,
    providerId: chance.in100(85) ? providers.idOf(provider) : null,
    parties: chance.in100(85) ? [{ role: "HOLDER", partyId: holder.partyId }] : [],
    startDate: start,
    termMonths: months,
    ...termsOf(product, vehicle, start ?? today, months),
  };
  return {
    contractId: chance.id(at),
    made: { at, actor: userActor(seller), correlationId: chance.id(at), contract, status: "DRAFT" },
    steps: [],
  };
}
