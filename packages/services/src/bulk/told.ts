import type { Contract, RevisionAction, RevisionActor, Used } from "@vehicle-contracts/contract-model";
import type { contractRevision } from "@vehicle-contracts/database";
import type { QuoteRow } from "../internal/refund-quote-row.ts";
import { changesBetween, hashOf } from "../internal/revisions.ts";
import type { UsageRow } from "../internal/usage-row.ts";

/** A contract as its steps leave it so far, and the rows beside its own. */
export type Told = {
  readonly contract: Contract;
  readonly used: Used;
  /** Each with the hash over its predecessor. */
  readonly revisions: readonly (typeof contractRevision.$inferSelect)[];
  /** In the order recorded. */
  readonly ledger: readonly UsageRow[];
  readonly quotes: readonly QuoteRow[];
};

type Entry = {
  action: RevisionAction;
  at: string;
  actor: RevisionActor;
  correlationId: string;
  reason?: string | null;
};

/** The contract changed to `after`, with the entry of its history. A change of nothing leaves neither. */
export function recorded(
  enterpriseId: string,
  { contract: before, revisions }: { contract: Contract | null; revisions: Told["revisions"] },
  { action, at, actor, correlationId, reason }: Entry,
  after: Contract,
): Pick<Told, "contract" | "revisions"> {
  const changes = changesBetween(before, after);
  if (before && changes.length === 0) return { contract: before, revisions };
  const link = {
    ...{ enterpriseId, contractId: after.contractId, version: after.version },
    ...{ revision: revisions.length + 1, action, at, actor, correlationId, reason: reason ?? null, changes },
    previousHash: revisions.at(-1)?.hash ?? null,
  };
  return { contract: after, revisions: [...revisions, { ...link, hash: hashOf(link) }] };
}
