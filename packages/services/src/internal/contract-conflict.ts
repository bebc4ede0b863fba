import type { ChangedSince, Contract } from "@vehicle-contracts/contract-model";
import { contractRevision, type TenantTx } from "@vehicle-contracts/database";
import { and, asc, eq, gt } from "drizzle-orm";
import type { ServiceError } from "../service-error.ts";
import { stale } from "./stale.ts";

/** STALE_VERSION for a contract that was read at `version`: what it is now, and each field's last change since. */
export async function contractConflict(
  tx: TenantTx,
  current: Contract,
  version: number,
): Promise<ServiceError> {
  const since = await tx
    .select()
    .from(contractRevision)
    .where(
      and(
        eq(contractRevision.enterpriseId, tx.enterpriseId),
        eq(contractRevision.contractId, current.contractId),
        gt(contractRevision.version, version),
      ),
    )
    .orderBy(asc(contractRevision.revision));
  const byField = new Map<string, ChangedSince>();
  for (const revision of since)
    for (const { field } of revision.changes)
      byField.set(field, { field, by: revision.actor, at: revision.at });
  return stale("contract", current, [...byField.values()]);
}
