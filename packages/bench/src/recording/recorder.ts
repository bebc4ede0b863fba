import { once } from "node:events";
import net from "node:net";
import { fieldsOf, type Message, messagesOf } from "./wire.ts";

/** A statement as it was sent, with its rows. */
export type Sent = {
  /** Which connection it went over. */
  connection: number;
  text: string;
  /** Null: sent without parameters and plan (it may be several statements). */
  values: (string | null)[] | null;
  rows: (string | null)[][];
};

/** All statements of a while, and how often the program sent something and waited for what came back. */
export type Recorded = { sent: Sent[]; roundTrips: number };

export type Recorder = {
  /** The database's address, by way of the recorder. */
  url: string;
  /** What is sent while `work` runs. */
  during(work: () => Promise<unknown>): Promise<Recorded>;
  close(): Promise<void>;
};

/** Stands between a program and its database, and notes what the program sends. Rows must come as text. */
export async function openRecorder(databaseUrl: string): Promise<Recorder> {
  const target = new URL(databaseUrl);
  const sockets = new Set<net.Socket>();
  let sent: Sent[] = [];
  let roundTrips = 0;
  let connections = 0;
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname);
    const session = sessionOf(connections, (statement) => sent.push(statement));
    connections += 1;
    let isAnswered = true;
    const fromClient = messagesOf(true, session.fromClient);
    const fromServer = messagesOf(false, session.fromServer);
    client.on("data", (chunk) => {
      if (isAnswered) roundTrips += 1;
      isAnswered = false;
      fromClient(chunk);
      upstream.write(chunk);
    });
    upstream.on("data", (chunk) => {
      isAnswered = true;
      fromServer(chunk);
      client.write(chunk);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.port = String((server.address() as net.AddressInfo).port); // of TCP
  return {
    url: url.href,
    async during(work) {
      sent = [];
      roundTrips = 0;
      await work();
      return { sent, roundTrips };
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** What is known of one connection: its prepared statements, and what is still to be answered. */
function sessionOf(connection: number, note: (statement: Sent) => void) {
  const prepared = new Map<string, string>();
  const unanswered: Sent[] = [];
  const send = (text: string, values: Sent["values"]) => {
    const statement: Sent = { connection, text, values, rows: [] };
    unanswered.push(statement);
    note(statement);
  };
  return {
    fromClient({ kind, body }: Message): void {
      const fields = fieldsOf(body);
      if (kind === "Q") send(fields.text(), null);
      if (kind === "P") prepared.set(fields.text(), fields.text());
      if (kind === "B") {
        fields.text(); // the portal
        const text = prepared.get(fields.text()) ?? "";
        for (let formats = fields.int16(); formats > 0; formats -= 1) fields.int16();
        send(
          text,
          Array.from({ length: fields.int16() }, () => fields.value()),
        );
      }
    },
    fromServer({ kind, body }: Message): void {
      const [first] = unanswered;
      if (!first) return;
      const fields = fieldsOf(body);
      if (kind === "D") first.rows.push(Array.from({ length: fields.int16() }, () => fields.value()));
      // A statement ends with its command; several that were sent as one text, when the server is ready again.
      const ended = first.values === null ? kind === "Z" : kind === "C" || kind === "E";
      if (ended) unanswered.shift();
    },
  };
}
