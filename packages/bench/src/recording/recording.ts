import type { Contract, ContractResult } from "@vehicle-contracts/contract-model";
import { hashSecretToken } from "@vehicle-contracts/services";
import { callOnce } from "../load-generator/load.ts";
import {
  type CallName,
  callsOf,
  createOf,
  getOf,
  listOf,
  newContract,
  updateOf,
} from "../scenarios/calls.ts";
import { type Asked, marksOf } from "../scenarios/marks.ts";
import { proofOf, type Question } from "../scenarios/questions.ts";
import { markVersion, type Sample } from "../scenarios/sample.ts";
import type { Recorder } from "./recorder.ts";
import { type CallTemplate, templateOf } from "./template.ts";

/** What the register sends for each kind of call, for a server that sends the same. */
export type Recording = {
  calls: Partial<Record<CallName, CallTemplate>>;
  searches: { path: string; body: string; template: CallTemplate }[];
  /** A contract as it is answered when it was made. */
  created: Contract | null;
};

/** Calls before the one that is recorded: by then its statements are prepared. */
const warmUps = 12;
/** At the end of the sample, what the recording changes or adds to; a run leaves it alone. */
const recordedOn = 4;
export const leftAlone = (sample: Sample): Sample => ({
  ...sample,
  contracts: sample.contracts.slice(0, -recordedOn),
  vehicles: sample.vehicles.slice(0, -1),
});
/** No other value of a call is this by chance. */
const markedVersion = 471_100;
/** Serial numbers of contracts that a recording makes; a run counts from 1. */
const firstSerial = 9_100_000_000;

type Source = {
  url: string;
  token: string;
  recorder: Recorder;
  sample: Sample;
  superuserUrl: string;
  now: () => string;
};

/** Records one call of each kind through the register itself. */
export async function recordCalls(
  { url, token, recorder, sample, superuserUrl, now }: Source,
  wanted: readonly CallName[],
): Promise<Pick<Recording, "calls" | "created">> {
  const warm = callsOf({ ...sample, contracts: sample.contracts.slice(-recordedOn, -1) });
  const [vehicle] = sample.vehicles;
  const [added, last] = [sample.vehicles.at(-1), sample.contracts.at(-1)];
  if (!vehicle || !added || !last) throw new Error("The register has no vehicle of three contracts.");
  await markVersion(superuserUrl, sample, last.contractId, markedVersion);
  const asked = {
    list: listOf(vehicle.vehicleId),
    get: getOf(last.contractId),
    update: updateOf(last.contractId, markedVersion, "Notes that the recording has written."),
    create: createOf(newContract(sample, firstSerial, added.vehicleId)),
  };
  const calls: Recording["calls"] = {};
  let created: Contract | null = null;
  for (const name of wanted) {
    for (let each = 0; each < warmUps; each += 1) {
      const { path, body } = asked[name];
      if (name === "list" || name === "get") await callOnce(url, token, path, body);
      else if (name === "create")
        await callOnce(
          url,
          token,
          path,
          createOf(newContract(sample, firstSerial + 1 + each, added.vehicleId)).body,
        );
      else {
        const other = warm.update("trpc");
        other.isRight(JSON.stringify(await callOnce(url, token, other.path, other.body)));
      }
    }
    const since = now();
    let answer: unknown;
    const sent = await recorder.during(async () => {
      answer = await callOnce(url, token, asked[name].path, asked[name].body);
    });
    const input = JSON.parse(asked[name].body) as Asked; // made above
    const contractId =
      name === "create" ? (answer as ContractResult).contract.contractId : (input.contractId ?? "");
    if (name === "create") created = (answer as ContractResult).contract;
    const marks = { ...marksOf(input, contractId), token: hashSecretToken(token) };
    calls[name] = templateOf(sent, marks, since);
  }
  return { calls, created };
}

/** A question's input, what it sends, and what its right answers hold. */
export type RecordedQuestion = {
  name: string;
  path: string;
  body: string;
  proof: string;
  template: CallTemplate;
};

export async function recordQuestions(
  { url, token, recorder, now }: Source,
  questions: readonly Question[],
): Promise<RecordedQuestion[]> {
  const recorded: RecordedQuestion[] = [];
  for (const question of questions)
    for (const { path, body } of question.asked) {
      const since = now();
      let answer: unknown;
      const sent = await recorder.during(async () => {
        answer = await callOnce(url, token, path, body);
      });
      const template = templateOf(sent, { token: hashSecretToken(token) }, since);
      recorded.push({ name: question.name, path, body, proof: proofOf(question, body, answer), template });
    }
  return recorded;
}
