import { missingName, type Party, type UpdateParty } from "@vehicle-contracts/contract-model";
import { contract, party, type TenantTx } from "@vehicle-contracts/database";
import { and, eq } from "drizzle-orm";
import { type Actor, asRevisionActor, requireAnyStore, requireRole } from "../actor.ts";
import { changedOnly } from "../internal/changed-only.ts";
import { consentRecordAfter } from "../internal/consent-record.ts";
import { givenOnly } from "../internal/given-only.ts";
import { holdContracts } from "../internal/hold-contracts.ts";
import { partyFields } from "../internal/party-fields.ts";
import { partyAt, toParty } from "../internal/party-row.ts";
import { partyTerms, replaceTerms, rowWords, termKind } from "../internal/search-terms.ts";
import { stale } from "../internal/stale.ts";
import { ServiceError } from "../service-error.ts";

/**
 * Changes only what is given, each field whole: a channel that a given consent leaves out is no. Takes an advisor and the
 * version that was read. Each channel that changes keeps when, by whom and how. A new name is found at once, on the
 * contracts held too. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID (no name left).
 */
export async function updateParty(
  tx: TenantTx,
  actor: Actor,
  input: UpdateParty,
): Promise<{ party: Party; warnings: never[] }> {
  requireRole(actor, "advisor");
  requireAnyStore(actor);
  const before = await partyAt(tx, input.partyId);
  if (before.version !== input.version) throw stale("party", before);
  const merged = { ...before, ...givenOnly(input.changes) };
  const missing = missingName(merged);
  if (missing)
    throw new ServiceError({
      code: "INVALID",
      message: missing.message,
      fields: [{ ...missing, code: "MISSING" }],
    });
  const after = partyFields(merged);
  if (Object.keys(changedOnly(before, { ...after, sortName: undefined })).length === 0)
    return { party: before, warnings: [] };
  const entry = { at: tx.startedAt, by: asRevisionActor(actor), source: input.consentSource ?? null };
  const consentRecord = consentRecordAfter(before, after.consent, entry);
  const [row] = await tx
    .update(party)
    .set({ ...after, consentRecord, version: input.version + 1, updatedAt: tx.startedAt })
    .where(
      and(
        eq(party.enterpriseId, tx.enterpriseId),
        eq(party.partyId, input.partyId),
        eq(party.version, input.version),
      ),
    )
    .returning();
  if (!row) throw stale("party", await partyAt(tx, input.partyId));
  if (row.name !== before.name) {
    await replaceTerms(tx, row.partyId, [termKind.name], partyTerms(before), partyTerms(row));
    await renameHolder(tx, row);
  }
  return { party: toParty(row), warnings: [] };
}

/** Carries a new name to the contracts that the party holds, for sorting and search. */
async function renameHolder(tx: TenantTx, holder: { partyId: string; name: string; sortName: string }) {
  const held = await holdContracts(tx, eq(contract.holderId, holder.partyId));
  for (const row of held)
    await tx
      .update(contract)
      .set({ holderSort: holder.sortName, words: rowWords(holder.name, row.contractNumber) })
      .where(and(eq(contract.enterpriseId, tx.enterpriseId), eq(contract.contractId, row.contractId)));
}
