import { setTimeout as wait } from "node:timers/promises";

/** Asks until the answer is not null; rejects with what was waited for when that takes longer than `withinMs`. */
export async function polled<Answer>(
  what: string,
  ask: () => Promise<Answer | null>,
  { withinMs = 60_000, everyMs = 5 }: { withinMs?: number; everyMs?: number } = {},
): Promise<Answer> {
  const until = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > until) throw new Error(`Waited ${withinMs / 1000} s in vain for ${what}.`);
    await wait(everyMs);
  }
}
