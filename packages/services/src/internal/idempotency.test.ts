import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { describe, expect, test } from "vitest";
import { createContract } from "../contracts/create.ts";
import { listContracts } from "../contracts/list.ts";
import { createParty } from "../parties/create.ts";
import { createProvider } from "../providers/create.ts";
import { createStore } from "../stores/create.ts";
import {
  aClock,
  aContractInput,
  aDealerGroup,
  aStoreInput,
  aVehicle,
  aVin,
  historyOf,
  refusalOf,
} from "../testing/index.ts";
import { createVehicle } from "../vehicles/create.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);

const contractsOf = async (vehicleId: string) => (await group.ask(listContracts, { vehicleId })).items;

describe("the same idempotency key", () => {
  test("with the same contract answers the first contract again, later too", async () => {
    const input = { idempotencyKey: newId(), contract: await aContractInput(group) };
    const first = await group.change(createContract, input);
    clock.set("2026-03-05T09:00:00.000Z");
    expect(await group.change(createContract, input)).toEqual(first);
    expect(await contractsOf(input.contract.vehicleId)).toHaveLength(1);
    expect(await historyOf(group, first.contract.contractId)).toHaveLength(1);
  });

  test("with the same contract said in another order is the same call", async () => {
    const contract = await aContractInput(group);
    const first = await group.change(createContract, { idempotencyKey: "order", contract });
    const reordered = Object.fromEntries(Object.entries(contract).reverse()) as typeof contract;
    expect(await group.change(createContract, { idempotencyKey: "order", contract: reordered })).toEqual(
      first,
    );
  });

  test("with what is left out said as null is the same call", async () => {
    const contract = await aContractInput(group);
    const first = await group.change(createContract, { idempotencyKey: "nulls", contract });
    const said = { ...contract, notes: null, plan: null };
    expect(await group.change(createContract, { idempotencyKey: "nulls", contract: said })).toEqual(first);
  });

  test("with another contract is refused", async () => {
    const contract = await aContractInput(group);
    await group.change(createContract, { idempotencyKey: "other body", contract });
    const other = { ...contract, description: "Another" };
    expect(
      await refusalOf(group.change(createContract, { idempotencyKey: "other body", contract: other })),
    ).toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
    expect(await contractsOf(contract.vehicleId)).toHaveLength(1);
  });

  test("for another kind of record is refused", async () => {
    await group.change(createParty, {
      idempotencyKey: "kinds",
      party: { kind: "COMPANY", companyName: "Mietwagen GmbH" },
    });
    expect(
      await refusalOf(group.change(createVehicle, { idempotencyKey: "kinds", vehicle: { vin: aVin() } })),
    ).toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
  });

  test("of another actor is that actor's own", async () => {
    const contract = await aContractInput(group);
    const first = await group.change(createContract, { idempotencyKey: "own", contract });
    for (const actor of [group.advisorOfHamburg, group.program]) {
      const theirs = await group.change(createContract, { idempotencyKey: "own", contract }, actor);
      expect(theirs.contract.contractId).not.toBe(first.contract.contractId);
    }
  });

  test("fifty times at once makes one contract and answers it fifty times", async () => {
    const input = { idempotencyKey: newId(), contract: await aContractInput(group) };
    const answers = await Promise.all(Array.from({ length: 50 }, () => group.change(createContract, input)));
    expect(new Set(answers.map(({ contract }) => contract.contractId)).size).toBe(1);
    expect(await contractsOf(input.contract.vehicleId)).toHaveLength(1);
  });

  test("is free again where the first call failed", async () => {
    const contract = await aContractInput(group);
    const broken = { ...contract, termMonths: 36, endDate: "2026-02-01" };
    expect(
      await refusalOf(group.change(createContract, { idempotencyKey: "freed", contract: broken })),
    ).toMatchObject({ code: "RULE_BROKEN" });
    expect(await group.change(createContract, { idempotencyKey: "freed", contract })).toMatchObject({
      contract: { version: 1 },
    });
  });

  test("is said to be in progress while the first call has not ended after two seconds", async () => {
    const { vehicleId } = await aVehicle(group);
    const contract = { storeId: group.hamburg.storeId, vehicleId, type: "OTHER" as const };
    const input = { idempotencyKey: newId(), contract };
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const first = database.write(group.enterpriseId, async (tx) => {
      const answer = await createContract(tx, group.advisor, input);
      begin();
      await ended;
      return answer;
    });
    await begun;
    expect(await refusalOf(group.change(createContract, input))).toMatchObject({
      code: "IDEMPOTENCY_KEY_IN_PROGRESS",
    });
    end();
    expect(await group.change(createContract, input)).toEqual(await first);
  });

  test.each([
    ["vehicle", createVehicle, { vehicle: { vin: aVin() } }],
    ["party", createParty, { party: { kind: "PERSON", familyName: "Once" } }],
    ["provider", createProvider, { provider: { name: "Once Insurance", kind: "INSURER" } }],
    ["store", createStore, { store: aStoreInput({ name: "Once" }) }],
  ] as const)("makes one %s", async (_, service, record) => {
    const input = { idempotencyKey: newId(), ...record };
    // Each service with its own record: the table above pairs them.
    const call = () => group.change(service as typeof createVehicle, input as never, group.administrator);
    expect(await call()).toEqual(await call());
  });
});
