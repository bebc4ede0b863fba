import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test, vi } from "vitest";
import { takeOddRequest, takeOddRequests } from "./request-targets.ts";

afterEach(() => vi.unstubAllEnvs());

test("what asks for no path asks for one where nothing is; every other request stays as it came", () => {
  const asked = (url: string) => {
    const request = { url, headers: {} };
    takeOddRequest({ request, server: createServer() });
    return request.url;
  };
  expect(asked("*")).toBe("/not-found");
  expect(asked("evil.example:443")).toBe("/not-found");
  expect(asked("")).toBe("/not-found");
  for (const own of ["/", "/contracts?q=*", "//evil.example", "http://localhost:3000/"])
    expect(asked(own)).toBe(own);
});

test("a router's state that is none, and an action, are not heard of; a state of Next's own script is", () => {
  const heard = (headers: Record<string, string>) => {
    const request = { url: "/contracts", headers: { ...headers } };
    takeOddRequest({ request, server: createServer() });
    return request.headers;
  };
  const state = encodeURIComponent(JSON.stringify(["", { children: ["contracts", {}] }]));
  expect(heard({ rsc: "1", "next-router-state-tree": state })).toEqual({
    rsc: "1",
    "next-router-state-tree": state,
  });
  for (const none of ["%5B%5D", "zz%", "", "null", `${state}, ${state}`])
    expect(heard({ rsc: "1", "next-router-state-tree": none })).toEqual({ rsc: "1" });
  expect(heard({ "next-action": "0".repeat(42) })).toEqual({});
});

test("who asks for another protocol is answered in this one, also where somebody would have kept the line open", async () => {
  vi.stubEnv("NODE_ENV", "production");
  takeOddRequests();
  const server = createServer((request, response) => response.end(`asked ${request.url}`));
  server.on("upgrade", () => {});
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo; // one that listens on TCP has a port
  expect(await (await fetch(`http://127.0.0.1:${port}/first`)).text()).toBe("asked /first");
  const socket = connect(port, "127.0.0.1");
  socket.end("GET /x HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n");
  expect(await text(socket)).toContain("asked /x");
  server.closeAllConnections();
  server.close();
});
