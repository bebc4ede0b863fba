import type { Contract, HistoryVerdict, Revision } from "@vehicle-contracts/contract-model";
import type { contractRevision } from "@vehicle-contracts/database";
import { stringify } from "safe-stable-stringify";
import { hashOf, recordedFields } from "./revisions.ts";

type Entry = typeof contractRevision.$inferSelect;

/** A stored entry as the history shows it. */
export const toRevision = (row: Entry): Revision => ({
  revision: row.revision,
  version: row.version,
  action: row.action,
  at: row.at,
  actor: row.actor,
  correlationId: row.correlationId,
  reason: row.reason,
  changes: row.changes,
  hash: row.hash,
  previousHash: row.previousHash,
});

/**
 * Verifies a contract's whole chain, oldest entry first: numbers without a gap, each hash over its entry and its
 * predecessor's hash, the last version that of the contract (so that a removed last entry shows), and the values that
 * the entries end in those of the contract, whose times are those of its first and last entry (so that a contract changed
 * beside its history shows).
 */
export function verifyChain(contract: Contract, entries: readonly Entry[]): HistoryVerdict {
  const state = new Map<string, unknown>();
  let previousHash: string | null = null;
  let expected = 1;
  const broken = (revision: number): HistoryVerdict => ({
    intact: false,
    revisions: entries.length,
    firstBroken: revision,
  });
  for (const entry of entries) {
    const { hash, ...link } = entry;
    if (entry.revision !== expected || entry.previousHash !== previousHash || hashOf(link) !== hash)
      return broken(expected);
    for (const change of entry.changes) {
      if (stringify(change.before) !== stringify(state.get(change.field) ?? null)) return broken(expected);
      state.set(change.field, change.after);
    }
    previousHash = hash;
    expected += 1;
  }
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last || last.version !== contract.version) return broken(expected);
  const differs = recordedFields(contract).some(
    ([field, value]) => stringify(value ?? null) !== stringify(state.get(field) ?? null),
  );
  // What a reading, a holder's name or a plate changes beside the history is derived, and leaves the times alone.
  if (contract.createdAt !== first.at) return broken(first.revision);
  return differs || contract.updatedAt !== last.at
    ? broken(last.revision)
    : { intact: true, revisions: entries.length, firstBroken: null };
}
