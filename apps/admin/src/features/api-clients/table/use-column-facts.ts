"use client";

import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import type { ColumnFacts } from "./columns.tsx";

/** What the columns are told from: the reader's stores, clock and language. */
export function useColumnFacts(sought: string | null): ColumnFacts {
  const format = useFormat();
  const { timeZone, stores } = useDesk();
  return { sought, timeZone, stores, format };
}
