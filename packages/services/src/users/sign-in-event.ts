import { newId, preparedInsert, signInEvent, type TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";

/** What is written down about a user's sign-in. */
export type SignInEvent =
  | "SECOND_FACTOR_ON"
  | "SECOND_FACTOR_OFF"
  | "SECOND_FACTOR_RESET"
  | "RECOVERY_CODE_USED"
  | "RECOVERY_CODES_RENEWED";

const insertEvent = preparedInsert("insert_sign_in_event", signInEvent);

/** Writes down what somebody did about another's sign-in, in the transaction that does it. */
export async function noteSignInEvent(
  tx: TenantTx,
  actor: Actor,
  { userId, what }: { userId: string; what: SignInEvent },
): Promise<void> {
  const { id: byId, correlationId } = actor;
  await insertEvent(tx, { id: newId(), userId, what, byId, correlationId, at: tx.startedAt });
}
