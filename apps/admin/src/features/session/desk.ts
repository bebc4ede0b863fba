import "server-only";
import type { Session } from "@vehicle-contracts/contract-model";
import { cookies } from "next/headers";
import { cache } from "react";
import { need, trpc } from "../../trpc/server.tsx";
import { storeCookie } from "./store-choice.ts";

export type StoreToday = Session["stores"][number];
export type Desk = { session: Session; store: StoreToday | null };

/**
 * Who asks for the page, and in which store they work (null: in all). Every page awaits it itself: a layout is not
 * rendered again on each navigation. Sends a stranger to the sign-in page.
 */
export const desk = cache(async (): Promise<Desk> => {
  const session = await need(trpc.session.me.queryOptions());
  const chosen = (await cookies()).get(storeCookie)?.value;
  const [only] = session.stores;
  const store = session.stores.find((candidate) => candidate.storeId === chosen) ?? null;
  return { session, store: session.stores.length === 1 && only ? only : store };
});
