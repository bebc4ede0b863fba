import { plainCaller } from "../clients/caller.ts";
import type { Scenario } from "./trial.ts";

const clients = 50;

export const oneContract: Scenario = {
  name: "one-contract",
  breaks: "nothing: fifty clients change one contract as fast as they can",
  async run({ apis, recorder, register, milliseconds, note, violation }) {
    const { storeId, vehicleIds, credentials } = register;
    const callers = Array.from({ length: clients }, (_, index) =>
      plainCaller({ url: apis[index % 2 === 0 ? 0 : 1].url, credentials }),
    );
    const [first] = callers;
    const [vehicleId = ""] = vehicleIds;
    if (!first) return;
    const made = await recorder.create(first, "made", { storeId, vehicleId, type: "SERVICE_PLAN" });
    if (made.kind !== "acknowledged") return violation("the contract could not be made");
    const { contractId } = made.seen;
    const until = performance.now() + milliseconds;
    let [marks, accepted, undecided] = [0, 0, 0];
    await Promise.all(
      callers.map(async (caller) => {
        while (performance.now() < until) {
          const seen = recorder.known.get(contractId);
          if (!seen) return;
          marks += 1;
          const { kind } = await recorder.update(caller, seen, `m${marks}`);
          if (kind === "acknowledged") accepted += 1;
          if (kind === "unknown") undecided += 1;
        }
      }),
    );
    const now = await recorder.read(first, contractId);
    const version = now.kind === "acknowledged" ? now.seen.version : Number.NaN;
    note(`${accepted} updates accepted of ${marks}; version ${version}`);
    // An update without an answer may count among the versions.
    if (!(version - 1 >= accepted && version - 1 <= accepted + undecided))
      violation(`version ${version} after ${accepted} accepted updates and ${undecided} without an answer`);
  },
};
