import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { mutation, query, router } from "../procedures.ts";

export const refunds = router({
  list: query({
    role: "viewer",
    scope: "refunds:read",
    input: model.ListRefundQuotes,
    output: model.RefundQuotePage,
    service: services.listRefundQuotes,
  }),
  get: query({
    role: "viewer",
    scope: "refunds:read",
    input: model.GetRefundQuote,
    output: model.RefundQuote,
    service: services.getRefundQuote,
  }),
  /** What a cancellation would give back; changes nothing. */
  quote: mutation({
    role: "advisor",
    scope: "refunds:write",
    input: model.QuoteRefund,
    output: model.RefundQuote,
    service: services.makeRefundQuote,
  }),
  /** Cancels the contract. */
  accept: mutation({
    role: "advisor",
    scope: "refunds:write",
    input: model.AcceptRefund,
    output: model.ContractResult,
    service: services.acceptRefundQuote,
  }),
});
