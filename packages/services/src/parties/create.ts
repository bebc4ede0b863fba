import type { CreateParty, Party } from "@vehicle-contracts/contract-model";
import { newId, party, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore, requireRole } from "../actor.ts";
import { once } from "../internal/idempotency.ts";
import { partyFields } from "../internal/party-fields.ts";
import { toParty } from "../internal/party-row.ts";
import { partyTerms, replaceTerms, termKind } from "../internal/search-terms.ts";

/** A new person or company; takes an advisor. Throws FORBIDDEN, IDEMPOTENCY_KEY_REUSED. */
export async function createParty(
  tx: TenantTx,
  actor: Actor,
  input: CreateParty,
): Promise<{ party: Party; warnings: never[] }> {
  requireRole(actor, "advisor");
  requireAnyStore(actor);
  const call = { procedure: "parties.create", key: input.idempotencyKey, input: input.party };
  return once(tx, actor, call, async () => {
    const [row] = await tx
      .insert(party)
      .values({
        ...partyFields(input.party),
        enterpriseId: tx.enterpriseId,
        partyId: newId(),
        version: 1,
        createdAt: tx.startedAt,
        updatedAt: tx.startedAt,
      })
      .returning();
    if (!row) throw new Error("An insert without conflict answered no row.");
    await replaceTerms(tx, row.partyId, [termKind.name], [], partyTerms(row));
    return { party: toParty(row), warnings: [] };
  });
}
