import "server-only";
import { faultOf } from "@vehicle-contracts/trpc-router";

/** As the API's log counts them. */
const levels = { info: 30, warn: 40, error: 50 } as const;
export type Level = keyof typeof levels;

/**
 * Writes one line of JSON on standard output, of the same shape as the API's. The facts must be fit for a log: ids, codes
 * and routes, no names, addresses or secrets.
 */
export function log(level: Level, message: string, facts: Readonly<Record<string, unknown>>): void {
  const head = { level: levels[level], time: new Date().toISOString(), service: "admin" };
  process.stdout.write(`${JSON.stringify({ ...head, ...facts, msg: message })}\n`);
}

/** What went wrong on our side: `facts` say where. Of the error its kind, code and place, never its message. */
export function logFault(error: unknown, facts: Readonly<Record<string, unknown>>): void {
  log("error", "fault", { ...facts, fault: faultOf(error) });
}
