import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Database, openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { createApiClient, createUserWithPassword, insertEnterprise } from "@vehicle-contracts/identity";
import { type Actor, inviteUser, updateUser } from "@vehicle-contracts/services";
import { insertRegister } from "@vehicle-contracts/services/bulk";
import { type Addresses, addressFields, type DemoFile } from "./demo-file.ts";
import { groupOn } from "./group/group.ts";
import { larkmoor, orrinVale } from "./group/plans.ts";
import { type DemoUser, type GroupPlan, userActor, type World } from "./group/world.ts";

/** One for all users of a group: the demonstration prints it. */
const passwords = { larkmoor: "larkmoor demo 2026", orrinVale: "orrin vale demo 2026" };

/** Milliseconds that one unit of the loading may take: it runs beside a build. */
const patience = 120_000;

/**
 * Fills an empty register with the demonstration's two dealer groups, as they are on the day of `now` (RFC 3339, UTC),
 * and answers what `demo.json` holds. The same day gives the same rows, but for secrets and hashed passwords. It is not
 * all or nothing: where it throws, the database is to be made anew.
 */
export async function loadDemo({ now, ...addresses }: Addresses & { now: string }): Promise<DemoFile> {
  const today = todayIn("Europe/London", now);
  // What the sign-in tables note of their making is noted for the day, not for the minute.
  const clock = () => `${today}T00:00:00.000Z`;
  const database = openDatabase({
    url: patientUrl(addresses.programUrl),
    max: 4,
    applicationName: "vehicle-contracts demo",
    clock,
    deadlineMs: patience,
    silenceMs: patience,
  });
  try {
    const [group, other] = await Promise.all([
      loadGroup(database, larkmoor, today, passwords.larkmoor),
      loadGroup(database, orrinVale, today, passwords.orrinVale),
    ]);
    return {
      ...addressFields(addresses),
      enterprise: group.enterprise,
      otherEnterprise: other.enterprise,
      users: group.users,
      otherUsers: other.users,
      apiClient: group.apiClient,
      otherApiClient: other.apiClient,
    };
  } finally {
    await database.close();
  }
}

/**
 * The role's limits are those of a request. A slow machine may need longer than that for what is computed between two
 * statements.
 */
function patientUrl(programUrl: string): string {
  const url = new URL(programUrl);
  for (const limit of ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"])
    url.searchParams.set(limit, String(patience / 2));
  return url.href;
}

async function loadGroup(database: Database, plan: GroupPlan, today: string, password: string) {
  const { world, register } = groupOn(plan, today);
  const { enterpriseId } = world;
  await database.write(enterpriseId, (tx) => insertEnterprise(tx, plan.name));
  const [apiClient] = await Promise.all([
    addClients(database, world),
    addUsers(database, world, password),
    database.write(enterpriseId, (tx) => insertRegister(tx, register)),
  ]);
  await database.write(enterpriseId, (tx) => settleStaff(tx, world));
  return {
    enterprise: {
      id: enterpriseId,
      name: plan.name,
      stores: world.stores.map(({ storeId, name }) => ({ id: storeId, name })),
    },
    users: world.staff
      .filter(({ state }) => state === undefined)
      .map(({ role, name, email, storeIds }) => ({ role, name, email, password, storeIds })),
    apiClient,
  };
}

async function addUsers(database: Database, { enterpriseId, staff }: World, password: string): Promise<void> {
  await Promise.all(
    staff
      .filter(({ state }) => state !== "invited")
      .map((user) =>
        createUserWithPassword(database, { userId: user.userId, ...grantsOf(user), enterpriseId, password }),
      ),
  );
}

/** Invites those who are still to set a password, and shuts out who has left. */
async function settleStaff(tx: TenantTx, { chance, enterpriseId, staff, today }: World): Promise<void> {
  const administrator = staff.find(({ role }) => role === "administrator");
  if (!administrator) throw new Error("The group has no administrator.");
  const actor: Actor = {
    ...userActor(administrator),
    enterpriseId,
    role: "administrator",
    storeIds: "all",
    scopes: "all",
    correlationId: chance.id(`${today}T00:00:00.000Z`),
  };
  for (const user of staff) {
    if (user.state === "invited") await inviteUser(tx, actor, grantsOf(user));
    if (user.state === "disabled")
      await updateUser(tx, actor, { userId: user.userId, version: 1, changes: { disabled: true } });
  }
}

const grantsOf = ({ name, email, role, stores, storeIds }: DemoUser) => ({
  name,
  email,
  role,
  allStores: stores === undefined,
  storeIds: stores === undefined ? [] : storeIds,
});

/** The group's programs; answers the credentials of the first. */
async function addClients(database: Database, { enterpriseId, clients }: World) {
  const made = await Promise.all(
    clients.map(({ clientId, name }) =>
      createApiClient(database, {
        clientId,
        enterpriseId,
        name,
        role: "administrator",
        allStores: true,
        storeIds: [],
      }),
    ),
  );
  const [first] = made;
  if (!first) throw new Error("A group needs a client.");
  return first;
}
