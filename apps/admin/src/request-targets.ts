import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";

type RequestStart = {
  request: Pick<IncomingMessage, "url" | "headers">;
  server: Pick<Server, "removeAllListeners">;
};

/** What Next's own script says that it shows, by which an answer leaves that out. */
const routerState = "next-router-state-tree";
/** Asks for a function of the server's by its id. This app has none. */
const action = "next-action";

/**
 * Requests that HTTP allows, and that Next in production has no answer for: one for no path at all ("OPTIONS *"), one with a
 * router's state that is none, and one for an action that is not there it answers by a fault of its own; one that would
 * change the protocol it leaves open for good. From now on the first asks for a path where nothing is, and the others are
 * ordinary requests. On every node:http server of this process, before any of a request is looked at.
 */
export function takeOddRequests(): void {
  // the channel's own message, by the documentation of Node
  subscribe("http.server.request.start", (message) => takeOddRequest(message as RequestStart));
}

export function takeOddRequest({ request, server }: RequestStart): void {
  // without a listener Node takes what asks for another protocol as what it is in this one
  if (process.env.NODE_ENV === "production") server.removeAllListeners("upgrade");
  if (request.url !== undefined && !/^(?:\/|https?:\/\/)/i.test(request.url)) request.url = "/not-found";
  delete request.headers[action];
  if (!isRouterState(request.headers[routerState])) delete request.headers[routerState];
}

/** Whether Next itself can read it. */
function isRouterState(header: string | string[] | undefined): boolean {
  try {
    return parseAndValidateFlightRouterState(header) !== undefined;
  } catch {
    return false;
  }
}
