import { request } from "node:http";
import { connect } from "node:net";

/** A request that nobody means well by. */
export type Shot = {
  /** What is tried, for the counts. */
  kind: string;
  /** The program's address, without a path. */
  at: string;
} & (
  | { method: string; path: string; headers: Record<string, string>; body: string | Buffer | null }
  /** Bytes as they are, on a connection that is then ended from our side. */
  | { bytes: Buffer }
);

export type Answer = {
  /** Null where the other end closed without a word, which is an answer to what is no HTTP. */
  status: number | null;
  body: string;
};

export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** Sends it and waits for the whole answer. Rejects with NoAnswer after so many milliseconds. */
export function answerTo(shot: Shot, deadlineMs: number): Promise<Answer> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new NoAnswer(`no answer within ${deadlineMs} ms`)), deadlineMs);
  const sent = "bytes" in shot ? sendBytes(shot.at, shot.bytes) : send(shot);
  return Promise.race([sent.answer, late.promise]).finally(() => {
    clearTimeout(timer);
    sent.giveUp();
  });
}

type Sent = { answer: Promise<Answer>; giveUp(): void };

function send(shot: Exclude<Shot, { bytes: Buffer }>): Sent {
  const { hostname, port } = new URL(shot.at);
  const { method, path, headers, body } = shot;
  const answer = Promise.withResolvers<Answer>();
  const asked = request({ hostname, port, method, path, headers, agent: false }, (response) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("error", () => answer.resolve({ status: response.statusCode ?? null, body: "" }));
    response.on("end", () =>
      answer.resolve({ status: response.statusCode ?? null, body: Buffer.concat(chunks).toString() }),
    );
  });
  // Refused before all of it was sent: what came before that is the answer.
  asked.on("error", () => answer.resolve({ status: null, body: "" }));
  asked.end(body ?? undefined);
  return { answer: answer.promise, giveUp: () => asked.destroy() };
}

function sendBytes(at: string, bytes: Buffer): Sent {
  const { hostname, port } = new URL(at);
  const answer = Promise.withResolvers<Answer>();
  const socket = connect({ host: hostname, port: Number(port) }, () => socket.end(bytes));
  let said = "";
  socket.on("data", (chunk: Buffer) => {
    said += chunk.toString("latin1");
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    const statuses = [...said.matchAll(/^HTTP\/1\.[01] (\d{3})/gm)].map(([, status]) => Number(status));
    answer.resolve({ status: statuses.length > 0 ? Math.max(...statuses) : null, body: said });
  });
  return { answer: answer.promise, giveUp: () => socket.destroy() };
}
