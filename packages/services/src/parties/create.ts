import type { CreateParty, Party } from "@vehicle-contracts/contract-model";
import { newId, party, preparedInsert, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, asRevisionActor, requireAnyStore, requireRole } from "../actor.ts";
import { consentRecordAfter, noConsent } from "../internal/consent-record.ts";
import { once } from "../internal/idempotency.ts";
import { partyFields } from "../internal/party-fields.ts";
import { partyAt } from "../internal/party-row.ts";
import { partyTerms, replaceTerms, termKind } from "../internal/search-terms.ts";
import { together } from "../internal/together.ts";

const insertParty = preparedInsert("insert_party", party);

/**
 * A new person or company; takes an advisor. Each channel of consent that is given keeps when, by whom and how.
 * Throws FORBIDDEN, IDEMPOTENCY_KEY_REUSED.
 */
export async function createParty(
  tx: TenantTx,
  actor: Actor,
  input: CreateParty,
): Promise<{ party: Party; warnings: never[] }> {
  requireRole(actor, "advisor");
  requireAnyStore(actor);
  const { idempotencyKey: key, ...asked } = input;
  return once(tx, actor, { procedure: "parties.create", key, input: asked }, async () => {
    const fields = partyFields(input.party);
    const entry = { at: tx.startedAt, by: asRevisionActor(actor), source: input.consentSource ?? null };
    const partyId = newId();
    const [, , made] = await together([
      insertParty(tx, {
        ...fields,
        consentRecord: consentRecordAfter(noConsent, fields.consent, entry),
        enterpriseId: tx.enterpriseId,
        partyId,
        version: 1,
        createdAt: tx.startedAt,
        updatedAt: tx.startedAt,
      }),
      replaceTerms(tx, partyId, [termKind.name], [], partyTerms(fields)),
      partyAt(tx, partyId),
    ]);
    return { party: made, warnings: [] };
  });
}
