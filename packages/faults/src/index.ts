export { type ScenarioReport, tableOf } from "./report.ts";
export { type FaultsOptions, runFaults } from "./run-faults.ts";
export { scenarios } from "./scenarios/scenarios.ts";
