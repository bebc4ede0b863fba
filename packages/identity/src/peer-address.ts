import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** The header that `stampPeerAddress` writes; whatever a caller sends in it is overwritten. */
export const peerAddressHeader = "x-peer-address";

/** Addresses or CIDR ranges of the proxies before us, such as `10.0.0.0/8`. Throws on what is neither. */
export function proxyList(trustedProxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of trustedProxies) {
    const [address = "", prefix] = entry.split("/");
    const family = familyOf(address);
    if (family === null) throw new Error(`Not an address or a range of addresses: ${entry}.`);
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/**
 * Who is at the other end: the peer of the socket, or, where the peer is a proxy of ours, the nearest address of
 * `x-forwarded-for` that is not one. What stands further left was written by the caller and is not believed.
 */
export function callerAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  proxies: BlockList,
): string {
  let address = plain(peer ?? "");
  const hops = (forwardedFor ?? "").split(",").map((hop) => plain(hop.trim()));
  while (isOneOf(address, proxies)) {
    const hop = hops.pop();
    if (hop === undefined || familyOf(hop) === null) return address;
    address = hop;
  }
  return address;
}

type RequestStart = { request: IncomingMessage };

/**
 * Writes the caller's address into a header of every request that a node:http server of this process receives, before
 * any of it is looked at. For servers such as Next's, which show route handlers headers alone and let a caller's own
 * `x-forwarded-for` stand. Answers the way back.
 */
export function stampPeerAddress(trustedProxies: readonly string[] = []): () => void {
  const proxies = proxyList(trustedProxies);
  const stamp = (message: unknown) => {
    // The type of the channel "http.server.request.start", by Node's documentation.
    const { request } = message as RequestStart;
    const forwarded = request.headers["x-forwarded-for"];
    request.headers[peerAddressHeader] = callerAddress(
      request.socket.remoteAddress,
      Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
      proxies,
    );
  };
  subscribe("http.server.request.start", stamp);
  return () => unsubscribe("http.server.request.start", stamp);
}

/** What stands for the address of a request on which none was stamped. */
export const unknownAddress = "unknown";

/** The address that was stamped on a request; `unknownAddress` without one. */
export function addressOfHeaders(headers: Headers): string {
  const stamped = headers.get(peerAddressHeader);
  return stamped && familyOf(plain(stamped)) !== null ? plain(stamped) : unknownAddress;
}

/** An IPv4 address that came through an IPv6 socket is the same address. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");

const familyOf = (address: string): "ipv4" | "ipv6" | null => {
  const version = isIP(address);
  return version === 4 ? "ipv4" : version === 6 ? "ipv6" : null;
};

const isOneOf = (address: string, list: BlockList): boolean => {
  const family = familyOf(address);
  return family !== null && list.check(address, family);
};
