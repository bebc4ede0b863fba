import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { startApi } from "./arena/api-process.ts";
import { startDatabaseServer } from "./arena/database-server.ts";
import { polled } from "./arena/polled.ts";
import { makeRegister } from "./arena/register.ts";
import { openTcpProxy } from "./arena/tcp-proxy.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { openRecorder } from "./clients/recorder.ts";
import { checkHistory } from "./history/check-history.ts";
import { storedIn } from "./history/stored.ts";
import type { ScenarioReport } from "./report.ts";
import { scenarios } from "./scenarios/scenarios.ts";
import type { Arena, Scenario, Trial } from "./scenarios/trial.ts";

export type FaultsOptions = {
  seed: number;
  /** How long each scenario breaks things; the overload lasts three times as long. */
  seconds: number;
  /** The one scenario to run; all when left out. */
  only?: string | undefined;
  /** Whether a first success, or an overload's end, that comes too late is a violation; else it is only said. */
  judgesDurations: boolean;
  /** Told of each scenario, its figures and its violations as they come. */
  log: (line: string) => void;
};

/** Milliseconds from the end of an outage of the database to the first success after it, at most. */
const firstSuccessWithinMs = 1_000;
const overloadTimes = 3;
/** Violations of a scenario that are told in words. */
const toldAtMost = 10;

/** Runs the scenarios on a database and processes of their own, one after the other. */
export async function runFaults(options: FaultsOptions): Promise<ScenarioReport[]> {
  const chosen = scenarios.filter(({ name }) => options.only === undefined || name === options.only);
  const chance = chanceOf(options.seed);
  const reports: ScenarioReport[] = [];
  const { arena, close } = await openArena();
  let isClean = false;
  try {
    for (const scenario of chosen) reports.push(await runScenario(scenario, arena, chance.fork(), options));
    isClean = reports.every(({ violations }) => violations === 0);
  } finally {
    const folder = await close(isClean);
    if (folder !== null) options.log(`The logs of PostgreSQL and the API are kept in ${folder}`);
  }
  return reports;
}

/** Everything of the trials; `close` takes the folder of it away, or answers where it is. */
async function openArena() {
  const folder = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-faults-"));
  const opened: (() => Promise<unknown>)[] = [];
  const close = async (removes: boolean) => {
    for (const end of opened.reverse()) await end();
    if (!removes) return folder;
    await rm(folder, { recursive: true, force: true });
    return null;
  };
  try {
    const server = await startDatabaseServer(folder);
    opened.push(() => server.stop());
    const wire = await openTcpProxy(server.port);
    opened.push(() => wire.close());
    const { programUrl } = server;
    const database = openDatabase({ url: programUrl, max: 2, applicationName: "vehicle-contracts faults" });
    opened.push(() => database.close());
    const overWire = new URL(programUrl);
    overWire.port = String(wire.port);
    const api = async (name: string, url: string) => {
      const started = await startApi({ programUrl: url, log: path.join(folder, `${name}.log`) });
      opened.push(() => started.stop());
      return started;
    };
    const apis = await Promise.all([api("api-1", overWire.href), api("api-2", overWire.href)]);
    const arena: Arena = { server, wire, apis, database, apiOfItsOwn: () => api("api-alone", programUrl) };
    return { arena, close };
  } catch (error) {
    await close(true);
    throw error;
  }
}

async function runScenario(
  scenario: Scenario,
  arena: Arena,
  chance: Chance,
  { seconds, judgesDurations, log }: FaultsOptions,
): Promise<ScenarioReport> {
  log(`${scenario.name}: ${scenario.breaks}`);
  const recorder = openRecorder();
  const register = await makeRegister(arena.database);
  const firstSuccesses: number[] = [];
  const violations: string[] = [];
  const violation = (sentence: string) => void violations.push(sentence);
  const note = (sentence: string) => log(`  ${sentence}`);
  const tooLate = (sentence: string) => (judgesDurations ? violation : note)(sentence);
  const crashesBefore = crashesOf(arena);
  const trial: Trial = {
    ...arena,
    register,
    recorder,
    chance,
    milliseconds: seconds * 1_000 * (scenario.name === "overload" ? overloadTimes : 1),
    note,
    violation,
    tooLate,
    async outageEnded() {
      const back = performance.now();
      const first = await polled("a success", async () => recorder.firstSuccessAfter(back)).catch(() => null);
      if (first === null) return violation("no success within a minute after an outage");
      firstSuccesses.push(Math.round(first - back));
      if (first - back > firstSuccessWithinMs)
        tooLate(`the first success came ${Math.round(first - back)} ms after an outage`);
    },
  };
  await scenario.run(trial);
  const crashes = crashesOf(arena) - crashesBefore;
  if (crashes > 0) violation(`processes of the API that ended by themselves: ${crashes}`);

  const found = checkHistory(recorder.operations, await storedIn(arena.database, register.enterpriseId));
  const countOf = (kind: string) => found.filter((each) => each.kind === kind).length;
  const report: ScenarioReport = {
    scenario: scenario.name,
    operations: recorder.operations.length,
    acknowledged: recorder.operations.filter(({ outcome }) => outcome.kind === "acknowledged").length,
    lost: countOf("lost"),
    duplicated: countOf("duplicated"),
    halfWritten: countOf("half-written"),
    violations: found.length + violations.length,
    firstSuccessMs: firstSuccesses.length > 0 ? Math.max(...firstSuccesses) : null,
  };
  if (firstSuccesses.length > 0) note(`first success after each outage, in ms: ${firstSuccesses.join(", ")}`);
  const told = [...violations, ...found.map(({ kind, sentence }) => `${kind}: ${sentence}`)];
  for (const sentence of told.slice(0, toldAtMost)) log(`  VIOLATION ${sentence}`);
  if (told.length > toldAtMost) log(`  … and ${told.length - toldAtMost} more`);
  return report;
}

const crashesOf = ({ apis }: Arena) => apis.reduce((sum, { crashes }) => sum + crashes, 0);
