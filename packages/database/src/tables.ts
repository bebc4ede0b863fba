// Every tenant table: migrations are generated from these, and the tests of the catalogue and of tenancy go through them.
export * from "./tables/contract.ts";
export * from "./tables/contract-party.ts";
export * from "./tables/contract-plan-version.ts";
export * from "./tables/contract-reference.ts";
export * from "./tables/contract-revision.ts";
export * from "./tables/contract-transfer.ts";
export * from "./tables/contract-usage.ts";
export * from "./tables/enterprise.ts";
export * from "./tables/idempotency-record.ts";
export * from "./tables/party.ts";
export * from "./tables/provider.ts";
export * from "./tables/reading.ts";
export * from "./tables/refund-quote.ts";
export * from "./tables/refund-rule-set.ts";
export * from "./tables/search-term.ts";
export * from "./tables/store.ts";
export * from "./tables/vehicle.ts";
