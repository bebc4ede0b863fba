import net from "node:net";
import type { Options, Scene, Stage } from "./stage.ts";

export const writeScenes = {
  async "a flight of several kilobytes"(stage: Stage) {
    let writes = 0;
    const socket = ({ host: [host], port: [port] }: { host: string[]; port: number[] }) => {
      const made = net.connect(port ?? 5432, host);
      const write = made.write.bind(made) as (...given: unknown[]) => boolean;
      made.write = (...given: unknown[]) => {
        writes += 1;
        return write(...given);
      };
      return Object.assign(made, { host });
    };
    // an option of the driver that its types lack
    const sql = stage.open({ socket } as Options);
    await sql.unsafe("select 1");
    writes = 0;
    const flight = Array.from({ length: 10 }, (_, n) =>
      sql.unsafe(`select ${n} as n /* ${"long ".repeat(100)} */`),
    );
    const answers = await Promise.all(flight);
    return { answers: answers.map(([row]) => row?.n), writes };
  },
} satisfies Record<string, Scene>;
