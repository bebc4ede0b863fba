"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { HistoryVerdict } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useTRPC } from "../../../trpc/browser.tsx";
import { QueryBoundary } from "../../../trpc/query-boundary.tsx";
import { contractHistory } from "../queries.ts";
import { EntriesToCome } from "./entries-to-come.tsx";
import classes from "./history.module.css";
import { HistoryEntry } from "./history-entry.tsx";
import { useNames } from "./use-names.ts";

type HistoryPageProps = {
  contractId: string;
  cursor: string | null;
  timeZone: string;
  verdict: HistoryVerdict | null;
};

/** A page of the history and, once asked for, those before it. */
export function HistoryPage({ contractId, cursor, timeZone, verdict }: HistoryPageProps) {
  const trpc = useTRPC();
  const { data: page } = useSuspenseQuery(contractHistory(trpc, contractId, cursor));
  const names = useNames(page.items.flatMap(({ changes }) => changes));
  const [isOpen, setOpen] = useState(false);
  const earlier = (page.items.at(-1)?.revision ?? 1) - 1;
  return (
    <>
      <ol className={classes.entries}>
        {page.items.map((entry) => (
          <HistoryEntry
            key={entry.revision}
            entry={entry}
            names={names}
            timeZone={timeZone}
            broken={brokenAt(entry.revision, verdict)}
          />
        ))}
      </ol>
      {page.nextCursor !== null &&
        (isOpen ? (
          <QueryBoundary what="the earlier entries" fallback={<EntriesToCome />}>
            <HistoryPage
              contractId={contractId}
              cursor={page.nextCursor}
              timeZone={timeZone}
              verdict={verdict}
            />
          </QueryBoundary>
        ) : (
          <div className={classes.more}>
            <button type="button" className={classes.text} onClick={() => setOpen(true)}>
              Show earlier entries, {earlier} more
            </button>
          </div>
        ))}
    </>
  );
}

function brokenAt(revision: number, verdict: HistoryVerdict | null): "first" | "after" | null {
  const first = verdict?.firstBroken ?? null;
  if (first === null || revision < first) return null;
  return revision === first ? "first" : "after";
}
