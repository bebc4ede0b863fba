import type { Inputs, Trpc } from "../../trpc/trpc-types.ts";

/** Questions about plans, a function a question: the page asks them on the server, the screen in the browser. */

export type PlanQuestion = Pick<Inputs["plans"]["list"], "search">;

/** Rows of a page of the list: most groups have one page. */
const rowsOfPage = 50;

/** A page of plans by name: the first where `cursor` is null. */
export const planList = (trpc: Trpc, question: PlanQuestion, cursor: string | null = null) =>
  trpc.plans.list.queryOptions({ ...question, cursor, limit: rowsOfPage });

/** A version of a plan; null is the one that is sold. */
export const planVersion = (trpc: Trpc, code: string, version: number | null) =>
  trpc.plans.get.queryOptions({ code, version });

/** The rule sets that a refund can go by, the newest version of each. */
export const ruleSetChoices = (trpc: Trpc) => trpc.ruleSets.list.queryOptions({ limit: 200 });

/** The version that the address names: `?version=3`; null where it names none. */
export function versionNamed(text: string | string[] | undefined): number | null {
  const version = typeof text === "string" && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
  return version;
}
