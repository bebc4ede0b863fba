import { Agent, request } from "node:http";
import type { Operation, Outcome } from "../history/operation.ts";
import { outcomeOfAnswer } from "./caller.ts";

export type Call = Pick<Operation, "kind" | "mark"> & { path: string; body: string };

/** How a request ended. It starts at the moment at which it was to be sent. */
export type Reply = Operation & {
  /** 0: no answer. */
  status: number;
  retryAfter: string | null;
};

/** Connections that are kept, as programs keep theirs; where more are needed, more are opened. */
const connections = 500;

/** Requests over as many connections as it takes: who offers a load does not wait for its answers. */
export function openDoor(url: string, token: string) {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: connections });
  const { hostname, port } = new URL(url);
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };

  const send = ({ kind, mark, path, body }: Call, start: number, method = "POST"): Promise<Reply> =>
    new Promise((resolve) => {
      const ended = (status: number, retryAfter: string | null, outcome: Outcome) =>
        resolve({ kind, mark, start, end: performance.now(), outcome, status, retryAfter });
      const lost = () => ended(0, null, { kind: "unknown" });
      const options = { agent, hostname, port, path, method };
      const asked = request({
        ...options,
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
      });
      asked.once("error", lost);
      asked.once("response", (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (piece: string) => {
          text += piece;
        });
        response.once("error", lost);
        response.once("end", () => {
          const isJson = response.headers["content-type"]?.startsWith("application/json");
          const retryAfter = response.headers["retry-after"] ?? null;
          ended(response.statusCode ?? 0, retryAfter, outcomeOfAnswer(isJson ? JSON.parse(text) : null));
        });
      });
      asked.end(body);
    });

  return {
    /** Opens the connections by asking for what costs nothing. */
    async connect() {
      const call: Call = { kind: "read", mark: null, path: "/healthz", body: "" };
      await Promise.all(Array.from({ length: connections }, () => send(call, performance.now(), "GET")));
    },
    send: (call: Call) => send(call, performance.now()),
    /** One after the other by each of so many clients, for so long. */
    async closedLoop(clients: number, milliseconds: number, call: () => Call): Promise<Reply[]> {
      const until = performance.now() + milliseconds;
      const replies: Reply[] = [];
      const client = async () => {
        while (performance.now() < until) replies.push(await send(call(), performance.now()));
      };
      await Promise.all(Array.from({ length: clients }, client));
      return replies;
    },
    /** At a rate, whatever comes back; resolves once the last answer is there. */
    async openLoop(perSecond: number, milliseconds: number, call: () => Call): Promise<Reply[]> {
      const begun = performance.now();
      const everyMs = 1_000 / perSecond;
      const total = Math.round(milliseconds / everyMs);
      const replies: Promise<Reply>[] = [];
      await new Promise<void>((resolve) => {
        const tick = setInterval(() => {
          const due = Math.min(total, Math.floor((performance.now() - begun) / everyMs) + 1);
          while (replies.length < due) replies.push(send(call(), begun + replies.length * everyMs));
          if (due < total) return;
          clearInterval(tick);
          resolve();
        }, 1);
      });
      return Promise.all(replies);
    },
    close: () => agent.destroy(),
  };
}
