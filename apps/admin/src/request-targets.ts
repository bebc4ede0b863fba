import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server } from "node:http";

type RequestStart = { request: Pick<IncomingMessage, "url">; server: Pick<Server, "removeAllListeners"> };

/**
 * Two requests that HTTP allows, and that Next in production has no answer for: one for no path at all ("OPTIONS *") it
 * answers by a fault of its own, and one that would change the protocol it leaves open for good. From now on the first
 * asks for a path where nothing is, and the second is an ordinary request. On every node:http server of this process,
 * before any of a request is looked at.
 */
export function takeOddRequests(): void {
  // the channel's own message, by the documentation of Node
  subscribe("http.server.request.start", (message) => takeOddRequest(message as RequestStart));
}

export function takeOddRequest({ request, server }: RequestStart): void {
  // without a listener Node takes what asks for another protocol as what it is in this one
  if (process.env.NODE_ENV === "production") server.removeAllListeners("upgrade");
  if (request.url !== undefined && !/^(?:\/|https?:\/\/)/i.test(request.url)) request.url = "/not-found";
}
