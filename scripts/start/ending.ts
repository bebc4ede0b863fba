import { whenAncestorEnds } from "./ancestors.ts";

/**
 * Calls `end` once: at Ctrl-C, TERM, hang-up, when the npx or pnpm above has ended, or when the program that started it
 * with a channel to it has.
 */
export function onEnd(end: (reason: string) => void): void {
  let told = false;
  const once = (reason: string) => {
    if (told) return;
    told = true;
    end(reason);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => once(signal));
  if (process.channel) {
    process.once("disconnect", () => once("the program that started it has ended"));
    process.channel.unref();
  }
  whenAncestorEnds(() => once("the command that started it has ended"));
  // The terminal may be gone before we are: what is said to it then is lost, and that is all.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
