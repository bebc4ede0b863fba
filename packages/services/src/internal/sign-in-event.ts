import { newId, preparedInsert, signInEvent, type TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../actor.ts";

/** What is written down about the sign-in of a user or a program. */
export type SignInEvent =
  | "SECOND_FACTOR_ON"
  | "SECOND_FACTOR_OFF"
  | "SECOND_FACTOR_RESET"
  | "RECOVERY_CODE_USED"
  | "RECOVERY_CODES_RENEWED"
  | "API_CLIENT_CREATED"
  | "API_CLIENT_CHANGED"
  | "API_CLIENT_ROTATED"
  | "API_CLIENT_REVOKED";

/** Of a user or of a program; `facts` is what a change set. */
type Noted = ({ userId: string } | { clientId: string }) & {
  what: SignInEvent;
  facts?: Record<string, unknown>;
};

const insertEvent = preparedInsert("insert_sign_in_event", signInEvent);

/** Writes down what somebody did about another's sign-in, in the transaction that does it. */
export async function noteSignInEvent(tx: TenantTx, actor: Actor, noted: Noted): Promise<void> {
  const { id: byId, correlationId } = actor;
  await insertEvent(tx, { id: newId(), ...noted, byId, correlationId, at: tx.startedAt });
}
