import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { mutation, query, router } from "../procedures.ts";

/** The catalogue: what is sold, in versions of which none changes once it is released. */
export const plans = router({
  list: query({
    role: "viewer",
    scope: "plans:read",
    input: model.ListPlans,
    output: model.PlanPage,
    service: services.listPlans,
  }),
  get: query({
    role: "viewer",
    scope: "plans:read",
    input: model.GetPlan,
    output: model.PlanRead,
    service: services.getPlan,
  }),
  /** What may be sold for a vehicle in a store, with the terms of a sale; and why the rest may not. */
  offer: query({
    role: "viewer",
    scope: "plans:read",
    input: model.OfferPlans,
    output: model.PlanOffers,
    service: services.offerPlans,
  }),
  create: mutation({
    role: "administrator",
    scope: "plans:write",
    input: model.CreatePlan,
    output: model.PlanResult,
    record: "plan",
    service: services.createPlan,
  }),
  update: mutation({
    role: "administrator",
    scope: "plans:write",
    input: model.UpdatePlan,
    output: model.PlanResult,
    record: "changes",
    service: services.updatePlan,
  }),
  newVersion: mutation({
    role: "administrator",
    scope: "plans:write",
    input: model.NewPlanVersion,
    output: model.PlanResult,
    service: services.newPlanVersion,
  }),
  release: mutation({
    role: "administrator",
    scope: "plans:write",
    input: model.MovePlan,
    output: model.PlanResult,
    service: services.releasePlan,
  }),
  retire: mutation({
    role: "administrator",
    scope: "plans:write",
    input: model.MovePlan,
    output: model.PlanResult,
    service: services.retirePlan,
  }),
});
