import { factsOf, type ProcessFacts, stillRuns } from "./processes.ts";

const LOOK_EVERY_MS = 500;

function isPackageManager({ args }: ProcessFacts): boolean {
  // npm writes its command over its arguments ("npm exec pnpm@12 start"); pnpm is a script that Node runs.
  const [program = "", script = ""] = args;
  const named = /(^|\/)(npm|npx|pnpm|pnpx)(-cli)?(\.[cm]?js)?( |$)/;
  return named.test(program) || (/(^|\/)node$/.test(program) && named.test(script));
}

function isShell({ args }: ProcessFacts): boolean {
  return /(^|\/)(ba|da|z)?sh$/.test(args[0] ?? "") && (args[1] ?? "").startsWith("-c");
}

/** The npm, pnpm and `sh -c` processes right above this one, up to the topmost npm or pnpm. */
export function startedBy(
  first: number = process.ppid,
  facts: (pid: number) => ProcessFacts | null = factsOf,
): ProcessFacts[] {
  const chain: ProcessFacts[] = [];
  let length = 0;
  for (let pid = first; pid > 1; ) {
    const ancestor = facts(pid);
    if (!ancestor) break;
    const manager = isPackageManager(ancestor);
    if (!manager && !isShell(ancestor)) break;
    chain.push(ancestor);
    if (manager) length = chain.length;
    pid = ancestor.parent;
  }
  return chain.slice(0, length);
}

/** npx does not pass TERM on: it ends, and all below it would live on. So its end is watched for. */
export function whenAncestorEnds(act: () => void): { stop(): void } {
  const ancestors = startedBy();
  if (ancestors.length === 0) return { stop() {} };
  const timer = setInterval(() => {
    if (ancestors.every(stillRuns)) return;
    clearInterval(timer);
    act();
  }, LOOK_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
