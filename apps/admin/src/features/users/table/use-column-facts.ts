"use client";

import { instantText, Temporal } from "@vehicle-contracts/contract-rules/temporal";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import type { ColumnFacts } from "./columns.tsx";

/** The point in time (RFC 3339) at which the cache was given an answer. */
export const readAt = (milliseconds: number): string =>
  instantText(Temporal.Instant.fromEpochMilliseconds(milliseconds));

/** What the columns are told from: the reader, their stores, clock and language. */
export function useColumnFacts(sought: string, dataUpdatedAt: number): ColumnFacts {
  const format = useFormat();
  const { timeZone, stores, session } = useDesk();
  return { sought, now: readAt(dataUpdatedAt), timeZone, stores, selfId: session.user.userId, format };
}
