import { apiKilled, twoApis } from "./api-faults.ts";
import { clocksJump } from "./clocks.ts";
import { backendKilled, backendsTerminated, databaseKilled } from "./database-faults.ts";
import { everything } from "./everything.ts";
import { networkAway, networkCut, networkSlow } from "./network-faults.ts";
import { oneContract } from "./one-contract.ts";
import { overload } from "./overload.ts";
import type { Scenario } from "./trial.ts";

export const scenarios: readonly Scenario[] = [
  twoApis,
  oneContract,
  clocksJump,
  backendsTerminated,
  backendKilled,
  databaseKilled,
  apiKilled,
  networkCut,
  networkAway,
  networkSlow,
  everything,
  overload,
];
