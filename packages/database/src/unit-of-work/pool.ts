import net from "node:net";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type PoolOptions = {
  /** Address of the database, as the program's role. */
  url: string;
  /** Connections at most. */
  max: number;
  applicationName: string;
  /** Whether an answer is waited for on any connection of the pool. */
  waiting: () => boolean;
  /** A connection that has been silent for so long, while an answer is waited for, is dropped. Milliseconds. */
  silenceMs: number;
};

/** Connections to one database. Nothing is retried: what fails is told to the caller. */
export function openPool({ url, max, applicationName, waiting, silenceMs }: PoolOptions): postgres.Sql {
  const options: postgres.Options<Record<string, never>> & { socket: SocketFactory } = {
    max,
    // Seconds. A job that is patient with answers also loads and computes much: its own thread may be what is late.
    connect_timeout: Math.max(5, silenceMs / 1_000),
    backoff: () => 0.25,
    idle_timeout: 60,
    // max_lifetime: the driver's own, 30 to 60 minutes, different for each connection.
    onnotice: () => {},
    connection: { application_name: applicationName, TimeZone: "UTC", DateStyle: "ISO" },
    socket: droppedWhenSilent(silenceMs, waiting),
  };
  const sql = postgres(url, options);
  // Drizzle tells its client, once it is given one, to hand dates and instants on as text: prepared statements need it too.
  drizzle({ client: sql });
  return sql;
}

type SocketFactory = (to: { host: string[]; port: number[]; path: string | false }) => net.Socket;

/**
 * The driver has no deadline of its own: on a frozen server or a dead network a query waits for ever, and its
 * connection with it. This drops such a connection, and all that waits on it rejects.
 *
 * Synchronous on purpose: a factory that rejects loses the place in the pool for good. A timer rather than the socket's
 * own time-out, because the driver removes all listeners when it turns to TLS.
 */
function droppedWhenSilent(milliseconds: number, waiting: () => boolean): SocketFactory {
  return ({ host: [host], port: [port], path }) => {
    const socket = path ? net.connect(path) : net.connect(port ?? 5432, host);
    // A flight may be written in pieces; without this the second waits until the first has been answered.
    socket.setNoDelay(true);
    let heard = socket.bytesRead;
    let since = performance.now();
    const timer = setInterval(() => {
      if (socket.destroyed) {
        clearInterval(timer);
      } else if (socket.bytesRead !== heard || !waiting()) {
        heard = socket.bytesRead;
        since = performance.now();
      } else if (performance.now() - since > milliseconds) {
        socket.destroy();
      }
    }, milliseconds / 10);
    timer.unref();
    return Object.assign(socket, { host }); // TLS takes the server's name from here
  };
}
