import * as model from "@vehicle-contracts/contract-model";
import * as services from "@vehicle-contracts/services";
import { mutation, query, router } from "../procedures.ts";

/** Vehicles and their readings. */
export const vehicles = router({
  list: query({
    role: "viewer",
    scope: "vehicles:read",
    input: model.ListVehicles,
    output: model.VehiclePage,
    service: services.listVehicles,
  }),
  count: query({
    role: "viewer",
    scope: "vehicles:read",
    input: model.VehicleQuestion,
    output: model.Count,
    service: services.countVehicles,
  }),
  get: query({
    role: "viewer",
    scope: "vehicles:read",
    input: model.GetVehicle,
    output: model.Vehicle,
    service: services.getVehicle,
  }),
  readings: query({
    role: "viewer",
    scope: "vehicles:read",
    input: model.ListReadings,
    output: model.Readings,
    service: services.listReadings,
  }),
  create: mutation({
    role: "advisor",
    scope: "vehicles:write",
    input: model.CreateVehicle,
    output: model.VehicleResult,
    record: "vehicle",
    service: services.createVehicle,
  }),
  update: mutation({
    role: "advisor",
    scope: "vehicles:write",
    input: model.UpdateVehicle,
    output: model.VehicleResult,
    record: "changes",
    service: services.updateVehicle,
  }),
  recordOdometer: mutation({
    role: "advisor",
    scope: "vehicles:write",
    input: model.RecordOdometer,
    output: model.VehicleResult,
    service: services.recordOdometer,
  }),
  recordHours: mutation({
    role: "advisor",
    scope: "vehicles:write",
    input: model.RecordHours,
    output: model.VehicleResult,
    service: services.recordHours,
  }),
});
