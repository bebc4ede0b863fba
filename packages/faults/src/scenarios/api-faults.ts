import { setTimeout as wait } from "node:timers/promises";
import type { Scenario, Trial } from "./trial.ts";
import { underWorkers } from "./under-workers.ts";

async function killApi(trial: Trial): Promise<void> {
  await wait(trial.chance.int(300, 1_000));
  const api = trial.chance.pick(trial.apis);
  await api?.kill();
  await api?.start();
}

export const apiKilled: Scenario = {
  name: "api-killed",
  breaks: "kill -9 of one process of the API or the other, and its start",
  run: underWorkers(killApi),
};

export const twoApis: Scenario = {
  name: "two-apis",
  breaks: "nothing: two processes of the API at once on one database",
  run: underWorkers(({ milliseconds }) => wait(milliseconds)),
};

export const apiFaults = [killApi];
