import os from "node:os";
import { instant } from "../wall-clock.ts";

/** Where and when a run was, in words. */
export type Machine = {
  date: string;
  processors: string;
  memory: string;
  system: string;
  node: string;
  /** What else ran. */
  company: string;
};

/** To be asked before the run: afterwards, the load is its own. */
export function thisMachine(): Machine {
  const processors = os.cpus();
  const [load = 0] = os.loadavg();
  return {
    date: instant().slice(0, 10),
    processors: `${processors.length} × ${processors[0]?.model.trim() ?? "an unknown processor"}`,
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GB`,
    system: `${os.type()} ${os.release().split("-")[0]} ${os.arch()}`,
    node: process.versions.node,
    company:
      load > processors.length / 4
        ? `Other work ran on the machine: its load was ${load.toFixed(1)} when the run began. So the absolute figures say little, and the ratios are rough.`
        : "Nothing else to speak of ran on the machine.",
  };
}
