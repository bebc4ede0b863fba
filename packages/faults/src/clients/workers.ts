import { setTimeout as wait } from "node:timers/promises";
import type { ContractInput } from "@vehicle-contracts/contract-model";
import type { Register } from "../arena/register.ts";
import type { Chance } from "../chance.ts";
import type { Outcome } from "../history/operation.ts";
import type { Caller } from "./caller.ts";
import type { Recorder } from "./recorder.ts";

export type Workers = { stop(): Promise<void> };

type Crew = {
  register: Register;
  recorder: Recorder;
  chance: Chance;
  /** One caller for each client; it calls the others where its own does not answer. */
  callers: readonly Caller[];
  /** How many of the callers only read. */
  readers: number;
  /** What a new contract holds besides. */
  more?: () => Partial<ContractInput>;
};

/** Contracts that are changed at a time: few, so that clients meet. */
const inHand = 12;
/** Milliseconds before a client that got no answer calls again. */
const pauseMs = 20;

/** Clients that write and read until they are stopped, each waiting for its answer before its next call. */
export function startWorkers({
  register,
  recorder,
  chance,
  callers,
  readers,
  more = () => ({}),
}: Crew): Workers {
  let stopping = false;
  let marks = 0;
  const newMark = () => {
    marks += 1;
    return `m${marks}`;
  };
  const newContract = (own: Chance): ContractInput => ({
    storeId: register.storeId,
    vehicleId: own.pick(register.vehicleIds) ?? "",
    type: "SERVICE_PLAN",
    ...more(),
  });

  async function oneCall(own: Chance, caller: Caller, other: Caller, onlyReads: boolean): Promise<Outcome> {
    const seen = own.pick([...recorder.known.values()].slice(-inHand));
    if (seen && (onlyReads || own.in100(25))) return recorder.read(caller, seen.contractId);
    if (onlyReads) return { kind: "unknown" };
    if (seen && own.in100(75)) return recorder.update(caller, seen, newMark());
    const [mark, input] = [newMark(), newContract(own)];
    if (own.in100(80)) return recorder.create(caller, mark, input);
    // The same creation by two programs at once.
    const [outcome] = await Promise.all([
      recorder.create(caller, mark, input),
      recorder.create(other, mark, input),
    ]);
    return outcome;
  }

  async function client(own: Chance, index: number): Promise<void> {
    let turn = index;
    const callerAt = (number: number) => callers[number % callers.length];
    while (!stopping) {
      const [caller, other] = [callerAt(turn), callerAt(turn + 1)];
      if (!caller || !other) return;
      const outcome = await oneCall(own, caller, other, index < readers);
      if (outcome.kind !== "unknown") continue;
      turn += 1;
      await wait(pauseMs);
    }
  }
  const clients = callers.map((_, index) => client(chance.fork(), index));
  return {
    async stop() {
      stopping = true;
      await Promise.all(clients);
    },
  };
}
