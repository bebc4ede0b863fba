import { newId, signInEvent } from "@vehicle-contracts/database";
import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import type { SignInEvent } from "@vehicle-contracts/services";

/** Writes down what a user did about their own sign-in, in the transaction that does it. */
export async function noteOwn(
  tx: Pick<SignInDatabase, "insert">,
  { userId, what, at }: { userId: string; what: SignInEvent; at: string },
): Promise<void> {
  await tx.insert(signInEvent).values({ id: newId(), userId, what, byId: userId, at });
}
