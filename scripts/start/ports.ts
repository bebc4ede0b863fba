import { once } from "node:events";
import { createServer } from "node:net";
import { StartError } from "./start-error.ts";

export interface WantedPort {
  readonly setting: "ADMIN_PORT" | "API_PORT";
  readonly port: number;
}

function explain({ setting, port }: WantedPort, host: string, code: string): string {
  if (code === "EADDRINUSE") {
    return `Port ${port} of ${host} is taken by another program. End that program, or set ${setting} to a free port.`;
  }
  if (code === "EACCES")
    return `Port ${port} is kept for the administrator of this machine. Set ${setting} to one from 1024.`;
  return `HOST is "${host}", which is no address of this machine (${code}). Set it to one, such as 127.0.0.1.`;
}

async function faultOfListening(host: string, port: number): Promise<string | null> {
  const server = createServer();
  try {
    server.listen({ host, port, exclusive: true });
    await once(server, "listening");
    server.close();
    await once(server, "close");
    return null;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

/**
 * Listens on the ports for a moment, before anything else is started for nothing.
 *
 * @throws StartError with a sentence for each port that cannot be had
 */
export async function tryPorts(host: string, ports: readonly WantedPort[]): Promise<void> {
  const faults: string[] = [];
  for (const wanted of ports) {
    const fault = await faultOfListening(host, wanted.port);
    if (fault) faults.push(explain(wanted, host, fault));
    // "localhost" is ::1 first for most browsers: another program there would be met instead of ours.
    else if (host === "127.0.0.1" && (await faultOfListening("::1", wanted.port)) === "EADDRINUSE") {
      faults.push(explain(wanted, "localhost", "EADDRINUSE"));
    }
  }
  if (faults.length > 0) throw new StartError([...new Set(faults)].join("\n"));
}
