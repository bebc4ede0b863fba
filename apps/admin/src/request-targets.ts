import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

type RequestStart = { request: Pick<IncomingMessage, "url"> };

/**
 * Next answers what asks for no path at all ("OPTIONS *", which HTTP allows) by a fault of its own. From now on it is
 * asked for a path where nothing is. On every request that a node:http server of this process receives, before any of
 * it is looked at.
 */
export function givePathToRequests(): void {
  // the channel's own message, by the documentation of Node
  subscribe("http.server.request.start", (message) => givePath((message as RequestStart).request));
}

export function givePath(request: RequestStart["request"]): void {
  if (request.url === undefined || /^(?:\/|https?:\/\/)/i.test(request.url)) return;
  request.url = "/not-found";
}
