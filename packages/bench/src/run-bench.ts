import { mkdir } from "node:fs/promises";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { createApiClient } from "@vehicle-contracts/identity";
import { type Loaded, openCluster } from "./cluster.ts";
import { startApi, startDoors } from "./doors/all-doors.ts";
import type { Door, DoorName } from "./doors/door.ts";
import {
  type Measured,
  type MeasuredQuestion,
  measureCall,
  measureSearch,
  type ScenarioName,
} from "./measure.ts";
import { openRecorder } from "./recording/recorder.ts";
import {
  leftAlone,
  type RecordedQuestion,
  type Recording,
  recordCalls,
  recordQuestions,
} from "./recording/recording.ts";
import type { CallTemplate } from "./recording/template.ts";
import { callNames, callsOf } from "./scenarios/calls.ts";
import { deepCursor, questionsOf } from "./scenarios/questions.ts";
import { type Sample, takeSample } from "./scenarios/sample.ts";
import { instant } from "./wall-clock.ts";

export type BenchOptions = {
  /** Registers that are measured, by their contracts. */
  sizes: readonly number[];
  scenarios: readonly ScenarioName[];
  /** Of measuring, for each server and scenario. */
  seconds: number;
  /** Where the database and the logs are kept. */
  folder: string;
  fresh: boolean;
  /** A folder for CPU profiles of the API; null: none. */
  profile: string | null;
  /** Told of the servers before they are measured. */
  before?: (servers: Servers) => Promise<void>;
  log: (sentence: string) => void;
};

/** What was measured in one register. */
export type MeasuredRegister = {
  contracts: number;
  lines: Measured[];
  questions: MeasuredQuestion[];
  /** What the API sends for one call. */
  sent: { scenario: string; statements: number; roundTrips: number }[];
  /** Of the API's process, after all of it. */
  memoryMb: number;
};

export type BenchReport = { postgres: string; registers: MeasuredRegister[] };

/** Loads the registers and measures them, the smallest first. Throws WrongAnswer where a server answers wrongly. */
export async function runBench(options: BenchOptions): Promise<BenchReport> {
  const { folder, sizes, fresh, log } = options;
  await mkdir(folder, { recursive: true });
  const day = `${instant().slice(0, 4)}-01-01`;
  const cluster = await openCluster({ folder, sizes, day, fresh, log });
  try {
    const registers: MeasuredRegister[] = [];
    for (const contracts of sizes) {
      log(`Measuring with ${contracts.toLocaleString("en")} contracts.`);
      registers.push(await measureRegister(await cluster.copyOf(contracts), contracts, options));
    }
    return { postgres: await cluster.version(), registers };
  } finally {
    await cluster.stop();
  }
}

type Prepared = { token: string; recording: Recording; questions: RecordedQuestion[] };

/** The servers on one register, and what they are asked with. */
export type Servers = Prepared & { doors: Record<DoorName, Door>; sample: Sample };

/** Records what the API sends, and starts all servers for as long as `work` takes. */
async function withServers<T>(
  loaded: Loaded,
  { scenarios, folder, profile }: Pick<BenchOptions, "scenarios" | "folder" | "profile">,
  work: (servers: Servers) => Promise<T>,
): Promise<T> {
  const sample = await takeSample(loaded.superuserUrl);
  const prepared = await prepare(loaded, sample, scenarios, folder);
  const doors = await startDoors(loaded.programUrl, prepared.recording, folder, profile);
  try {
    return await work({ ...prepared, doors, sample });
  } finally {
    await Promise.all(Object.values(doors).map((door) => door.stop()));
  }
}

const measureRegister = (
  loaded: Loaded,
  contracts: number,
  options: BenchOptions,
): Promise<MeasuredRegister> =>
  withServers(loaded, options, async (servers) => {
    const { doors, token, recording, questions: recorded, sample } = servers;
    await options.before?.(servers);
    const { scenarios, seconds, log } = options;
    const under = { doors, token, contracts, seconds };
    const calls = callsOf(leftAlone(sample));
    const lines: Measured[] = [];
    let questions: MeasuredQuestion[] = [];
    if (scenarios.includes("search")) {
      log("search");
      const found = await measureSearch(under, recorded);
      questions = found.questions;
      lines.push(...found.lines);
    }
    for (const scenario of callNames.filter((name) => scenarios.includes(name))) {
      log(scenario);
      lines.push(...(await measureCall(under, scenario, calls)));
    }
    const sent = Object.entries(recording.calls).map(([scenario, template]) => ({
      scenario,
      ...countsOf(template),
    }));
    return { contracts, lines, questions, sent, memoryMb: await doors.trpc.memory() };
  });

const countsOf = ({ statements, roundTrips }: CallTemplate) => ({ statements, roundTrips });

/** A client with its token, and what the API sends for each call, written down on the way to the database. */
async function prepare(
  { programUrl, superuserUrl }: Loaded,
  sample: Sample,
  scenarios: readonly ScenarioName[],
  folder: string,
): Promise<Prepared> {
  const database = openDatabase({ url: programUrl, max: 1, applicationName: "bench" });
  const client = await createApiClient(database, {
    ...{ enterpriseId: sample.enterpriseId, name: "Bench", role: "administrator" },
    ...{ allStores: true, storeIds: [] },
  }).finally(() => database.close());
  const recorder = await openRecorder(programUrl);
  const api = await startApi(recorder.url, folder);
  try {
    const response = await fetch(`${api.url}/oauth/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: client.clientId,
        client_secret: client.clientSecret,
      }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string }; // RFC 6749, 5.1
    const source = { url: api.url, token, recorder, sample, superuserUrl, now: instant };
    const wanted = callNames.filter((name) => scenarios.includes(name));
    const { calls, created } = await recordCalls(source, wanted);
    const questions = scenarios.includes("search")
      ? await recordQuestions(source, questionsOf(sample, await deepCursor(api.url, token)))
      : [];
    return { token, recording: { calls, created, searches: questions }, questions };
  } finally {
    await api.stop();
    await recorder.close();
  }
}
