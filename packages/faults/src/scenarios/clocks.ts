import { setTimeout as wait } from "node:timers/promises";
import { callerByPackage } from "../clients/caller.ts";
import { jumpingClock } from "../clients/jumping-clock.ts";
import type { Scenario } from "./trial.ts";
import { underWorkers } from "./under-workers.ts";

const minute = 60_000;
const year = 365 * 24 * 60 * minute;
const jumps = [0, 1, -1, 59, 61, -61, 60 * 24, -60 * 24].map((minutes) => minutes * minute);
const clients = 12;

export const clocksJump: Scenario = {
  name: "clocks",
  breaks: "the clocks of the clients jump by seconds to years, and so do the dates they send",
  async run(trial) {
    const { apis, chance, recorder, register, violation } = trial;
    const clock = jumpingClock();
    try {
      await underWorkers(
        async () => {
          clock.jump((chance.pick(jumps) ?? 0) + (chance.in100(30) ? chance.int(-20, 20) * year : 0));
          await wait(chance.int(20, 120));
        },
        {
          callers: () =>
            Array.from({ length: clients }, (_, index) =>
              callerByPackage({ url: apis[index % 2 === 0 ? 0 : 1].url, credentials: register.credentials }),
            ),
          more: () => ({ saleDate: clock.today() }),
        },
      )(trial);
    } finally {
      clock.restore();
    }
    // Nothing else is broken, so each call is answered.
    const unanswered = recorder.operations.filter(({ outcome }) => outcome.kind === "unknown").length;
    if (unanswered > 0)
      violation(`calls without an answer though nothing but clocks was wrong: ${unanswered}`);
  },
};
