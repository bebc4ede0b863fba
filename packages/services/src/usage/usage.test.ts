import {
  type Contract,
  type Distance,
  type UsageInput,
  UsagePage,
  type UsageResult,
} from "@vehicle-contracts/contract-model";
import { contract as contractTable, contractUsage, newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asRevisionActor } from "../actor.ts";
import { getContract } from "../contracts/get.ts";
import { updateContract } from "../contracts/update.ts";
import {
  aClock,
  aContract,
  aDealerGroup,
  anActiveContract,
  aPendingContract,
  faultsOf,
  historyOf,
  monday,
  refusalOf,
} from "../testing/index.ts";
import { recordOdometer } from "../vehicles/record-odometer.ts";
import { listUsage } from "./list.ts";
import { recordUsage } from "./record.ts";
import { reverseUsage } from "./reverse.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");

const km = (value: number): Distance => ({ value, unit: "KM" });
const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
const terms = {
  coverage: [
    {
      code: "ENGINE",
      treatment: "COVERED" as const,
      partsPercent: 100,
      labourPercent: 80,
      maximumAmount: eur(300_000),
    },
  ],
  allowances: [{ code: "OIL", quantity: 3 }],
};
const sold = () => anActiveContract(group, terms);
const oil = (quantity = 1, facts: Partial<UsageInput> = {}): UsageInput =>
  ({
    ...{ kind: "ALLOWANCE", code: "OIL", quantity },
    ...{ date: "2026-03-01", repairOrder: "RO-4710", job: "1" },
    ...facts,
  }) as UsageInput; // of this kind
const engine = (amountMinor: number): UsageInput => ({
  kind: "AMOUNT",
  code: "ENGINE",
  amount: eur(amountMinor),
  date: "2026-03-01",
  odometer: km(12_400),
  repairOrder: "RO-4711",
  job: "2",
});
const record = ({ contractId }: { contractId: string }, usage: UsageInput, actor = group.advisor) =>
  group.change(recordUsage, { idempotencyKey: newId(), contractId, usage }, actor);
const reverse = (usageId: string, actor = group.advisor) =>
  group.change(reverseUsage, { idempotencyKey: newId(), usageId, reason: "Another vehicle" }, actor);
const left = ({ remaining }: Pick<UsageResult, "remaining">) => [
  remaining.allowances.map(({ left }) => left),
  remaining.amounts.map(({ left }) => left.amountMinor),
];
const current = ({ contractId }: Contract) => group.ask(getContract, { contractId });

describe("what a contract provided or paid", () => {
  test("is an entry of its ledger, and the contract says what is left", async () => {
    const before = await sold();
    const { usage, remaining, warnings } = await record(before, engine(260_000));
    expect(warnings).toEqual([]);
    const { kind, id, name } = group.advisor;
    expect(usage).toMatchObject({
      contractId: before.contractId,
      kind: "AMOUNT",
      code: "ENGINE",
      quantity: null,
      amount: eur(260_000),
      date: "2026-03-01",
      odometer: km(12_400),
      repairOrder: "RO-4711",
      job: "2",
      reverses: null,
      reversedBy: null,
      reason: null,
      recordedBy: { kind, id, name, onBehalfOf: null },
      recordedAt: monday,
    });
    const after = await current(before);
    expect(after.remaining).toEqual(remaining);
    expect(left(after)).toEqual([[3], [40_000]]);
    expect((await group.ask(listUsage, { contractId: before.contractId })).items).toEqual([usage]);
  });

  test("leaves the contract's version and history alone: the ledger is a record of its own", async () => {
    const before = await sold();
    await record(before, oil());
    const after = await current(before);
    expect([after.version, after.updatedAt]).toEqual([before.version, before.updatedAt]);
    expect(await historyOf(group, before.contractId)).toHaveLength(1);
    const { contractId, version } = before;
    const changed = await group.change(updateContract, {
      contractId,
      version,
      changes: { notes: "Oil done" },
    });
    expect(left(changed.contract)).toEqual([[2], [300_000]]);
    const [latest] = (await historyOf(group, contractId)).slice(-1);
    expect(latest?.changes.map(({ field }) => field)).toEqual(["notes"]);
  });

  test("is refused beyond what is left, which the refusal says", async () => {
    const contract = await sold();
    await record(contract, oil(2));
    expect(await refusalOf(record(contract, oil(2)))).toMatchObject({
      code: "RULE_BROKEN",
      fields: [
        { path: "quantity", code: "ALLOWANCE_EXHAUSTED", message: expect.stringContaining("1 unit is left") },
      ],
    });
    expect(await faultsOf(record(contract, engine(300_001)))).toEqual({ amount: "AMOUNT_EXHAUSTED" });
    expect(left(await current(contract))).toEqual([[1], [300_000]]);
  });

  test("lies within the contract, by its day and its mileage", async () => {
    const contract = await sold();
    expect(await faultsOf(record(contract, oil(1, { date: "2026-01-31" })))).toEqual({ date: "NOT_STARTED" });
    expect(await faultsOf(record(contract, oil(1, { odometer: km(72_001) })))).toEqual({
      odometer: "EXPIRED_DISTANCE",
    });
    expect(await faultsOf(record(contract, oil(1, { odometer: km(11_999) })))).toEqual({
      odometer: "NOT_STARTED",
    });
    expect(await faultsOf(record(contract, oil(1, { code: "TYRES" })))).toEqual({ code: "ITEM_NOT_LISTED" });
  });

  test("by the last reading on or before the day, where no mileage is given; a mileage that contradicts one is said", async () => {
    const contract = await sold();
    const read = (value: number, date: string) =>
      group.change(recordOdometer, {
        vehicleId: contract.vehicleId,
        odometer: km(value),
        date,
        source: "workshop",
      });
    await read(20_000, "2026-02-20");
    await read(80_000, "2026-03-02");
    expect((await current(contract)).effectiveStatus).toBe("EXPIRED");
    const late = await record(contract, oil(1, { date: "2026-03-01" }));
    expect(left(late)).toEqual([[2], [300_000]]);
    expect(await faultsOf(record(contract, oil(1, { date: "2026-03-02" })))).toEqual({
      odometer: "EXPIRED_DISTANCE",
    });
    const { warnings } = await record(contract, oil(1, { odometer: km(15_000) }));
    expect(warnings).toMatchObject([{ code: "BELOW_LAST", fields: [{ path: "odometer" }] }]);
  });

  test("is taken by a contract that is active, suspended or expired, effectively, and by no other", async () => {
    const pending = await aPendingContract(group, terms); // its start is past: effectively active
    expect(left(await record(pending, oil()))).toEqual([[2], [300_000]]);
    const later = await aPendingContract(group, { ...terms, startDate: "2026-04-01" });
    const draft = await aContract(group, terms);
    for (const one of [later, draft])
      expect(await faultsOf(record(one, oil(1, { date: "2026-04-01" })))).toEqual({ status: "WRONG_STATUS" });
    const stored = async (status: "SUSPENDED" | "EXPIRED" | "CANCELLED" | "VOID") => {
      const contract = await sold();
      const { usage } = await record(contract, oil());
      await database.write(group.enterpriseId, (tx) =>
        tx
          .update(contractTable)
          .set({ status })
          .where(sql`enterprise_id = ${group.enterpriseId} and contract_id = ${contract.contractId}`),
      );
      return { contract, usage };
    };
    for (const status of ["SUSPENDED", "EXPIRED"] as const)
      expect(left(await record((await stored(status)).contract, oil()))).toEqual([[1], [300_000]]);
    for (const status of ["CANCELLED", "VOID"] as const) {
      const { contract, usage } = await stored(status);
      expect(await faultsOf(record(contract, oil()))).toEqual({ status: "WRONG_STATUS" });
      expect(await faultsOf(reverse(usage.usageId))).toEqual({ status: "WRONG_STATUS" });
    }
  });

  test("is the same entry for the same key, and another input with it is refused", async () => {
    const { contractId } = await sold();
    const idempotencyKey = newId();
    const call = (usage: UsageInput) => group.change(recordUsage, { idempotencyKey, contractId, usage });
    const [first, second] = [await call(oil()), await call(oil())];
    expect(second).toEqual(first);
    expect(await refusalOf(call(oil(2)))).toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
    expect((await group.ask(listUsage, { contractId })).items).toHaveLength(1);
  });

  test("is for advisors of the contract's store, and of one's own enterprise", async () => {
    const leeds = await anActiveContract(group, { ...terms, storeId: group.leeds.storeId });
    expect(await refusalOf(record(leeds, oil(), group.advisorOfHamburg))).toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await refusalOf(record(leeds, oil(), group.viewer))).toMatchObject({ code: "FORBIDDEN" });
    expect(
      (await group.ask(listUsage, { contractId: leeds.contractId }, group.advisorOfHamburg)).items,
    ).toEqual([]);
    const theirs = await anActiveContract(stranger, terms);
    expect(await refusalOf(record(theirs, oil()))).toEqual(
      await refusalOf(record({ contractId: newId() }, oil())),
    );
  });

  test("50 at once on an allowance of 3: three are taken, 47 are told what is left", async () => {
    const contract = await sold();
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => record(contract, oil())));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    const refused = answers.flatMap((answer) =>
      answer.status === "rejected" ? [answer.reason.problem] : [],
    );
    expect(refused).toHaveLength(47);
    for (const problem of refused)
      expect(problem).toMatchObject({
        code: "RULE_BROKEN",
        fields: [{ code: "ALLOWANCE_EXHAUSTED", message: expect.stringContaining("none is left") }],
      });
    expect(left(await current(contract))).toEqual([[0], [300_000]]);
    expect((await group.ask(listUsage, { contractId: contract.contractId })).items).toHaveLength(3);
  });
});

describe("an entry that was wrong", () => {
  test("is taken back by a new entry with the reason, whole and once", async () => {
    const contract = await sold();
    const { usage } = await record(contract, engine(260_000));
    const { usage: reversal, remaining } = await reverse(usage.usageId);
    expect(reversal).toMatchObject({
      reverses: usage.usageId,
      reason: "Another vehicle",
      kind: "AMOUNT",
      code: "ENGINE",
      amount: eur(260_000),
      repairOrder: "RO-4711",
    });
    expect(left({ remaining })).toEqual([[3], [300_000]]);
    expect((await current(contract)).remaining).toEqual(remaining);
    const { items } = await group.ask(listUsage, { contractId: contract.contractId });
    expect(items.map(({ usageId, reversedBy }) => [usageId, reversedBy])).toEqual([
      [reversal.usageId, null],
      [usage.usageId, reversal.usageId],
    ]);
    expect(await faultsOf(reverse(usage.usageId))).toEqual({ usageId: "ALREADY_REVERSED" });
    expect(await faultsOf(reverse(reversal.usageId))).toEqual({ usageId: "ALREADY_REVERSED" });
  });

  test("is taken back once by ten at once", async () => {
    const contract = await sold();
    const { usage } = await record(contract, oil(2));
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => reverse(usage.usageId)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(left(await current(contract))).toEqual([[3], [300_000]]);
  });

  test("is nobody else's to take back", async () => {
    const { usage } = await record(await sold(), oil());
    const theirs = await stranger.change(recordUsage, {
      idempotencyKey: newId(),
      contractId: (await anActiveContract(stranger, terms)).contractId,
      usage: oil(),
    });
    expect(await refusalOf(reverse(theirs.usage.usageId))).toEqual(await refusalOf(reverse(newId())));
    expect(await refusalOf(reverse(usage.usageId, group.viewer))).toMatchObject({ code: "FORBIDDEN" });
  });
});

test("an entry of before, when no repair order or job had to be named, is read as it stands", async () => {
  const { contractId } = await sold();
  const entry = {
    usageId: newId(),
    kind: "ALLOWANCE",
    code: "OIL",
    quantity: 1,
    date: "2026-03-01",
  } as const;
  const { enterpriseId } = group;
  const mark = { recordedBy: asRevisionActor(group.advisor), recordedAt: monday, correlationId: newId() };
  await database.write(enterpriseId, (tx) =>
    tx
      .insert(contractUsage)
      .values({ enterpriseId, contractId, ...entry, ...mark })
      .execute(),
  );
  const { items } = await group.ask(listUsage, { contractId });
  expect(UsagePage.shape.items.parse(items)).toMatchObject([{ ...entry, repairOrder: null, job: null }]);
});

test("the ledger comes a page at a time, the latest entry first", async () => {
  const contract = await sold();
  for (const job of ["1", "2", "3"]) await record(contract, oil(1, { job }));
  const { contractId } = contract;
  const first = await group.ask(listUsage, { contractId, limit: 2 });
  const second = await group.ask(listUsage, { contractId, limit: 2, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ job }) => job)).toEqual(["3", "2", "1"]);
  expect(second.nextCursor).toBeNull();
  const other = await sold();
  const foreign = group.ask(listUsage, { contractId: other.contractId, cursor: first.nextCursor });
  expect(await refusalOf(foreign)).toMatchObject({ code: "INVALID" });
});
