import { createHash } from "node:crypto";
import type {
  Contract,
  FieldChange,
  Revision,
  RevisionAction,
  RevisionActor,
} from "@vehicle-contracts/contract-model";
import { contractRevision, prepared, preparedInsert, type TenantTx } from "@vehicle-contracts/database";
import { and, desc, eq, sql } from "drizzle-orm";
import { stringify } from "safe-stable-stringify";
import { type Actor, asRevisionActor } from "../actor.ts";

/** Fields of a contract that the history does not record: the key, what is derived, and what counts the changes. */
const unrecorded = new Set<string>([
  "contractId",
  "version",
  "effectiveStatus",
  "remaining",
  "createdAt",
  "updatedAt",
]);

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

const insert = preparedInsert("insert_revision", contractRevision);
const newest = prepared("newest_revision", (db) =>
  db
    .select({ revision: contractRevision.revision, hash: contractRevision.hash })
    .from(contractRevision)
    .where(
      and(
        eq(contractRevision.enterpriseId, sql.placeholder("enterpriseId")),
        eq(contractRevision.contractId, sql.placeholder("contractId")),
      ),
    )
    .orderBy(desc(contractRevision.revision))
    .limit(1),
);

/** The last entry of a contract's history, which the next one goes on from. */
export type NewestRevision = { readonly revision: number; readonly hash: string };

/** To be asked once the contract's row is held (its guarded update), so that two entries never take the same number. */
export const newestRevision = async (tx: TenantTx, contractId: string): Promise<NewestRevision | undefined> =>
  (await newest(tx, { contractId }))[0];

/** Appends to the contract's history, in the transaction of the change. `newest` is undefined for a new contract. */
export async function recordRevision(
  tx: TenantTx,
  actor: Actor,
  newest: NewestRevision | undefined,
  entry: { action: RevisionAction; before: Contract | null; after: Contract; reason?: string | null },
): Promise<void> {
  const { after } = entry;
  const link = {
    enterpriseId: actor.enterpriseId,
    contractId: after.contractId,
    revision: (newest?.revision ?? 0) + 1,
    version: after.version,
    action: entry.action,
    at: tx.startedAt,
    actor: asRevisionActor(actor),
    correlationId: actor.correlationId,
    reason: entry.reason ?? null,
    changes: changesBetween(entry.before, after),
    previousHash: newest?.hash ?? null,
  };
  await insert(tx, { ...link, hash: hashOf(link) });
}
