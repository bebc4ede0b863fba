import { randomUUID } from "node:crypto";
import { line } from "@vehicle-contracts/contract-model";
import { enterprise, newId, organization, type TenantTx } from "@vehicle-contracts/database";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import { type Actor, inviteUser } from "@vehicle-contracts/services";
import { dateAt } from "./clock.ts";

export type NewEnterprise = {
  /** 1 to 200 characters. */
  name: string;
  administrator: { name: string; email: string };
};
export type CreatedEnterprise = {
  enterpriseId: string;
  userId: string;
  /** To be put behind the admin app's address; good once and for 48 hours, shown this once. */
  setPasswordPath: string;
};

/**
 * An enterprise and its first administrator, who sets the password by the link; all or nothing. `then` does more in the
 * same transaction. Throws DUPLICATE (the e-mail address is in use).
 */
export async function createEnterprise(
  database: Database,
  { name, administrator }: NewEnterprise,
  then: (tx: TenantTx, actor: Actor) => Promise<unknown> = async () => {},
): Promise<CreatedEnterprise> {
  const enterpriseId = newId();
  const actor: Actor = {
    kind: "JOB",
    id: "create-enterprise",
    name: "create-enterprise",
    enterpriseId,
    role: "administrator",
    storeIds: "all",
    scopes: "all",
    onBehalfOf: null,
    correlationId: randomUUID(),
  };
  return database.write(enterpriseId, async (tx) => {
    await insertEnterprise(tx, name);
    const { user, path } = await inviteUser(tx, actor, { ...administrator, role: "administrator" });
    await then(tx, actor);
    return { enterpriseId, userId: user.userId, setPasswordPath: path };
  });
}

/** The enterprise of the transaction, as tenant and as organisation, still without a user. */
export async function insertEnterprise(tx: TenantTx, name: string): Promise<void> {
  const named = line(200).parse(name);
  await tx.insert(enterprise).values({ enterpriseId: tx.enterpriseId, name: named, createdAt: tx.startedAt });
  await tx.insert(organization).values({
    id: tx.enterpriseId,
    name: named,
    slug: tx.enterpriseId,
    createdAt: dateAt(Date.parse(tx.startedAt)),
  });
}
