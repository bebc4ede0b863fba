import { Email, line, Password, Role } from "@vehicle-contracts/contract-model";
import { account, member, newId, type TenantTx, user } from "@vehicle-contracts/database";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import { dateAt } from "./clock.ts";
import { credentialOf } from "./password-link.ts";
import { hashPassword } from "./passwords.ts";

export type NewUser = {
  /** A UUID, for data that must be the same each time; a new one when left out. */
  userId?: string;
  email: string;
  name: string;
  role: Role;
  /** All stores of the enterprise, those added later too; else `storeIds`. */
  allStores: boolean;
  storeIds: readonly string[];
};

/** A user who can sign in at once, for demonstrations and tests. Everybody else gets a link to set the password. */
export async function createUserWithPassword(
  database: Database,
  { enterpriseId, password, ...newUser }: NewUser & { enterpriseId: string; password: string },
): Promise<{ userId: string }> {
  const hash = await hashPassword(Password.parse(password));
  return database.write(enterpriseId, async (tx) => {
    const userId = await insertUser(tx, newUser);
    await tx.insert(account).values(credentialOf(userId, hash, Date.parse(tx.startedAt)));
    return { userId };
  });
}

/** The rows of a user and of the place in the transaction's enterprise. Answers the user's id. */
async function insertUser(
  tx: TenantTx,
  { userId = newId(), email, name, role, allStores, storeIds }: NewUser,
): Promise<string> {
  const createdAt = dateAt(Date.parse(tx.startedAt));
  await tx.insert(user).values({
    id: userId,
    name: line(100).parse(name),
    email: Email.parse(email),
    createdAt,
    updatedAt: createdAt,
  });
  await tx.insert(member).values({
    id: newId(),
    organizationId: tx.enterpriseId,
    userId,
    role: Role.parse(role),
    allStores: allStores || role === "administrator",
    storeIds: allStores || role === "administrator" ? [] : [...storeIds],
    createdAt,
  });
  return userId;
}
