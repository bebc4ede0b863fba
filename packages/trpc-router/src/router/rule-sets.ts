import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { mutation, query, router } from "../procedures.ts";

export const ruleSets = router({
  list: query({
    role: "viewer",
    scope: "ruleSets:read",
    input: model.ListRuleSets,
    output: model.RuleSetPage,
    service: services.listRuleSets,
  }),
  get: query({
    role: "viewer",
    scope: "ruleSets:read",
    input: model.GetRuleSet,
    output: model.RefundRuleSet,
    service: services.getRuleSet,
  }),
  /** What rules that are being written would give back for a contract. */
  tryOut: query({
    role: "administrator",
    scope: "ruleSets:read",
    input: model.TryOutRuleSet,
    output: model.RefundTrial,
    service: services.tryOutRuleSet,
  }),
  create: mutation({
    role: "administrator",
    scope: "ruleSets:write",
    input: model.CreateRuleSet,
    output: model.RuleSetResult,
    record: "ruleSet",
    service: services.createRuleSet,
  }),
  /** Versions never change: this makes the next one. */
  newVersion: mutation({
    role: "administrator",
    scope: "ruleSets:write",
    input: model.NewRuleSetVersion,
    output: model.RuleSetResult,
    record: "ruleSet",
    service: services.newRuleSetVersion,
  }),
});
