import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { apiNodeArguments } from "@vehicle-contracts/settings";
import type { Recording } from "../recording/recording.ts";
import { type Door, type DoorName, saysItsPort, startDoor } from "./door.ts";

const api = fileURLToPath(new URL("../../../../apps/api/src/main.ts", import.meta.url));
const bare = fileURLToPath(new URL("../bare/main.ts", import.meta.url));
const stock = fileURLToPath(new URL("../stock/main.ts", import.meta.url));

/** The API as it is delivered, on the database at that address. `profile`: a folder for what the CPU was spent on. */
export async function startApi(
  programUrl: string,
  folder: string,
  profile: string | null = null,
): Promise<Door> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PROGRAM_DATABASE_URL: programUrl,
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    JOBS: "off", // what is measured is the door
    ...{ ADMIN_URL: "http://127.0.0.1:3000", API_URL: url, API_PORT: String(port), HOST: "127.0.0.1" },
  };
  const profiling = profile === null ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  const nodeArgs = [...apiNodeArguments, ...profiling];
  return startDoor({ script: api, nodeArgs, env, log: path.join(folder, "api.log") }, async (child) => {
    while (child.exitCode === null) {
      const ready = await fetch(`${url}/readyz`).catch(() => null);
      if (ready?.ok) break;
      await wait(50);
    }
    return url;
  });
}

/** All servers that are measured, each in a process of its own. */
export async function startDoors(
  programUrl: string,
  recording: Recording,
  folder: string,
  profile: string | null,
): Promise<Record<DoorName, Door>> {
  const file = path.join(folder, "recording.json");
  await writeFile(file, JSON.stringify(recording), { mode: 0o600 });
  const env = { PROGRAM_DATABASE_URL: programUrl, RECORDING: file };
  const log = (name: string) => path.join(folder, `${name}.log`);
  const starting = [
    startApi(programUrl, folder, profile),
    startDoor({ script: stock, env, log: log("trpc-stock") }, saysItsPort),
    startDoor({ script: bare, env, log: log("bare") }, saysItsPort),
  ] as const;
  const settled = await Promise.allSettled(starting);
  const failed = settled.find(({ status }) => status === "rejected");
  if (failed) {
    for (const one of settled) if (one.status === "fulfilled") await one.value.stop();
    throw failed.status === "rejected" ? failed.reason : failed;
  }
  const [trpc, trpcStock, byHand] = await Promise.all(starting);
  return { trpc, "trpc-stock": trpcStock, bare: byHand };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number }; // of TCP
  server.close();
  await once(server, "close");
  return port;
}
