import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { mutation, query, router } from "../procedures.ts";

/** Customers: people and companies. */
export const parties = router({
  list: query({
    role: "viewer",
    scope: "parties:read",
    input: model.ListParties,
    output: model.PartyPage,
    service: services.listParties,
  }),
  count: query({
    role: "viewer",
    scope: "parties:read",
    input: model.PartyQuestion,
    output: model.Count,
    service: services.countParties,
  }),
  get: query({
    role: "viewer",
    scope: "parties:read",
    input: model.GetParty,
    output: model.Party,
    service: services.getParty,
  }),
  create: mutation({
    role: "advisor",
    scope: "parties:write",
    input: model.CreateParty,
    output: model.PartyResult,
    record: "party",
    service: services.createParty,
  }),
  update: mutation({
    role: "advisor",
    scope: "parties:write",
    input: model.UpdateParty,
    output: model.PartyResult,
    record: "changes",
    service: services.updateParty,
  }),
});
