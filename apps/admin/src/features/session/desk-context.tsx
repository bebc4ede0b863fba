"use client";

import type { Session } from "@vehicle-contracts/contract-model";
import { createContext, useContext } from "react";

export type StoreToday = Session["stores"][number];

export type DeskState = {
  session: Session;
  /** The granted stores, each with its date. */
  stores: readonly StoreToday[];
  /** The one chosen in the top bar; null for all. */
  store: StoreToday | null;
  /** Of the chosen store, else of the first granted one. `today` is `YYYY-MM-DD`. */
  today: string;
  unit: "KM" | "MI";
  currency: string;
  timeZone: string;
  chooseStore: (storeId: string | null) => void;
};

const DeskContext = createContext<DeskState | null>(null);

export const DeskProvider = DeskContext.Provider;

/** Who is signed in, and where they work. */
export function useDesk(): DeskState {
  const state = useContext(DeskContext);
  if (!state) throw new Error("The desk is asked for outside of the signed-in part of the app.");
  return state;
}
