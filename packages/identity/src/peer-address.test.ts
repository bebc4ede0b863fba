import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { addressOfHeaders, callerAddress, proxyList, stampPeerAddress } from "./peer-address.ts";

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

test("without proxies of ours the socket's peer is the caller, whatever the headers say", () => {
  expect(callerAddress("203.0.113.9", "192.0.2.1", proxyList([]))).toBe("203.0.113.9");
});

test("behind a proxy of ours the nearest foreign hop is the caller, not what the caller wrote left of it", () => {
  const proxies = proxyList(["10.0.0.0/8", "::1"]);
  expect(callerAddress("10.1.1.1", "192.0.2.66, 203.0.113.9, 10.2.2.2", proxies)).toBe("203.0.113.9");
  expect(callerAddress("::ffff:10.1.1.1", "203.0.113.9", proxies)).toBe("203.0.113.9");
  expect(callerAddress("10.1.1.1", "not an address", proxies)).toBe("10.1.1.1");
});

test("a range that is none is refused with its text", () => {
  expect(() => proxyList(["localhost"])).toThrow("localhost");
});

test("without a stamp an address is not known, whatever is forwarded", () => {
  expect(addressOfHeaders(new Headers({ "x-forwarded-for": "192.0.2.1" }))).toBe("unknown");
});

/** The address by which a server of this process knows a caller that says all it can to seem another. */
async function knownAddress(trustedProxies: readonly string[]): Promise<string> {
  cleanUp.push(stampPeerAddress(trustedProxies));
  const server = createServer((request, response) => {
    const headers = new Headers(
      Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
    );
    response.end(addressOfHeaders(headers));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanUp.push(() => server.close());
  // A server that listens on TCP answers an address with a port.
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    headers: { "x-peer-address": "192.0.2.1", "x-forwarded-for": "192.0.2.1" },
  });
  return response.text();
}

test("a server's requests carry the peer's address, and a caller cannot write it", async () => {
  expect(await knownAddress([])).toBe("127.0.0.1");
});

test("what a proxy of ours forwards is the caller's address", async () => {
  expect(await knownAddress(["127.0.0.0/8"])).toBe("192.0.2.1");
});
