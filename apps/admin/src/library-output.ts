import "server-only";
import { stripVTControlCharacters } from "node:util";
import { correlationHeader } from "@vehicle-contracts/contract-model";
import { correlationIdOf, faultOf } from "@vehicle-contracts/trpc-router";
import type { Instrumentation } from "next";
import { type Level, log, logFault } from "./log.ts";
import { pageFaultIn } from "./trpc/page-fault.ts";

const methods = {
  debug: "info",
  log: "info",
  info: "info",
  warn: "warn",
  error: "error",
} as const satisfies Record<string, Level>;

/** Errors that stand in the log already. */
const told = new WeakSet<object>();

/**
 * From now on what libraries print is a line of our log. Next prints each error of a page, with its message and whatever
 * it carries, and offers no way to leave that out; a line has of an error its kind, code and place. Words are kept, one
 * line of them, unless they are told as an error: those may quote what a person typed.
 */
export function logWhatLibrariesPrint(): void {
  for (const [method, level] of Object.entries(methods))
    Reflect.set(console, method, (...words: unknown[]) => print(level, words));
}

function print(level: Level, words: readonly unknown[]): void {
  const errors = words.filter((word) => word instanceof Error);
  const [error] = errors;
  if (error === undefined && level !== "error") {
    const text = words.filter((word) => typeof word === "string").join(" ");
    const [line = ""] = stripVTControlCharacters(text).trim().split("\n");
    if (line !== "") log(level, "printed", { text: line.slice(0, 200) });
    return;
  }
  // Next prints an error first and tells it to `logPageFault` right after, which knows of which request it is.
  setImmediate(() => {
    if (error && told.has(error)) return;
    if (error) told.add(error);
    log(level, "printed", error ? { fault: faultOf(error) } : {});
  });
}

/** Next's own hook: an error of a page or a door that nobody caught, told once, however often it is met. */
export const logPageFault: Instrumentation.onRequestError = (error, request, { routePath, routeType }) => {
  if (typeof error === "object" && error !== null) {
    if (told.has(error)) return;
    told.add(error);
  }
  const given = request.headers[correlationHeader];
  logFault(error, {
    correlationId: pageFaultIn(error)?.correlationId ?? correlationIdOf(Array.isArray(given) ? null : given),
    method: request.method,
    route: routePath,
    where: routeType,
  });
};
