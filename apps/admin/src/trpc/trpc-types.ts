import type { inferRouterInputs } from "@trpc/server";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@vehicle-contracts/trpc-router";

/** What the functions of `queries.ts` take: the server's and the browser's are the same to them. */
export type Trpc = TRPCOptionsProxy<AppRouter>;
export type Inputs = inferRouterInputs<AppRouter>;
