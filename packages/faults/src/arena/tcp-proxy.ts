import { once } from "node:events";
import net from "node:net";

/** A wire between the API and its database that can be cut, slowed and silenced. */
export type TcpProxy = {
  readonly port: number;
  /** Ends every connection at once. */
  cut(): void;
  /** What is asked still arrives; where an answer comes back, the connection ends in its place. */
  cutAtAnswers(): void;
  /** Connections are refused from now on, those that are open end. `restore` takes it back. */
  refuse(): void;
  /** Nothing arrives any more, and nobody is told. `restore` takes it back; what was silent ends then. */
  silence(): void;
  /** Each piece is late by as many milliseconds as are asked for it. `restore` takes it back. */
  slow(delay: () => number): void;
  restore(): void;
  close(): Promise<void>;
};

type Wire = { end(): void; doomed: boolean; loseAnswer: boolean };

export async function openTcpProxy(toPort: number): Promise<TcpProxy> {
  const wires = new Set<Wire>();
  let mode: "open" | "refuse" | "silence" = "open";
  let delay: (() => number) | null = null;

  /** Pieces leave in the order they came, each when its time is up. */
  function forward(wire: Wire, from: net.Socket, to: net.Socket, isAnswer: boolean) {
    const late: Buffer[] = [];
    let leavesAt = 0;
    const leave = (piece: Buffer | undefined) => {
      if (piece && to.writable) to.write(piece);
    };
    from.on("data", (piece: Buffer) => {
      if (mode === "silence") wire.doomed = true;
      if (wire.doomed) return;
      if (isAnswer && wire.loseAnswer) return wire.end();
      if (!delay && late.length === 0) return leave(piece);
      const now = performance.now();
      leavesAt = Math.max(leavesAt, now + (delay?.() ?? 0));
      late.push(piece);
      setTimeout(() => leave(late.shift()), leavesAt - now);
    });
    from.once("close", () => wire.end());
    from.on("error", () => wire.end());
  }

  const server = net.createServer((near) => {
    if (mode === "refuse") return void near.destroy();
    const far = net.connect(toPort, "127.0.0.1");
    const wire: Wire = {
      doomed: false,
      loseAnswer: false,
      end() {
        wires.delete(wire);
        near.destroy();
        far.destroy();
      },
    };
    wires.add(wire);
    near.setNoDelay(true);
    far.setNoDelay(true);
    forward(wire, near, far, false);
    forward(wire, far, near, true);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A TCP server has no port.");
  const cut = () => {
    for (const wire of [...wires]) wire.end();
  };
  return {
    port: address.port,
    cut,
    cutAtAnswers() {
      for (const wire of wires) wire.loseAnswer = true;
    },
    refuse() {
      mode = "refuse";
      cut();
    },
    silence() {
      mode = "silence";
    },
    slow(given) {
      delay = given;
    },
    restore() {
      mode = "open";
      delay = null;
      for (const wire of [...wires]) if (wire.doomed) wire.end();
    },
    async close() {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
