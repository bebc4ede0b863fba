import { type AddNote, type ContractResult, longestNotes } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireGrant, requireRole } from "../actor.ts";
import { contractConflict } from "../internal/contract-conflict.ts";
import { contractAlone, contractAt } from "../internal/contract-row.ts";
import { saveContract } from "../internal/save-contract.ts";
import { ruleBroken } from "../service-error.ts";

/**
 * Appends to the notes, on a line of its own, in every state. Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, RULE_BROKEN
 * (NOTES_FULL: more than 5,000 characters in all).
 */
export async function addNote(tx: TenantTx, actor: Actor, input: AddNote): Promise<ContractResult> {
  requireRole(actor, "advisor");
  const before = contractAlone(await contractAt(tx, actor, input.contractId));
  requireGrant(actor, before.storeId);
  if (before.version !== input.version) throw await contractConflict(tx, before, input.version);
  const notes = before.notes === null ? input.note : `${before.notes}\n${input.note}`;
  if (notes.length > longestNotes)
    throw ruleBroken({
      path: "note",
      code: "NOTES_FULL",
      message: `The notes would have ${notes.length} characters and may have ${longestNotes}. Shorten the note, or the notes that are there.`,
    });
  return saveContract(tx, actor, before, {
    columns: { notes },
    action: "contract.noted",
    reason: input.reason?.trim() || null,
  });
}
