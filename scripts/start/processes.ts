import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What the system says of a process that runs. */
export interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  /** Tells a process from a later one of the same id. */
  readonly started: string;
  readonly args: readonly string[];
}

/** Slim images have no `ps`, so Linux is asked by its proc files. Null for a process that is gone or has ended. */
export function factsOf(pid: number): ProcessFacts | null {
  return process.platform === "linux" ? byProc(pid) : byPs(pid);
}

function byProc(pid: number): ProcessFacts | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field, the name in parentheses, may hold blanks and parentheses of its own.
    const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z" || state === "X") return null;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const args = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter(Boolean);
    return { pid, parent: Number(parent), started: `${boot} ${rest[17]}`, args };
  } catch {
    return null;
  }
}

function byPs(pid: number): ProcessFacts | null {
  try {
    const asked = ["-o", "ppid=,stat=,lstart=,command=", "-p", String(pid)];
    const line = execFileSync("ps", asked, { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } }).trim();
    const [parent, state, ...rest] = line.split(/\s+/);
    if (!parent || state?.startsWith("Z")) return null;
    return { pid, parent: Number(parent), started: rest.slice(0, 5).join(" "), args: rest.slice(5) };
  } catch {
    return null;
  }
}

/** Whether the very process that the facts were taken of still runs. */
export function stillRuns(facts: Pick<ProcessFacts, "pid" | "started">): boolean {
  return factsOf(facts.pid)?.started === facts.started;
}
