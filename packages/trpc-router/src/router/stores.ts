import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { mutation, query, router } from "../procedures.ts";

/** The stores of the enterprise. */
export const stores = router({
  list: query({
    role: "viewer",
    scope: "stores:read",
    input: model.ListInput,
    output: model.StorePage,
    service: services.listStores,
  }),
  get: query({
    role: "viewer",
    scope: "stores:read",
    input: model.GetStore,
    output: model.StoreToday,
    service: services.getStore,
  }),
  /** What day it would be for a store in another time zone. */
  todayIn: query({
    role: "administrator",
    scope: "stores:read",
    input: model.TodayIn,
    output: model.TodayThere,
    service: services.todayInZone,
  }),
  create: mutation({
    role: "administrator",
    scope: "stores:write",
    input: model.CreateStore,
    output: model.StoreResult,
    record: "store",
    service: services.createStore,
  }),
  update: mutation({
    role: "administrator",
    scope: "stores:write",
    input: model.UpdateStore,
    output: model.StoreResult,
    record: "changes",
    service: services.updateStore,
  }),
});
