import { type Answer, answerTo, NoAnswer, type Shot } from "./shot.ts";

export type Fault = { shot: Shot; why: string; body: string };
export type Report = {
  /** "api trpc single" → status → how often; status 0: closed without a word. */
  counts: Map<string, Map<number, number>>;
  faults: Fault[];
  /** The longest answer, in milliseconds. */
  longestMs: number;
};

const shotsAtOnce = 8;
/** What a stack trace looks like, whoever prints it. */
const stack =
  /\n\s+at (?:async )?\S+ ?\(?\S+:\d+:\d+|node_modules\/|\.tsx?:\d+:\d+|PostgresError|DrizzleQueryError/;

/** Why an answer is a fault of ours; null where it is none. */
function faultIn({ status, body }: Answer): string | null {
  if (status !== null && status >= 500) return `answered ${status}`;
  if (stack.test(body)) return "shows where in the code it was";
  return null;
}

/** Fires all of them, some at once, and tells what came back. Each is to be answered within the deadline. */
export async function volley(shots: Iterable<Shot>, deadlineMs = 15_000): Promise<Report> {
  const report: Report = { counts: new Map(), faults: [], longestMs: 0 };
  const queue = shots[Symbol.iterator]();
  const fire = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await record(next.value);
  };
  const record = async (shot: Shot) => {
    const began = performance.now();
    try {
      const answer = await answerTo(shot, deadlineMs);
      count(report, shot.kind, answer.status ?? 0);
      const why = faultIn(answer);
      if (why !== null) report.faults.push({ shot, why, body: answer.body.slice(0, 600) });
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      report.faults.push({ shot, why: error.message, body: "" });
    }
    report.longestMs = Math.max(report.longestMs, Math.round(performance.now() - began));
  };
  await Promise.all(Array.from({ length: shotsAtOnce }, fire));
  return report;
}

function count({ counts }: Report, kind: string, status: number): void {
  const of = counts.get(kind) ?? new Map<number, number>();
  of.set(status, (of.get(status) ?? 0) + 1);
  counts.set(kind, of);
}

/** The shot in a line or two, to be fired again by hand. */
function inWords(shot: Shot): string {
  const cut = (text: string) => (text.length > 700 ? `${text.slice(0, 700)}… (${text.length})` : text);
  if ("bytes" in shot) return cut(`${shot.at} ${JSON.stringify(shot.bytes.toString("latin1"))}`);
  const { cookie, authorization, ...headers } = shot.headers;
  return cut(`${shot.method} ${shot.at}${shot.path} ${JSON.stringify(headers)} ${shot.body ?? ""}`);
}

/** A line a kind with its statuses, the faults, and the sum. */
export function reportLines({ counts, faults, longestMs }: Report): string[] {
  const kinds = [...counts].toSorted(([one], [other]) => one.localeCompare(other));
  const total = kinds.reduce((sum, [, of]) => sum + [...of.values()].reduce((one, n) => one + n, 0), 0);
  return [
    ...kinds.map(([kind, of]) => {
      const statuses = [...of].toSorted(([one], [other]) => one - other);
      return `${kind}: ${statuses.map(([status, n]) => `${status || "closed"} ${n}`).join(", ")}`;
    }),
    ...faults
      .slice(0, 20)
      .flatMap(({ shot, why, body }) => [`FAULT ${why}: ${inWords(shot)}`, ...(body ? [`  ${body}`] : [])]),
    `${total + faults.filter(({ why }) => why.startsWith("no answer")).length} requests, ${faults.length} faults, the longest answer took ${longestMs} ms`,
  ];
}
