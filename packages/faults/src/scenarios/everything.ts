import { apiFaults } from "./api-faults.ts";
import { databaseFaults } from "./database-faults.ts";
import { networkFaults } from "./network-faults.ts";
import type { Scenario } from "./trial.ts";
import { underWorkers } from "./under-workers.ts";

const faults = [...databaseFaults, ...apiFaults, ...networkFaults];

export const everything: Scenario = {
  name: "everything",
  breaks: "all of these but the clocks, in turn",
  run: underWorkers(async (trial) => {
    await trial.chance.pick(faults)?.(trial);
  }),
};
