import { once } from "node:events";
import net from "node:net";

/** A way to the database on which round trips are counted. */
export type CountedWay = {
  /** The database's address by this way. */
  url: string;
  /**
   * How often a client, with every answer it had asked for in hand, sent something and so waited once more, since the
   * last call of this. Signing in is not counted.
   */
  roundTrips(): number;
  close(): Promise<void>;
};

/**
 * Milliseconds that an answer is on its way: longer than a client takes to write a flight in several pieces, of which the
 * first would else be answered before the last is written.
 */
const distanceMs = 5;

const messageHeader = 5; // a letter, and the length of the rest, itself included
const letter = (text: string) => text.charCodeAt(0);
/** What the server answers with ReadyForQuery: a simple query, and the Sync that ends an extended one. */
const asks = new Set([letter("Q"), letter("S")]);
const readyForQuery = letter("Z");

/** Opens a way to the database at `url` (TCP, without TLS) that counts round trips at the protocol. */
export async function countedWay(url: string): Promise<CountedWay> {
  const { hostname, port } = new URL(url);
  let trips = 0;
  const door = net.createServer((client) => {
    const server = net.connect(Number(port), hostname);
    let signedIn = false;
    let unanswered = 0;
    const fromClient = messagesOf((type) => {
      if (!asks.has(type)) return;
      if (unanswered === 0) trips += 1;
      unanswered += 1;
    });
    const fromServer = messagesOf((type) => {
      if (type !== readyForQuery) return;
      if (signedIn) unanswered -= 1;
      signedIn = true;
    });
    client.on("data", (bytes) => {
      if (signedIn) fromClient(bytes);
      server.write(bytes);
    });
    server.on("data", (bytes) =>
      setTimeout(() => {
        fromServer(bytes);
        client.write(bytes);
      }, distanceMs),
    );
    for (const [end, other] of [
      [client, server],
      [server, client],
    ] as const) {
      end.on("close", () => other.destroy());
      end.on("error", () => other.destroy());
    }
  });
  await once(door.listen(0, "127.0.0.1"), "listening");
  const address = new URL(url);
  address.hostname = "127.0.0.1";
  address.port = String((door.address() as net.AddressInfo).port); // listens on TCP
  return {
    url: address.href,
    roundTrips() {
      const counted = trips;
      trips = 0;
      return counted;
    },
    async close() {
      door.close();
      await once(door, "close");
    },
  };
}

/** Takes bytes as they come and tells the letter of each whole message. */
function messagesOf(tell: (type: number) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      if (rest.length < messageHeader) return;
      const whole = 1 + rest.readInt32BE(1);
      if (rest.length < whole) return;
      tell(rest[0] ?? 0);
      rest = rest.subarray(whole);
    }
  };
}
