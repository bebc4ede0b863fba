import { createHash } from "node:crypto";
import type {
  Contract,
  FieldChange,
  Revision,
  RevisionAction,
  RevisionActor,
} from "@vehicle-contracts/contract-model";
import { contractRevision, type TenantTx } from "@vehicle-contracts/database";
import { and, desc, eq } from "drizzle-orm";
import { stringify } from "safe-stable-stringify";
import { type Actor, asRevisionActor } from "../actor.ts";

/** Fields of a contract that the history does not record: the key, what is derived, and what counts the changes. */
const unrecorded = new Set<string>(["contractId", "version", "effectiveStatus", "createdAt", "updatedAt"]);

/** The fields of a contract that its history records, with their values. */
export const recordedFields = (contract: Contract): [string, unknown][] =>
  Object.entries(contract).filter(([field]) => !unrecorded.has(field));

const same = (a: unknown, b: unknown) => stringify(a) === stringify(b);

/** A field's value as the history keeps it. A contract is plain JSON by its schema. */
const asJson = (value: unknown) => (value ?? null) as FieldChange["before"];

/** What changed between two states of a contract, by top-level field; `before` is null for a new one. */
export function changesBetween(before: Contract | null, after: Contract): FieldChange[] {
  return recordedFields(after)
    .map(([field, value]) => ({
      field,
      before: before === null ? null : asJson(Reflect.get(before, field)),
      after: asJson(value),
    }))
    .filter((change) => !same(change.before, change.after));
}

export type ChainLink = Omit<Revision, "actor"> & {
  contractId: string;
  enterpriseId: string;
  actor: RevisionActor;
};

/** SHA-256 over the whole entry and its predecessor's hash, keys in order, so that a changed or missing one shows. */
export const hashOf = (link: Omit<ChainLink, "hash">): string =>
  createHash("sha256")
    .update(
      String(
        stringify({
          enterpriseId: link.enterpriseId,
          contractId: link.contractId,
          revision: link.revision,
          version: link.version,
          action: link.action,
          at: link.at,
          actor: link.actor,
          correlationId: link.correlationId,
          reason: link.reason,
          changes: link.changes,
          previousHash: link.previousHash,
        }),
      ),
    )
    .digest("hex");

/**
 * Appends to the contract's history, in the transaction of the change. The caller holds the contract's row (its guarded
 * update or its insert), so two entries never take the same number.
 */
export async function recordRevision(
  tx: TenantTx,
  actor: Actor,
  entry: { action: RevisionAction; before: Contract | null; after: Contract; reason?: string | null },
): Promise<void> {
  const { after } = entry;
  const [last] = entry.before
    ? await tx
        .select({ revision: contractRevision.revision, hash: contractRevision.hash })
        .from(contractRevision)
        .where(
          and(
            eq(contractRevision.enterpriseId, actor.enterpriseId),
            eq(contractRevision.contractId, after.contractId),
          ),
        )
        .orderBy(desc(contractRevision.revision))
        .limit(1)
    : [];
  const link = {
    enterpriseId: actor.enterpriseId,
    contractId: after.contractId,
    revision: (last?.revision ?? 0) + 1,
    version: after.version,
    action: entry.action,
    at: tx.startedAt,
    actor: asRevisionActor(actor),
    correlationId: actor.correlationId,
    reason: entry.reason ?? null,
    changes: changesBetween(entry.before, after),
    previousHash: last?.hash ?? null,
  };
  await tx.insert(contractRevision).values({ ...link, hash: hashOf(link) });
}
