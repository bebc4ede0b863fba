import { parseArgs } from "node:util";
import { onEnd } from "../start/ending.ts";
import { isMeantForPeople, isOfOptions } from "../start/start-error.ts";
import { BackupError } from "./backup-error.ts";

/** What a shell says of a command that the signal ended. */
const exitCodes: Readonly<Record<string, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

export type Words = { readonly files: readonly string[]; readonly options: ReadonlySet<string> };

/**
 * Runs a command that takes files and switches: `--help`, words it does not know, Ctrl-C and TERM, faults as sentences.
 *
 * @param stopped what is said when it was stopped under way
 */
export async function runCommand(
  { usage, switches = [], stopped }: { usage: string; switches?: readonly string[]; stopped: string },
  work: (words: Words, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const ending = new AbortController();
  let exitCode = 1;
  onEnd((reason) => {
    exitCode = exitCodes[reason] ?? 143;
    ending.abort();
  });
  try {
    const options: Record<string, { type: "boolean" }> = { help: { type: "boolean" } };
    for (const name of switches) options[name] = { type: "boolean" };
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2).filter((word) => word !== "--"),
      options,
      allowPositionals: true,
    });
    if (values.help) return console.log(usage);
    if (positionals.length > 1) throw new BackupError(`Name one file.\n${usage}`);
    await work({ files: positionals, options: new Set(Object.keys(values)) }, ending.signal);
    ending.signal.throwIfAborted();
  } catch (error) {
    process.exitCode = exitCode;
    if (ending.signal.aborted) return console.error(stopped);
    const isForPeople = isMeantForPeople(error) || error instanceof BackupError || isOfOptions(error);
    console.error(isForPeople ? error.message : error);
  }
}
