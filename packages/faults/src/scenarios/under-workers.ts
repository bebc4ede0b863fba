import { polled } from "../arena/polled.ts";
import { type Caller, callerByPackage, plainCaller } from "../clients/caller.ts";
import { startWorkers } from "../clients/workers.ts";
import type { Trial } from "./trial.ts";

type Load = {
  callers?: (trial: Trial) => Caller[];
  more?: Parameters<typeof startWorkers>[0]["more"];
};

const clients = 12;
const readers = 4;

/** Half of them by the package and half by plain requests, half at either process of the API. */
const mixedCallers = ({ apis, register: { credentials } }: Trial): Caller[] =>
  Array.from({ length: clients }, (_, index) => {
    const door = { url: apis[index % 2 === 0 ? 0 : 1].url, credentials };
    return index % 4 < 2 ? plainCaller(door) : callerByPackage(door);
  });

/**
 * Breaks things again and again while clients write and read. Then mends them, lets the clients end, and repeats what
 * they began to create: each must be there once, with one answer.
 */
export const underWorkers =
  (breakOnce: (trial: Trial) => Promise<void>, { callers = mixedCallers, more }: Load = {}) =>
  async (trial: Trial): Promise<void> => {
    const { recorder, register, chance, wire, apis } = trial;
    const until = performance.now() + trial.milliseconds;
    const workers = startWorkers({
      register,
      recorder,
      chance: chance.fork(),
      callers: callers(trial),
      readers,
      ...(more ? { more } : {}),
    });
    try {
      while (performance.now() < until) await breakOnce(trial);
    } finally {
      wire.restore();
      await Promise.all(apis.map((api) => api.ready()));
      await workers.stop();
    }
    await repeatCreations(trial);
  };

/** Creations that were acknowledged, and are repeated all the same. */
const samples = 40;

async function repeatCreations({
  recorder,
  register: { credentials },
  apis,
  violation,
}: Trial): Promise<void> {
  const all = [...recorder.created];
  const open = all.filter(([, { acknowledged }]) => !acknowledged);
  const done = all.filter(([, { acknowledged }]) => acknowledged).slice(-samples);
  const repeated = [...open, ...done].entries();
  const callers = apis.map(({ url }) => plainCaller({ url, credentials }));
  await Promise.all(
    callers.map(async (caller) => {
      for (const [, [mark, { input }]] of repeated)
        await polled(`the creation of ${mark}`, async () => {
          const { kind } = await recorder.create(caller, mark, input);
          return kind === "unknown" ? null : true;
        }).catch((error: Error) => violation(error.message));
    }),
  );
}
