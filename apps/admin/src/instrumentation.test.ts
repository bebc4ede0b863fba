import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";
import { register } from "./instrumentation.ts";

test("sign-in's limits go by the address that a proxy of ours forwards", async () => {
  const settings = {
    PROGRAM_DATABASE_URL: "postgres://program:p@127.0.0.1:5432/register",
    AUTH_SECRET: "s".repeat(32),
    ADMIN_URL: "http://localhost:3000",
    API_URL: "http://localhost:4000",
    TRUSTED_PROXIES: "127.0.0.1",
    NEXT_RUNTIME: "nodejs",
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  await register();
  const server = createServer(({ headers }, response) => response.end(headers["x-peer-address"]));
  await once(server.listen(0, "127.0.0.1"), "listening");
  // a server that listens on TCP answers an address with a port
  const { port } = server.address() as AddressInfo;
  const headers = { "x-forwarded-for": "203.0.113.1, 192.0.2.7" };
  const answer = await fetch(`http://127.0.0.1:${port}`, { headers });
  expect(await answer.text()).toBe("192.0.2.7");
  server.close();
}, 60_000);
