"use client";

import { useState } from "react";
import { newKey } from "../../../trpc/correlation.ts";
import { explain, problemOf } from "../../../trpc/errors.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { type JobUsage, usageOf, type Visit } from "../job-usage.ts";
import { useRecordUsage } from "../use-change-usage.ts";

/** What has become of an entry: it is in the ledger, or why not. */
export type Fate = { isRecorded: boolean; why: string | null };

/**
 * Records entries one after the other: what one of them is refused for keeps no other back. What is recorded stays so, and is
 * not sent again. `onEntered` is told the key of each that is in its ledger.
 */
export function useRecordJob(onEntered: (key: string) => void) {
  const [formKey] = useState(newKey);
  const [fates, setFates] = useState<ReadonlyMap<string, Fate>>(new Map());
  const [isPending, setPending] = useState(false);
  const { mutateAsync } = useRecordUsage();

  async function record(entry: JobUsage, visit: Visit): Promise<Fate> {
    const asked = { contractId: entry.contractId, usage: usageOf(entry, visit) };
    const idempotencyKey = idempotencyKeyOf(formKey, { entry: entry.key, ...asked });
    try {
      await mutateAsync({ idempotencyKey, ...asked });
      onEntered(entry.key);
      return { isRecorded: true, why: null };
    } catch (error) {
      const problem = problemOf(error);
      const faults = problem.fields.map(({ message }) => message).join(" ");
      return { isRecorded: false, why: faults || explain(problem).text };
    }
  }

  return {
    fates,
    isPending,
    /** Answers whether all of them are recorded. */
    async recordAll(entries: readonly JobUsage[], visit: Visit): Promise<boolean> {
      setPending(true);
      const all = new Map(fates);
      for (const entry of entries) {
        if (all.get(entry.key)?.isRecorded) continue;
        all.set(entry.key, await record(entry, visit));
        setFates(new Map(all));
      }
      setPending(false);
      return entries.every(({ key }) => all.get(key)?.isRecorded);
    },
  };
}
