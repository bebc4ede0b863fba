import { setTimeout as wait } from "node:timers/promises";
import type { Scenario, Trial } from "./trial.ts";
import { underWorkers } from "./under-workers.ts";

async function cut({ chance, wire }: Trial): Promise<void> {
  await wait(chance.int(50, 300));
  if (chance.in100(50)) wire.cut();
  else wire.cutAtAnswers();
}

async function away(trial: Trial): Promise<void> {
  const { chance, wire } = trial;
  if (chance.in100(50)) wire.refuse();
  else wire.silence();
  await wait(chance.int(300, 1_500));
  wire.restore();
  await trial.outageEnded();
  await wait(chance.int(100, 500));
}

async function slow({ chance, wire }: Trial): Promise<void> {
  const delay = chance.int(5, 60);
  const own = chance.fork();
  wire.slow(() => own.int(0, delay));
  await wait(chance.int(200, 800));
  wire.restore();
  await wait(chance.int(50, 200));
}

export const networkCut: Scenario = {
  name: "network-cut",
  breaks: "connections between API and database end, many between a COMMIT and its answer",
  run: underWorkers(cut),
};

export const networkAway: Scenario = {
  name: "network-away",
  breaks: "the database cannot be reached for a while, or falls silent",
  run: underWorkers(away),
};

export const networkSlow: Scenario = {
  name: "network-slow",
  breaks: "what passes between API and database is late, each piece by another time",
  run: underWorkers(slow),
};

export const networkFaults = [cut, away, slow];
