import { line } from "@vehicle-contracts/contract-model";
import { enterprise, newId, organization, setPasswordLink, type TenantTx } from "@vehicle-contracts/database";
import type { Database } from "@vehicle-contracts/database/unit-of-work";
import { newSecretToken } from "@vehicle-contracts/services";
import { dateAt, instantAt } from "./clock.ts";
import { setPasswordPath } from "./password-link.ts";
import { insertUser } from "./users.ts";

/** How long a link to set the password is good (hours). */
const linkHours = 48;

export type NewEnterprise = {
  name: string;
  administrator: { name: string; email: string };
};
export type CreatedEnterprise = {
  enterpriseId: string;
  userId: string;
  /** To be put behind the admin app's address; good once and for 48 hours, shown this once. */
  setPasswordPath: string;
};

/** An enterprise and its first administrator, who sets the password by the link. */
export async function createEnterprise(
  database: Database,
  { name, administrator }: NewEnterprise,
): Promise<CreatedEnterprise> {
  const enterpriseId = newId();
  const link = newSecretToken();
  return database.write(enterpriseId, async (tx) => {
    await insertEnterprise(tx, name);
    const userId = await insertUser(tx, {
      ...administrator,
      role: "administrator",
      allStores: true,
      storeIds: [],
    });
    await tx.insert(setPasswordLink).values({
      id: newId(),
      tokenHash: link.hash,
      userId,
      endsAt: instantAt(Date.parse(tx.startedAt) + linkHours * 3_600_000),
      createdAt: tx.startedAt,
    });
    return { enterpriseId, userId, setPasswordPath: setPasswordPath(link.token) };
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
