import type { ContractInput } from "@vehicle-contracts/contract-model";
import type { ApiProcess } from "../arena/api-process.ts";
import { type Call, openDoor, type Reply } from "../clients/open-loop.ts";
import { tokenOf } from "../clients/session.ts";
import type { Scenario, Trial } from "./trial.ts";

/** How the load is offered. */
const clients = 32;
const times = 5;
const percentCreations = 20;
/** What must hold. */
const acceptedP99Ms = 1_000;
const normalWithinMs = 5_000;
const mostMemoryMb = 400;
/** Things are normal when so many calls one after the other are answered, at the pace of before the load. */
const normalCalls = 20;

const isAccepted = ({ status }: Reply) => status === 200;
const isRefused = ({ status, retryAfter }: Reply) => status === 503 && Number(retryAfter) > 0;
const p99 = (replies: readonly Reply[]) => {
  const durations = replies.map(({ start, end }) => end - start).sort((one, other) => one - other);
  return Math.round(durations[Math.ceil(durations.length * 0.99) - 1] ?? 0);
};

export const overload: Scenario = {
  name: "overload",
  breaks: "five times the requests that one process of the API holds, four of five of them reads",
  async run(trial) {
    const { register, recorder, milliseconds, note, violation, tooLate } = trial;
    const api = await trial.apiOfItsOwn();
    const token = await tokenOf({ url: api.url, credentials: register.credentials });
    const door = openDoor(api.url, token ?? "");
    const { creation, mixed } = callsOf(trial);
    const recorded = (replies: Reply[]) => {
      for (const reply of replies) {
        recorder.operations.push(reply);
        if (reply.outcome.kind !== "acknowledged") continue;
        recorder.known.set(reply.outcome.seen.contractId, reply.outcome.seen);
      }
      return replies;
    };
    try {
      await door.connect();
      for (let number = 0; number < 50; number += 1) recorded([await door.send(creation())]);
      recorded(await door.closedLoop(clients, milliseconds / 12, mixed)); // so that what is compiled late is compiled
      const before = recorded(await door.closedLoop(clients, milliseconds / 6, mixed));
      const held = (before.filter(isAccepted).length * 6_000) / milliseconds;
      const calm = p99(recorded(await calls(normalCalls, () => door.send(mixed()))));

      const memory = watchMemory(api);
      const replies = recorded(await door.openLoop(held * times, milliseconds, mixed));
      const ended = performance.now();
      const mostMemory = await memory.most();
      const accepted = replies.filter(isAccepted);
      const others = replies.filter((reply) => !isAccepted(reply) && !isRefused(reply));
      const paceMs = Math.max(100, 3 * calm);
      let normalAfter = Number.POSITIVE_INFINITY;
      while (performance.now() - ended < 4 * normalWithinMs && normalAfter === Number.POSITIVE_INFINITY) {
        const begun = performance.now();
        const run = recorded(await calls(normalCalls, () => door.send(mixed())));
        if (run.every(isAccepted) && p99(run) <= paceMs) normalAfter = Math.round(begun - ended);
      }

      note(
        `held ${Math.round(held)} a second; offered ${replies.length} in ${milliseconds / 1_000} s: ` +
          `${accepted.length} accepted (p99 ${p99(accepted)} ms), ${replies.filter(isRefused).length} told 503 with ` +
          `Retry-After (p99 ${p99(replies.filter(isRefused))} ms), ${others.length} others; at most ${mostMemory} MB; ` +
          `normal after ${normalAfter} ms`,
      );
      if (others.length > 0)
        violation(
          `${others.length} requests neither accepted nor told 503 with Retry-After: status ${others[0]?.status}`,
        );
      if (mostMemory > mostMemoryMb) violation(`the API took ${mostMemory} MB`);
      if (p99(accepted) > acceptedP99Ms) tooLate(`p99 of accepted requests was ${p99(accepted)} ms`);
      if (normalAfter > normalWithinMs) tooLate(`normal after ${normalAfter} ms`);
    } finally {
      door.close();
      await api.stop();
    }
  },
};

function callsOf({ register, recorder, chance }: Trial) {
  let marks = 0;
  const creation = (): Call => {
    marks += 1;
    const mark = `m${marks}`;
    const contract: ContractInput = {
      storeId: register.storeId,
      vehicleId: chance.pick(register.vehicleIds) ?? "",
      type: "SERVICE_PLAN",
      description: mark,
    };
    const body = JSON.stringify({ idempotencyKey: mark, contract });
    return { kind: "create", mark, path: "/trpc/contracts.create", body };
  };
  let readable: string[] = [];
  const reading = (): Call => {
    if (readable.length < 50) readable = [...recorder.known.keys()].slice(0, 50);
    const body = JSON.stringify({ contractId: chance.pick(readable) });
    return { kind: "read", mark: null, path: "/trpc/contracts.get", body };
  };
  return { creation, mixed: () => (chance.in100(percentCreations) ? creation() : reading()) };
}

async function calls(count: number, call: () => Promise<Reply>): Promise<Reply[]> {
  const replies: Reply[] = [];
  while (replies.length < count) replies.push(await call());
  return replies;
}

const sampleEveryMs = 250;

/** Resident memory of the process, looked at again and again. */
function watchMemory(api: ApiProcess) {
  let most = 0;
  let asked: Promise<void> = Promise.resolve();
  const look = () => {
    asked = api.memory().then((megabytes) => {
      most = Math.max(most, megabytes);
    });
  };
  look();
  const timer = setInterval(look, sampleEveryMs);
  return {
    async most() {
      clearInterval(timer);
      await asked;
      return most;
    },
  };
}
