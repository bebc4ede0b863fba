import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

const plain = /^[\w.:-]{1,100}$/;

/** The caller's own id for a request, where it is 1 to 100 letters, digits and `_ . : -`; else a new one. */
export const correlationIdOf = (given: string | null | undefined): string =>
  given !== null && given !== undefined && plain.test(given) ? given : randomUUID();

const current = new AsyncLocalStorage<string>();

/** Answers a request under its id, so that also an error that comes before there is a context names it. */
export const underCorrelationId = <Answer>(correlationId: string, answer: () => Answer): Answer =>
  current.run(correlationId, answer);

/** The id of the request under way; a new one where none was said. */
export const currentCorrelationId = (): string => current.getStore() ?? randomUUID();
