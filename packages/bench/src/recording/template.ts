import type { Recorded, Sent } from "./recorder.ts";

/** What a call is about: names for the texts that differ from call to call. */
export type Marks = Readonly<Record<string, string>>;

/** A piece of a value: as it is, or one of the call's own. */
export type Part =
  | string
  | { mark: string }
  /** A SHA-256 in hexadecimal that the call computes. */
  | { made: "hash" }
  /** The point in time of the call. */
  | { made: "now" }
  /** What an earlier statement of the transaction answered. */
  | { statement: number; row: number; column: number };

export type StatementTemplate = {
  text: string;
  /** Null: sent without parameters. */
  values: (Part[] | null)[] | null;
  /** Its statement must have been answered before this one can be written: its index in the transaction, or -1. */
  needs: number;
};

/** What one call sends: statements on their own, then one transaction. */
export type CallTemplate = {
  before: StatementTemplate[];
  transaction: StatementTemplate[];
  /** Of the program that was recorded. */
  statements: number;
  roundTrips: number;
};

const hash = /[0-9a-f]{64}/;
const instant = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\.\d{1,3}(?:Z|\+00)/;
/** Shorter texts are equal by chance. */
const shortestReference = 8;

/**
 * The statements of one recorded call with what is its own taken out: ids, keys and versions by name, hashes, points in
 * time since it began (RFC 3339), and values that an earlier statement answered.
 */
export function templateOf({ sent, roundTrips }: Recorded, marks: Marks, since: string): CallTemplate {
  const begin = sent.findIndex(({ text }) => /^\s*begin\b/i.test(text));
  if (begin < 0) throw new Error("The call sent no transaction.");
  const connection = sent[begin]?.connection;
  const inside = sent.slice(begin).filter((each) => each.connection === connection);
  const before = sent.filter((each) => !inside.includes(each));
  const marked = new Map(Object.entries(marks).map(([name, value]) => [value, name]));
  const alternatives = [...marked.keys()].sort((a, b) => b.length - a.length).map(RegExp.escape);
  const pattern = new RegExp([...alternatives, hash.source, instant.source].join("|"), "g");

  const partsOf = (value: string, earlier: readonly Sent[]): Part[] => {
    const parts: Part[] = [];
    let at = 0;
    for (const match of value.matchAll(pattern)) {
      const [found] = match;
      const name = marked.get(found);
      const part = name === undefined ? madePart(found, since) : { mark: name };
      if (part === null) continue;
      if (match.index > at) parts.push(value.slice(at, match.index));
      parts.push(part);
      at = match.index + found.length;
    }
    if (at === 0 && parts.length === 0) return [referenceTo(value, earlier) ?? value];
    if (at < value.length) parts.push(value.slice(at));
    return parts;
  };
  const statements = (all: readonly Sent[]): StatementTemplate[] =>
    all.map(({ text, values }, index) => {
      const parts =
        values?.map((value) => (value === null ? null : partsOf(value, all.slice(0, index)))) ?? null;
      const references = (parts ?? [])
        .flat()
        .flatMap((part) => (typeof part === "object" && part && "statement" in part ? [part.statement] : []));
      return { text, values: parts, needs: Math.max(-1, ...references) };
    });
  return {
    before: statements(before),
    transaction: statements(inside),
    statements: sent.length,
    roundTrips,
  };
}

function madePart(found: string, since: string): Part | null {
  if (hash.test(found)) return { made: "hash" };
  const read = found.replace(" ", "T").replace("+00", "Z");
  return read >= since ? { made: "now" } : null;
}

function referenceTo(value: string, earlier: readonly Sent[]): Part | null {
  if (value.length < shortestReference) return null;
  for (const [statement, { rows }] of earlier.entries())
    for (const [row, values] of rows.entries()) {
      const column = values.indexOf(value);
      if (column >= 0) return { statement, row, column };
    }
  return null;
}

/**
 * The transaction cut where a statement must wait for an earlier one's answer: as few round trips as its statements
 * allow. With `guarded`, COMMIT waits for all before it, since a refused change is only seen in an answer.
 */
export function flightsOf(transaction: readonly StatementTemplate[], guarded: boolean): number[][] {
  const flights: number[][] = [[]];
  let first = 0;
  for (const [index, { needs, text }] of transaction.entries()) {
    const waits = needs >= first || (guarded && /^\s*commit\b/i.test(text));
    if (waits && flights.at(-1)?.length !== 0) {
      flights.push([]);
      first = index;
    }
    flights.at(-1)?.push(index);
  }
  return flights;
}
