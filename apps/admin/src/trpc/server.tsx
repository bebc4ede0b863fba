import "server-only";
import { dehydrate, type FetchQueryOptions, HydrationBoundary, type QueryKey } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { appRouter, problemOf } from "@vehicle-contracts/trpc-router";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { routes } from "../routes.ts";
import { pathHeader } from "../security-headers.ts";
import { pageFault } from "./page-fault.ts";
import { makeQueryClient } from "./query-client.ts";
import { requestContext, requestCorrelationId } from "./request-context.ts";
import type { Trpc } from "./trpc-types.ts";

const queryClient = cache(makeQueryClient);

/** The procedures as query options, called in this process: for pages. */
export const trpc: Trpc = createTRPCOptionsProxy({ ctx: requestContext, router: appRouter, queryClient });

/** Starts a question and does not wait: the answer arrives with the stream. A failure is shown by the panel that asks. */
export function prefetch<Data, Fails, Out, Key extends QueryKey>(
  options: FetchQueryOptions<Data, Fails, Out, Key>,
): void {
  void queryClient().prefetchQuery(options);
}

/** Awaits what names the next questions. Null where it fails: the panel that asks it says so. */
export const ask = <Data, Fails, Out, Key extends QueryKey>(
  options: FetchQueryOptions<Data, Fails, Out, Key>,
): Promise<Out | null> =>
  queryClient()
    .fetchQuery(options)
    .catch(() => null);

/**
 * Awaits what a page cannot do without: NOT_FOUND is answered as 404, FORBIDDEN as 403, UNAUTHENTICATED by the sign-in
 * page; anything else goes to the error boundary.
 */
export async function need<Data, Fails, Out, Key extends QueryKey>(
  options: FetchQueryOptions<Data, Fails, Out, Key>,
): Promise<Out> {
  try {
    return await queryClient().fetchQuery(options);
  } catch (error) {
    const problem = problemOf(error, await requestCorrelationId());
    if (problem.code === "NOT_FOUND" || problem.code === "INVALID") notFound();
    if (problem.code === "FORBIDDEN") forbidden();
    if (problem.code === "UNAUTHENTICATED") redirect(routes.signIn(await ownAddress()));
    throw pageFault(problem, error);
  }
}

/** For what a page awaits that is no question of the procedures: gives what it rejects with to the error boundary. */
export async function failPage(error: unknown): Promise<never> {
  throw pageFault(problemOf(error, await requestCorrelationId()), error);
}

/** The path of the page being rendered, for the way back. */
async function ownAddress(): Promise<string> {
  const [path = "/", search = ""] = ((await headers()).get(pathHeader) ?? "/").split("?");
  const params = new URLSearchParams(search);
  // Next's own, of a navigation in the browser
  params.delete("_rsc");
  return params.size > 0 ? `${path}?${params}` : path;
}

/** Hands what was asked on the server to the browser's cache. */
export const Hydrate = ({ children }: { children: ReactNode }) => (
  <HydrationBoundary state={dehydrate(queryClient())}>{children}</HydrationBoundary>
);
