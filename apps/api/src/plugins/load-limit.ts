import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { correlationHeader } from "@vehicle-contracts/contract-model";
import { answerOf } from "@vehicle-contracts/trpc-router";
import { requestIdOf } from "./correlation-id.ts";
import { securityHeaders } from "./security-headers.ts";

export type LoadLimit = {
  /** Requests worked on at once: as many as keep the database's connections busy while others are read and written. */
  atOnce: number;
  /** Requests that wait for their turn. */
  mostWaiting: number;
  /** A line of so many is no overload: what is slow then is the database or the machine, and passes. */
  shortLine: number;
  /** In a longer line: milliseconds a request waits for its turn at most. Once the first in line has waited half of it, no one may join. */
  longestWaitMs: number;
};

export type LoadLimited = {
  limit: LoadLimit;
  /** Whether the server is stopping: connections end with their answers then. */
  isClosing: () => boolean;
  /** Told of refusals once a second at most, and of how many there were. */
  onRefused: (count: number) => void;
};

type Turn = { since: number; take(): void };

const tellEveryMs = 1_000;
const lookEveryMs = 20;
const lateMs = 100;
/** The part of the requests worked on at once that is taken up while this thread is late. */
const fewer = 5;

/**
 * Whether this thread is late with its work: one turn of its loop takes so long that a call, which needs several, would
 * not be answered soon. A long line of requests is no sign of that, nor is a slow database.
 */
function lateness(): () => boolean {
  let looked = performance.now();
  setInterval(() => {
    looked = performance.now();
  }, lookEveryMs).unref();
  return () => performance.now() - looked > lookEveryMs + lateMs;
}

/**
 * Requests for procedures take turns. Whoever would have to wait for longer than makes sense is told so at once; so
 * what is accepted is answered soon, however much is asked.
 *
 * It stands before the framework: where several times of what can be done is asked, almost all the time would go into
 * the refusals otherwise.
 */
export function limitLoad(
  handle: RequestListener,
  { limit: { atOnce, mostWaiting, shortLine, longestWaitMs }, isClosing, onRefused }: LoadLimited,
): RequestListener {
  const line = new Set<Turn>();
  const isBehind = lateness();
  let underWay = 0;
  let untold = 0;

  const waited = ({ since }: Turn) => performance.now() - since;
  const isFull = () => {
    const [first] = line;
    const isSlow = first !== undefined && waited(first) > longestWaitMs / 2;
    return line.size >= mostWaiting || (isSlow && line.size >= shortLine);
  };
  const leave = () => {
    underWay -= 1;
    const [first] = line;
    first?.take();
  };
  const refuse = (request: IncomingMessage, response: ServerResponse) => {
    if (untold === 0)
      setTimeout(() => {
        onRefused(untold);
        untold = 0;
      }, tellEveryMs).unref();
    untold += 1;
    sendOverloaded(request, response, isClosing());
  };

  return (request, response) => {
    if (!request.url?.startsWith("/trpc/")) return handle(request, response);
    const begin = () => {
      underWay += 1;
      // Also where the caller went away before the answer.
      response.once("close", leave);
      handle(request, response);
    };
    const isLate = isBehind();
    if (underWay < (isLate ? Math.ceil(atOnce / fewer) : atOnce)) return begin();
    if (isLate || isFull()) return refuse(request, response);

    const leaveLine = () => {
      clearTimeout(timer);
      response.off("close", leaveLine);
      line.delete(turn);
    };
    const giveUp = () => {
      if (line.size <= shortLine) return;
      leaveLine();
      refuse(request, response);
    };
    const turn: Turn = {
      since: performance.now(),
      take() {
        // Where this thread is behind with its work, so are its timers.
        if (waited(turn) > longestWaitMs && line.size > shortLine) {
          giveUp();
          const [next] = line;
          return next?.take();
        }
        leaveLine();
        begin();
      },
    };
    const timer = setTimeout(giveUp, longestWaitMs);
    response.once("close", leaveLine);
    line.add(turn);
  };
}

/** Where the id goes: in no text of ours. */
const idsPlace = "00000000-0000-4000-8000-000000000000";
const refusal = answerOf({
  code: "OVERLOADED",
  message: "The register has as much to do as it can hold. Try again in a moment.",
  fields: [],
  correlationId: idsPlace,
  retryAfterSeconds: 1,
});
const [textBefore = "", textAfter = ""] = JSON.stringify(refusal.body).split(idsPlace);
const headOfAll = Object.entries({
  ...securityHeaders,
  ...refusal.headers,
  "content-type": "application/json; charset=utf-8",
}).flat();

/** Made beforehand but for the id: at several times the load most of the work is this. */
function sendOverloaded(request: IncomingMessage, response: ServerResponse, endsConnection: boolean): void {
  const correlationId = requestIdOf(request);
  const text = textBefore + correlationId + textAfter;
  response.writeHead(refusal.status, [
    ...headOfAll,
    correlationHeader,
    correlationId,
    "content-length",
    String(text.length), // of characters that are a byte each
    ...(endsConnection ? ["connection", "close"] : []),
  ]);
  response.end(text);
}
