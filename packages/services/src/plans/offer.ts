import type { OfferPlans, PlanOffer, PlanOffers } from "@vehicle-contracts/contract-model";
import {
  type CatalogueFacts,
  eligibilityReasons,
  inCurrency,
  planCurrencies,
  termsOfSale,
} from "@vehicle-contracts/contract-rules";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireGrant } from "../actor.ts";
import { askForWarranties, catalogueFacts } from "../internal/catalogue-sale.ts";
import { fold } from "../internal/folding.ts";
import { type PlanOfProvider, readyPlans } from "../internal/plan-row.ts";
import { storeAt } from "../internal/store-row.ts";
import { together } from "../internal/together.ts";
import { vehicleAt } from "../internal/vehicle-row.ts";

/**
 * Every plan that is ready, for a vehicle in a store: with the terms and the price of a sale, or with all reasons why it is not
 * for this vehicle. Those that are for it first. Throws NOT_FOUND, FORBIDDEN.
 */
export async function offerPlans(tx: TenantTx, actor: Actor, input: OfferPlans): Promise<PlanOffers> {
  const [store, vehicle, warranties, plans] = await tx.last(
    together([
      storeAt(tx, input.storeId, "storeId"),
      vehicleAt(tx, input.vehicleId, "vehicleId"),
      askForWarranties(tx, { vehicleId: input.vehicleId }),
      readyPlans(tx),
    ]),
  );
  requireGrant(actor, store.storeId);
  const known = catalogueFacts(tx, store, vehicle, warranties);
  const facts = {
    ...known,
    startOdometer: input.odometer ?? null,
    saleDate: input.saleDate ?? known.today,
    startDate: input.startDate ?? null,
  };
  const offers = plans
    .map((plan) => ({ offer: offerOf(plan, facts), name: fold(plan.plan.name) }))
    .sort((a, b) => Number(b.offer.eligible) - Number(a.offer.eligible) || (a.name < b.name ? -1 : 1));
  return {
    saleDate: facts.saleDate,
    warrantyEnd: facts.warranty?.endDate ?? null,
    offers: offers.map(({ offer }) => offer),
  };
}

function offerOf(
  { plan, providerName }: PlanOfProvider,
  facts: CatalogueFacts & { saleDate: string; startDate: string | null },
): PlanOffer {
  const reasons = eligibilityReasons(plan, facts);
  const eligible = reasons.length === 0;
  const { code, version, name, description, type, startBasis, distance, engineHours, termMonths } = plan;
  return {
    plan: { code, version, name, description, type, startBasis, distance, engineHours, termMonths },
    provider: { providerId: plan.providerId, name: providerName },
    eligible,
    reasons,
    terms: eligible ? termsOfSale(plan, facts) : null,
    price: planCurrencies(plan).includes(facts.currency) ? inCurrency(plan.prices, facts.currency) : null,
    mayChange: plan.mayChange,
  };
}
