import { missingName, type Party, type UpdateParty } from "@vehicle-contracts/contract-model";
import { contract, party, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { type Actor, asRevisionActor, requireAnyStore, requireRole } from "../actor.ts";
import { arrayText } from "../internal/array-text.ts";
import { changedOnly } from "../internal/changed-only.ts";
import { consentRecordAfter } from "../internal/consent-record.ts";
import { givenOnly } from "../internal/given-only.ts";
import { guardedUpdate } from "../internal/guarded-update.ts";
import { holdContracts } from "../internal/hold-contracts.ts";
import { partyFields } from "../internal/party-fields.ts";
import { partyAt } from "../internal/party-row.ts";
import { partyTerms, replaceTerms, rowWords, termKind } from "../internal/search-terms.ts";
import { stale } from "../internal/stale.ts";
import { together } from "../internal/together.ts";
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
  const { partyId, version } = input;
  const before = await partyAt(tx, partyId);
  if (before.version !== version) throw stale("party", before);
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
  const renamed = after.name !== before.name;
  const [updated, , held, now] = await together([
    update(tx, { id: partyId, version }, { ...after, consentRecord, updatedAt: tx.startedAt }),
    renamed && replaceTerms(tx, partyId, [termKind.name], partyTerms(before), partyTerms(after)),
    renamed ? holdContractsOf(tx, { partyId }) : [],
    partyAt(tx, partyId),
  ]);
  if (!updated) throw stale("party", now);
  if (renamed) await tx.last(renameHolder(tx, after, held));
  return { party: now, warnings: [] };
}

const update = guardedUpdate(party, { tenant: party.enterpriseId, id: party.partyId });
const holdContractsOf = holdContracts(
  "contracts_of_holder_held",
  eq(contract.holderId, sql.placeholder("partyId")),
);
const setHolder = prepared("rename_holder", (db) =>
  db
    .update(contract)
    .set({ holderSort: sql`${sql.placeholder("sortName")}`, words: sql`n.words` })
    .from(
      sql`unnest(${sql.placeholder("contractIds")}::uuid[], ${sql.placeholder("words")}::text[]) n(contract_id, words)`,
    )
    .where(
      and(
        eq(contract.enterpriseId, sql.placeholder("enterpriseId")),
        eq(contract.contractId, sql`n.contract_id`),
      ),
    ),
);

/** Carries a new name to the contracts that the party holds, for sorting and search. */
const renameHolder = (
  tx: TenantTx,
  { name, sortName }: { name: string; sortName: string },
  held: readonly { contractId: string; contractNumber: string | null }[],
): Promise<unknown> =>
  setHolder(tx, {
    sortName,
    contractIds: arrayText(held.map(({ contractId }) => contractId)),
    words: arrayText(held.map(({ contractNumber }) => rowWords(name, contractNumber))),
  });
