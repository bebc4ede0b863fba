import { setTimeout as wait } from "node:timers/promises";
import type { Child } from "./child.ts";
import { StartError } from "./start-error.ts";

const ASK_EVERY_MS = 100;
const ANSWER_WITHIN_MS = 30_000;

/**
 * Waits until the address answers with a 200.
 *
 * @throws StartError when the program behind it ends first, or does not answer within `withinMs`
 */
export async function answers(address: string, child: Child, withinMs = 60_000): Promise<void> {
  const until = performance.now() + withinMs;
  let ended: string | null = null;
  void child.ended.then((how) => {
    ended = how;
  });
  let last = "no answer";
  while (performance.now() < until) {
    if (ended !== null)
      throw new StartError(withLog(`The ${child.name} ended while it started (${ended}).`, child));
    last = await ask(address);
    if (last === "200") return;
    await wait(ASK_EVERY_MS);
  }
  throw new StartError(
    withLog(`The ${child.name} is not ready after ${withinMs / 1000} s (${last}).`, child),
  );
}

async function ask(address: string): Promise<string> {
  try {
    const response = await fetch(address, {
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await response.body?.cancel();
    return String(response.status);
  } catch {
    return "no answer";
  }
}

function withLog(sentence: string, child: Child): string {
  const lines = child.lastLines();
  return lines === "" ? sentence : `${sentence} The end of its log:\n${lines}`;
}
