import { type Door, type DoorName, doorNames } from "./doors/door.ts";
import { median, percentile, runLoad, type Timings } from "./load-generator/load.ts";
import type { RecordedQuestion } from "./recording/recording.ts";
import type { CallName, Calls } from "./scenarios/calls.ts";

export const scenarioNames = ["search", "list", "get", "update", "create"] as const;
export type ScenarioName = (typeof scenarioNames)[number];
/** What `--only` takes: the scenarios, and the rules, which are asked without server and database. */
export const sectionNames = [...scenarioNames, "rules"] as const;
export type SectionName = (typeof sectionNames)[number];

/** One line of the report, and of the file that `--json` writes. */
export type Measured = {
  scenario: ScenarioName;
  door: DoorName;
  /** Contracts in the register. */
  contracts: number;
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Requests a second in relation to the bare server's, the median of the rounds. */
  ratioToBare: number;
};

/** One question of the search: milliseconds asked one at a time, and with others. */
export type MeasuredQuestion = {
  name: string;
  p50Ms: number;
  p99Ms: number;
  bareP50Ms: number;
  secondAt16: number;
  p99At16: number;
};

const connections = 32;
/** A server is measured in so many rounds, between those of the others, so that what else the machine does hits all alike. */
const roundsOf = (seconds: number) => (seconds < 1 ? 2 : 5);

export type Under = { doors: Record<DoorName, Door>; token: string; contracts: number; seconds: number };

/** Asks the three servers in turn, `seconds` each in all, after a warm-up. */
export async function measureCall(
  { doors, token, contracts, seconds }: Under,
  scenario: CallName,
  calls: Calls,
): Promise<Measured[]> {
  const load = (door: DoorName, lasting: number) =>
    runLoad({
      url: doors[door].url,
      token,
      connections,
      seconds: lasting,
      next: () => calls[scenario](door),
    });
  for (const door of doorNames) await load(door, Math.min(3, seconds / 3));
  const timings: Record<DoorName, Timings[]> = { trpc: [], "trpc-stock": [], bare: [] };
  const rounds = roundsOf(seconds);
  for (let round = 0; round < rounds; round += 1)
    for (let at = 0; at < doorNames.length; at += 1) {
      const door = doorNames[(round + at) % doorNames.length] ?? "bare";
      timings[door].push(await load(door, seconds / rounds));
    }
  const perSecond = (one: Timings | undefined) => (one ? one.milliseconds.length / one.seconds : 0);
  return doorNames.map((door) => {
    const all = timings[door].flatMap(({ milliseconds }) => milliseconds);
    return {
      ...{ scenario, door, contracts },
      requestsPerSecond: round1(median(timings[door].map(perSecond))),
      ...{ p50Ms: round2(percentile(all, 50)), p99Ms: round2(percentile(all, 99)) },
      ratioToBare: round2(
        median(timings[door].map((one, round) => perSecond(one) / perSecond(timings.bare[round]))),
      ),
    };
  });
}

/**
 * Asks each question one at a time, ours and the bare server in turn, then ours by sixteen at once. In the two lines
 * p99 is that of the slowest question, p50 the median of all.
 */
export async function measureSearch(
  { doors, token, contracts, seconds }: Under,
  recorded: readonly RecordedQuestion[],
): Promise<{ lines: Measured[]; questions: MeasuredQuestion[] }> {
  const compared = ["trpc", "bare"] as const;
  const each = seconds / 10;
  const questions: MeasuredQuestion[] = [];
  const times: { trpc: Timings; bare: Timings }[] = [];
  for (const name of new Set(recorded.map((question) => question.name))) {
    const own = recorded.filter((question) => question.name === name);
    let turn = 0;
    const next = () => {
      turn += 1;
      const { path, body, proof } = own[turn % own.length] ??
        recorded[0] ?? { path: "", body: "", proof: "" };
      return { path, body, isRight: (answer: string) => answer.includes(proof) };
    };
    const load = (door: DoorName, lasting: number, atOnce: number) =>
      runLoad({ url: doors[door].url, token, connections: atOnce, seconds: lasting, next });
    const found = { trpc: [] as Timings[], bare: [] as Timings[] };
    for (const door of compared) await load(door, each / 4, 1);
    for (const door of [...compared, ...compared.toReversed()])
      found[door].push(await load(door, each / 2, 1));
    const [trpc, bare] = compared.map((door) => joined(found[door]));
    const many = await load("trpc", each / 2, 16);
    if (!trpc || !bare) continue;
    times.push({ trpc, bare });
    questions.push({
      name,
      ...{
        p50Ms: round2(percentile(trpc.milliseconds, 50)),
        p99Ms: round2(percentile(trpc.milliseconds, 99)),
      },
      bareP50Ms: round2(percentile(bare.milliseconds, 50)),
      secondAt16: Math.round(many.milliseconds.length / many.seconds),
      p99At16: round2(percentile(many.milliseconds, 99)),
    });
  }
  const perSecond = ({ milliseconds, seconds: lasted }: Timings) => milliseconds.length / lasted;
  const lines = compared.map((door): Measured => {
    const p = (percent: number) => times.map((one) => percentile(one[door].milliseconds, percent));
    return {
      ...{ scenario: "search", door, contracts },
      requestsPerSecond: round1(perSecond(joined(times.map((one) => one[door])))),
      ...{ p50Ms: round2(median(p(50))), p99Ms: round2(Math.max(...p(99))) },
      ratioToBare: round2(median(times.map((one) => perSecond(one[door]) / perSecond(one.bare)))),
    };
  });
  return { lines, questions };
}

const joined = (all: readonly Timings[]): Timings => ({
  milliseconds: all.flatMap(({ milliseconds }) => milliseconds),
  seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
});

const round1 = (value: number) => Math.round(value * 10) / 10;
const round2 = (value: number) => Math.round(value * 100) / 100;
