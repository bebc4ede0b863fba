import type { Trpc } from "../../trpc/trpc-types.ts";

/** Questions about refund rule sets, a function a question: the page asks them on the server, the screen in the browser. */

/** The newest version of each: there are tens of them at most. */
export const ruleSetList = (trpc: Trpc) => trpc.ruleSets.list.queryOptions({ limit: 200 });

/** All versions of one, the newest first. */
export const ruleSetVersions = (trpc: Trpc, code: string) =>
  trpc.ruleSets.list.queryOptions({ code, limit: 200 });
