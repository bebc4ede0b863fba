import { randomUUID } from "node:crypto";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { type Actor, createContract, updateContract } from "@vehicle-contracts/services";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { makeRegister } from "../arena/register.ts";
import type { Caller } from "../clients/caller.ts";
import { openRecorder } from "../clients/recorder.ts";
import { checkHistory } from "./check-history.ts";
import { storedIn } from "./stored.ts";

const { database, superuserUrl } = await testDatabase();
/** Someone at the database who is held to nothing. */
const byHand = openDatabase({ url: superuserUrl, max: 1 });
afterAll(() => byHand.close());

/** A register with one contract that was made and changed twice, all acknowledged. */
async function anHistory() {
  const register = await makeRegister(database);
  const { enterpriseId, storeId, vehicleIds } = register;
  const actor: Actor = {
    ...{ kind: "JOB", id: "test", name: "test", enterpriseId, role: "administrator", storeIds: "all" },
    ...{ scopes: "all", onBehalfOf: null, correlationId: randomUUID() },
  };
  const acknowledged = ({ contract }: Awaited<ReturnType<typeof updateContract>>) => ({
    kind: "acknowledged" as const,
    seen: { contractId: contract.contractId, version: contract.version, mark: contract.description ?? "" },
  });
  const caller: Caller = {
    create: (idempotencyKey, contract) =>
      database
        .write(enterpriseId, (tx) => createContract(tx, actor, { idempotencyKey, contract }))
        .then(acknowledged),
    update: (contractId, version, changes) =>
      database
        .write(enterpriseId, (tx) => updateContract(tx, actor, { contractId, version, changes }))
        .then(acknowledged),
    get: async () => ({ kind: "unknown" }),
  };
  const recorder = openRecorder();
  await recorder.create(caller, "m1", { storeId, vehicleId: vehicleIds[0] ?? "", type: "SERVICE_PLAN" });
  for (const mark of ["m2", "m3"]) {
    const [seen] = recorder.known.values();
    if (seen) await recorder.update(caller, seen, mark);
  }
  return {
    enterpriseId,
    check: async () => checkHistory(recorder.operations, await storedIn(database, enterpriseId)),
  };
}

const plant = (enterpriseId: string, ...statements: string[]) =>
  byHand.write(enterpriseId, async (tx) => {
    for (const statement of statements)
      await tx.execute(sql.raw(`${statement} and enterprise_id = '${enterpriseId}'`));
  });

test("what was written by the services is found whole", async () => {
  const { check } = await anHistory();
  expect(await check()).toEqual([]);
});

test("a lost update in the database is caught: a change taken back with its entry in the history", async () => {
  const { enterpriseId, check } = await anHistory();
  await plant(
    enterpriseId,
    "delete from contract_revision where version = 3",
    "update contract set version = 2, description = 'm2' where version = 3",
  );
  expect(await check()).toContainEqual({
    kind: "lost",
    sentence: expect.stringMatching(/^m3, acknowledged as/),
  });
});

test("half a write in the database is caught: a contract that was changed without its entry in the history", async () => {
  const { enterpriseId, check } = await anHistory();
  await plant(enterpriseId, "update contract set version = 4, description = 'm4' where version = 3");
  expect(await check()).toEqual([
    { kind: "half-written", sentence: expect.stringContaining("at version 4, m4") },
  ]);
});

test("half a write in the database is caught: the change itself is there, what stands beside the row is not", async () => {
  const { enterpriseId, check } = await anHistory();
  await plant(enterpriseId, "delete from contract_reference where true");
  expect(await check()).toEqual([
    { kind: "half-written", sentence: expect.stringContaining("does not verify") },
  ]);
});

test("half a creation in the database is caught: no history, or a key without an answer", async () => {
  const { enterpriseId, check } = await anHistory();
  await plant(
    enterpriseId,
    "delete from contract_revision where true",
    "update idempotency_record set answer = null where key = 'm1'",
  );
  const sentences = (await check()).map(({ sentence }) => sentence);
  expect(sentences).toContainEqual(expect.stringContaining("has no revision"));
  expect(sentences).toContain("idempotency keys without an answer: 1");
});
