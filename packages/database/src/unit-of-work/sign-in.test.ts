import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { apiClient, contract, member, newId, organization, user } from "../index.ts";
import { testDatabase } from "../testing/index.ts";
import { oneOfEach } from "../testing/one-of-each.ts";
import { openDatabase } from "./index.ts";

const { database, programUrl } = await testDatabase();
const other = openDatabase({ url: programUrl, max: 1 });
afterAll(() => other.close());

const now = "2026-03-01T09:00:00.000Z";
const anOrganization = async () => {
  const id = newId();
  await database.signIn.insert(organization).values({ id, name: "Nord", slug: id, createdAt: new Date(now) });
  return id;
};

describe("sign-in", () => {
  test("works on its own tables before a tenant is known", async () => {
    const organizationId = await anOrganization();
    const storeIds = [newId(), newId()];
    const client = {
      clientId: newId(),
      organizationId,
      name: "Workshop",
      secretHash: "0",
      role: "advisor",
      storeIds,
      createdAt: now,
    };
    await database.signIn.insert(apiClient).values(client);
    const rows = await database.signIn
      .select()
      .from(apiClient)
      .where(eq(apiClient.organizationId, organizationId));
    expect(rows).toMatchObject([{ ...client, allStores: false, disabled: false, revokedAt: null }]);
  });

  test("stores a transaction whole or not at all", async () => {
    const organizationId = await anOrganization();
    const userId = newId();
    const invite = (email: string, failing: boolean) =>
      database.signIn.transaction(async (tx) => {
        const at = new Date(now);
        await tx.insert(user).values({ id: userId, name: "Anna", email, createdAt: at, updatedAt: at });
        if (failing) throw new Error("no role was given");
        await tx
          .insert(member)
          .values({ id: newId(), organizationId, userId, role: "advisor", createdAt: at });
      });
    await expect(invite("anna@example.com", true)).rejects.toThrow("no role was given");
    expect(await database.signIn.select().from(user).where(eq(user.id, userId))).toEqual([]);
    await invite("anna@example.com", false);
    const [row] = await database.signIn.select().from(member).where(eq(member.userId, userId));
    expect(row).toMatchObject({
      version: 1,
      allStores: false,
      storeIds: [],
      disabled: false,
      lastSeenAt: null,
    });
  });

  test("sees no row of any tenant", async () => {
    await database.write(newId(), oneOfEach);
    expect(await database.signIn.select().from(contract)).toEqual([]);
  });

  test("has connections of its own, also while every place of a unit of work is taken", async () => {
    const free = Promise.withResolvers<void>();
    const unit = other.read(newId(), () => free.promise);
    expect(await other.signIn.select().from(organization).where(eq(organization.id, newId()))).toEqual([]);
    free.resolve();
    await unit;
  });
});
