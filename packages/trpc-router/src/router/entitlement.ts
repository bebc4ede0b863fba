import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { query, router } from "../procedures.ts";

export const entitlement = router({
  /** Is this job covered, on that day, at that mileage: line by line, with the reason of every contract. */
  check: query({
    role: "viewer",
    scope: "contracts:read",
    input: model.CheckEntitlement,
    output: model.Entitlement,
    service: services.checkEntitlement,
  }),
});
