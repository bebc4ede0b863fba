import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { tryPorts } from "./ports.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function taken(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

async function free(): Promise<number> {
  const port = await taken("127.0.0.1");
  const server = servers.pop();
  server?.close();
  return port;
}

test("free ports are left free", async () => {
  const wanted = { setting: "ADMIN_PORT", port: await free() } as const;
  await tryPorts("127.0.0.1", [wanted]);
  await expect(tryPorts("127.0.0.1", [wanted])).resolves.toBeUndefined();
});

test("a taken port is named with the setting that changes it; both, when both are taken", async () => {
  const [admin, api] = [await taken("127.0.0.1"), await taken("127.0.0.1")];
  const attempt = tryPorts("127.0.0.1", [
    { setting: "ADMIN_PORT", port: admin },
    { setting: "API_PORT", port: api },
  ]);
  await expect(attempt).rejects.toThrow(
    `Port ${admin} of 127.0.0.1 is taken by another program. End that program, or set ADMIN_PORT to a free port.\n` +
      `Port ${api} of 127.0.0.1 is taken by another program. End that program, or set API_PORT to a free port.`,
  );
});

test("an address that is not this machine's is a fault of HOST", async () => {
  await expect(tryPorts("192.0.2.1", [{ setting: "API_PORT", port: await free() }])).rejects.toThrow(
    'HOST is "192.0.2.1", which is no address of this machine',
  );
});
