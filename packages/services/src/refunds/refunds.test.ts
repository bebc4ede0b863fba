import type { ContractInput, QuoteRefund, RefundQuote } from "@vehicle-contracts/contract-model";
import {
  contract as contractTable,
  contractUsage,
  enterprise,
  newId,
  type TenantTx,
} from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { activateContract } from "../contracts/activate.ts";
import { addNote } from "../contracts/add-note.ts";
import { extendContract } from "../contracts/extend.ts";
import { getContract } from "../contracts/get.ts";
import { transferContract } from "../contracts/transfer.ts";
import { updateContract } from "../contracts/update.ts";
import { verifyContractHistory } from "../contracts/verify-history.ts";
import { getEnterprise } from "../enterprise/get.ts";
import { updateEnterprise } from "../enterprise/update.ts";
import { newRuleSetVersion } from "../rule-sets/new-version.ts";
import {
  aClock,
  aContract,
  aDealerGroup,
  anActiveContract,
  aParty,
  aPendingContract,
  aRefundQuote,
  aRuleSet,
  aVehicle,
  faultsOf,
  historyOf,
  monday,
  refusalOf,
} from "../testing/index.ts";
import { recordOdometer } from "../vehicles/record-odometer.ts";
import { acceptRefundQuote } from "./accept.ts";
import { getRefundQuote } from "./get.ts";
import { listRefundQuotes } from "./list.ts";
import { makeRefundQuote } from "./quote.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now, max: 8 });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");
afterEach(() => clock.set(monday));

const km = (value: number) => ({ value, unit: "KM" as const });
const euros = (amountMinor: number) => ({ amountMinor, currency: "EUR" });

/** The worked example: 2,000.00, 1,461 days from 2025, 60,000 km from 12,000. */
const worked: Partial<ContractInput> = {
  saleDate: "2025-01-01",
  startDate: "2025-01-01",
  termMonths: 48,
  price: { grossMinor: 200_000, currency: "EUR" },
};
type Asked = Partial<Omit<QuoteRefund, "contractId">>;
const quote = (contract: { contractId: string; version: number }, asked: Asked = {}, actor = group.advisor) =>
  group.change(
    makeRefundQuote,
    {
      contractId: contract.contractId,
      version: contract.version,
      cancelDate: "2026-01-01",
      odometer: km(30_000),
      cancelledBy: "CUSTOMER",
      reason: "Vehicle sold",
      ...asked,
    },
    actor,
  );
const accept = ({ quoteId }: { quoteId: string }, actor = group.advisor) =>
  group.change(acceptRefundQuote, { quoteId }, actor);
const read = ({ quoteId }: { quoteId: string }) => group.ask(getRefundQuote, { quoteId });
const contractOf = ({ contractId }: { contractId: string }) => group.ask(getContract, { contractId });

type Entry = Partial<typeof contractUsage.$inferInsert>;
/** An amount claimed, unless said otherwise. */
const anEntry = (tx: TenantTx, { contractId }: { contractId: string }, entry: Entry = {}) => ({
  enterpriseId: tx.enterpriseId,
  contractId,
  usageId: newId(),
  kind: "AMOUNT" as const,
  code: "ENGINE",
  amountMinor: 15_000,
  currency: "EUR",
  date: "2025-06-30",
  repairOrder: "RO 46077",
  recordedBy: { kind: "USER" as const, id: group.advisor.id, name: group.advisor.name, onBehalfOf: null },
  recordedAt: tx.startedAt,
  correlationId: "test",
  ...entry,
});
const used = (contract: { contractId: string }, entry: Entry = {}): Promise<string> =>
  group.database.write(group.enterpriseId, async (tx) => {
    const row = anEntry(tx, contract, entry);
    await tx.insert(contractUsage).values(row);
    return row.usageId;
  });

describe("a quote", () => {
  test("shows what would be given back and each step, holds for 14 days, and changes nothing of the contract", async () => {
    const contract = await anActiveContract(group, worked);
    const made = await quote(contract);
    expect(made).toMatchObject({
      contractId: contract.contractId,
      refund: euros(135_000),
      steps: [
        { code: "TIME_SHARE", exact: "1096/1461" },
        { code: "DISTANCE_SHARE", exact: "7/10" },
        { code: "SHARE", exact: "7/10" },
        { code: "UNEARNED", exact: "140000", amountMinor: 140_000 },
        { code: "FEE", exact: "5000", amountMinor: 5_000 },
        { code: "REFUND", exact: "135000", amountMinor: 135_000 },
      ],
      // Made on 2 March: that day is the first of the 14.
      validUntil: "2026-03-15",
      state: "OPEN",
      outdatedBy: [],
      quotedAt: monday,
      quotedBy: { id: group.advisor.id },
      inputs: { reason: "Vehicle sold", ruleSet: { code: "PRO_RATA", version: 1, shipped: true } },
    });
    expect(await read(made)).toEqual(made);
    expect(await contractOf(contract)).toMatchObject({
      version: contract.version,
      status: "ACTIVE",
      cancellation: null,
    });
    expect(await historyOf(group, contract.contractId)).toHaveLength(1);
  });

  test("again is the same, to the byte", async () => {
    const contract = await anActiveContract(group, worked);
    const figures = ({ steps, refund, inputs }: RefundQuote) => JSON.stringify({ steps, refund, inputs });
    const [one, another] = [await quote(contract), await quote(contract)];
    expect(figures(another)).toBe(figures(one));
    expect(one.quoteId).not.toBe(another.quoteId);
    const { items } = await group.ask(listRefundQuotes, { contractId: contract.contractId, limit: 1 });
    expect(items).toEqual([another]);
  });

  test("takes claims and services from the ledger, without what was reversed", async () => {
    const contract = await anActiveContract(group, {
      ...worked,
      allowances: [
        { code: "INSPECTION", quantity: 3 },
        { code: "OIL", quantity: 1 },
      ],
    });
    await used(contract);
    const mistake = await used(contract, { amountMinor: 99_999 });
    await used(contract, { amountMinor: 99_999, reverses: mistake, reason: "Typed twice" });
    await used(contract, {
      kind: "ALLOWANCE",
      code: "INSPECTION",
      quantity: 1,
      amountMinor: null,
      currency: null,
    });
    const { inputs, refund } = await quote(contract, { odometer: km(52_000) });
    expect(refund).toEqual(euros(46_667));
    expect(inputs).toMatchObject({
      claimsPaid: euros(15_000),
      claims: [{ date: "2025-06-30", repairOrder: "RO 46077", amount: euros(15_000) }],
      servicesProvided: euros(50_000),
      services: [{ code: "INSPECTION", quantity: 1 }],
      ledgerEntries: 4,
    });
  });

  test("of a balance gives what was paid less the services, each a share of the price", async () => {
    const contract = await anActiveContract(group, {
      ...worked,
      type: "SERVICE_PLAN",
      price: { grossMinor: 60_000, currency: "EUR" },
      paid: euros(45_000),
      allowances: [{ code: "INSPECTION", quantity: 4 }],
      refundRuleSet: { code: "BALANCE", version: 1 },
    });
    await used(contract, {
      kind: "ALLOWANCE",
      code: "INSPECTION",
      quantity: 1,
      amountMinor: null,
      currency: null,
    });
    expect(await quote(contract)).toMatchObject({
      refund: euros(24_000),
      steps: [
        { code: "PAID", amountMinor: 45_000 },
        { code: "SERVICES", amountMinor: 15_000 },
        { code: "FEE", amountMinor: 5_000 },
        { code: "FEE_TAX", amountMinor: 1_000 },
        { code: "REFUND", amountMinor: 24_000 },
      ],
    });
  });

  test("is met by the last reading on or before the day of cancellation", async () => {
    const { vehicleId } = await aVehicle(group);
    const contract = await anActiveContract(group, { ...worked, vehicleId });
    const reading = (value: number, date: string) =>
      group.change(recordOdometer, { vehicleId, odometer: km(value), date, source: "workshop" });
    await reading(29_000, "2025-12-20");
    await reading(40_000, "2026-02-20");
    expect((await quote(contract)).refund).toEqual(euros(135_000));
    expect(await faultsOf(quote(contract, { odometer: km(28_999) }))).toEqual({
      odometer: "ODOMETER_BELOW_LAST",
    });
    expect(await faultsOf(quote(contract, { cancelDate: "2026-03-01" }))).toEqual({
      odometer: "ODOMETER_BELOW_LAST",
    });
  });

  test("goes by the contract's rule set, else by the enterprise's, else by the usual one", async () => {
    const other = await aDealerGroup(database, "Ostwind");
    const ask = async (facts: Partial<ContractInput> = {}) => {
      const { contractId, version } = await anActiveContract(other, { ...worked, ...facts });
      const { inputs } = await other.change(makeRefundQuote, {
        contractId,
        version,
        cancelDate: "2026-01-01",
        odometer: km(30_000),
        cancelledBy: "PROVIDER",
        reason: "Recalled",
      });
      return `${inputs.ruleSet.code} ${inputs.ruleSet.version}`;
    };
    expect(await ask()).toBe("PRO_RATA 1");
    await other.change(
      newRuleSetVersion,
      {
        idempotencyKey: newId(),
        code: "PRO_RATA",
        version: 1,
        ruleSet: { name: "Pro rata", rules: { method: "PRO_RATA" } },
      },
      other.administrator,
    );
    // A new version is for contracts that name it.
    expect(await ask()).toBe("PRO_RATA 1");
    const own = await aRuleSet(other);
    await other.database.write(other.enterpriseId, (tx) =>
      tx
        .update(enterprise)
        .set({ defaultRuleSet: { code: own.code, version: 1 } })
        .where(eq(enterprise.enterpriseId, other.enterpriseId)),
    );
    expect(await ask()).toBe(`${own.code} 1`);
    expect(await ask({ refundRuleSet: { code: "PRO_RATA", version: 2 } })).toBe("PRO_RATA 2");
    expect(await ask({ refundRuleSet: { code: "OKLAHOMA", version: 1 } })).toBe("OKLAHOMA 1");
  });

  test.each<[string, Partial<ContractInput>, Asked, Record<string, string>]>([
    ["before the sale", {}, { cancelDate: "2024-12-31" }, { cancelDate: "BEFORE_SALE" }],
    ["beyond the end odometer", {}, { odometer: km(72_001) }, { odometer: "EXPIRED" }],
    ["without the odometer", {}, { odometer: null }, { odometer: "ODOMETER_MISSING" }],
    ["of a distance that nobody knows", { distance: null }, {}, { distance: "DISTANCE_UNKNOWN" }],
    [
      "in a currency that the rule set has no fee in",
      { price: { grossMinor: 100, currency: "ISK" } },
      {},
      { "ruleSet.fee": "CURRENCY_DIFFERS" },
    ],
  ])("is refused %s", async (_, facts, asked, faults) => {
    const contract = await anActiveContract(group, { ...worked, ...facts });
    expect(await faultsOf(quote(contract, asked))).toEqual(faults);
  });

  test("of a contract without a price is nothing, in the store's currency, and cancels it all the same", async () => {
    const contract = await anActiveContract(group, { ...worked, price: null, distance: null });
    const made = await quote(contract, { odometer: null });
    expect(made).toMatchObject({ refund: euros(0), steps: [{ code: "REFUND", exact: "0", amountMinor: 0 }] });
    expect(await faultsOf(quote(contract, { cancelDate: "2024-12-31" }))).toEqual({
      cancelDate: "BEFORE_SALE",
    });
    expect((await accept(made)).contract.cancellation).toMatchObject({ refund: euros(0) });
  });

  test("needs no look whether the rule set is there: a contract names none that is not", async () => {
    const refundRuleSet = { code: "PRO_RATA", version: 7 };
    const ofNobody = { code: "NOT_FOUND", fields: [{ path: "refundRuleSet" }] };
    expect(await refusalOf(aContract(group, { refundRuleSet }))).toMatchObject(ofNobody);
    const { contractId, version } = await aContract(group);
    const change = (reference: typeof refundRuleSet) =>
      group.change(updateContract, { contractId, version, changes: { refundRuleSet: reference } });
    expect(await refusalOf(change(refundRuleSet))).toMatchObject(ofNobody);
    const theirs = await aRuleSet(stranger);
    expect(await refusalOf(change({ code: theirs.code, version: 1 }))).toMatchObject(ofNobody);
    const settings = await group.ask(getEnterprise, undefined, group.administrator);
    expect(
      await refusalOf(
        group.change(
          updateEnterprise,
          { version: settings.version, changes: { defaultRefundRuleSet: refundRuleSet } },
          group.administrator,
        ),
      ),
    ).toMatchObject({ code: "NOT_FOUND", fields: [{ path: "defaultRefundRuleSet" }] });
    expect((await change({ code: "PRO_RATA", version: 1 })).contract.refundRuleSet).toEqual({
      code: "PRO_RATA",
      version: 1,
    });
  });

  test("is refused of claims in another currency", async () => {
    const contract = await anActiveContract(group, worked);
    await used(contract, { currency: "GBP" });
    expect(await faultsOf(quote(contract))).toEqual({ usage: "CURRENCY_DIFFERS" });
  });

  test("is for a living contract, at the version that was read", async () => {
    expect(await faultsOf(quote(await aContract(group, worked)))).toEqual({ status: "WRONG_STATUS" });
    const over = await anActiveContract(group, { ...worked, termMonths: 6 });
    expect(await faultsOf(quote(over))).toEqual({ cancelDate: "EXPIRED" });
    expect(await faultsOf(quote(over, { cancelDate: "2025-02-01" }))).toEqual({ status: "WRONG_STATUS" });
    const later = await aPendingContract(group, { ...worked, startDate: "2026-05-01" });
    expect((await quote(later, { odometer: null })).steps[0]?.code).toBe("SHARE_BEFORE_START");
    const contract = await anActiveContract(group, worked);
    expect(await refusalOf(quote({ ...contract, version: 7 }))).toMatchObject({
      code: "STALE_VERSION",
      current: { contractId: contract.contractId, version: 1 },
    });
  });
});

describe("accepting a quote", () => {
  test("cancels the contract with the refund, says so in its history, and is final", async () => {
    const contract = await anActiveContract(group, worked);
    const made = await quote(contract);
    const { contract: cancelled } = await accept(made, group.advisorOfHamburg);
    const cancellation = {
      date: "2026-01-01",
      cancelledBy: "CUSTOMER",
      reason: "Vehicle sold",
      quoteId: made.quoteId,
      refund: euros(135_000),
    };
    expect(cancelled).toMatchObject({
      version: 2,
      status: "CANCELLED",
      effectiveStatus: "CANCELLED",
      cancellation,
    });
    expect((await historyOf(group, contract.contractId)).at(-1)).toMatchObject({
      action: "contract.cancelled",
      reason: "Vehicle sold",
      actor: { name: "Hanna Hamburg" },
      changes: [
        { field: "status", before: "ACTIVE", after: "CANCELLED" },
        { field: "cancellation", before: null, after: cancellation },
      ],
    });
    expect(await group.ask(verifyContractHistory, { contractId: contract.contractId })).toMatchObject({
      intact: true,
    });
    expect(await read(made)).toMatchObject({
      state: "ACCEPTED",
      outdatedBy: [],
      acceptedAt: monday,
      acceptedBy: { name: "Hanna Hamburg" },
    });
    expect(await faultsOf(accept(made))).toEqual({ status: "WRONG_STATUS" });
    expect(await faultsOf(quote(cancelled))).toEqual({ status: "WRONG_STATUS" });
    const changes = { description: "After all" };
    expect(
      await faultsOf(group.change(updateContract, { contractId: contract.contractId, version: 2, changes })),
    ).toEqual({ description: "FIELD_FIXED" });
  });

  test("is refused once its days are over, by the calendar of the store", async () => {
    const contract = await anActiveContract(group, worked);
    const made = await quote(contract);
    clock.set("2026-03-15T23:00:00.000Z"); // midnight in Hamburg
    expect(await read(made)).toMatchObject({ state: "OUTDATED", outdatedBy: ["VALIDITY"] });
    expect(await faultsOf(accept(made))).toEqual({ quote: "QUOTE_MISSING" });
    clock.set("2026-03-15T22:59:59.999Z");
    expect((await accept(made)).contract.status).toBe("CANCELLED");
  });

  type Made = { contractId: string; vehicleId: string; version: number };
  test.each<[string, string, (contract: Made) => Promise<unknown>]>([
    [
      "CONTRACT",
      "the contract",
      ({ contractId, version }) => group.change(extendContract, { contractId, version, months: 1 }),
    ],
    ["LEDGER", "the ledger", (contract) => used(contract)],
    [
      "READINGS",
      "a reading",
      ({ vehicleId }) =>
        group.change(recordOdometer, {
          vehicleId,
          odometer: km(31_000),
          date: "2026-03-01",
          source: "workshop",
        }),
    ],
  ])("is refused, and says so before, where %s has changed: %s", async (part, _, change) => {
    const contract = await anActiveContract(group, worked);
    const made = await quote(contract);
    await change(contract);
    expect(await read(made)).toMatchObject({ state: "OUTDATED", outdatedBy: [part] });
    const refusal = await refusalOf(accept(made));
    expect(refusal).toMatchObject({
      code: "RULE_BROKEN",
      fields: [{ path: "quote", code: "QUOTE_MISSING" }],
    });
    expect(refusal.message).toMatch(
      /^The quote does not hold any more: since it was made, .+ Make a new quote\.$/,
    );
    expect(await contractOf(contract)).toMatchObject({ status: "ACTIVE", cancellation: null });
  });

  test("holds whatever does not bear on the refund: a note, another number, the clock's own move", async () => {
    const contract = await aPendingContract(group, { ...worked, startDate: "2026-01-01" });
    const made = await quote(contract, { cancelDate: "2026-02-01", odometer: km(13_000) });
    const { contractId } = contract;
    const moved = await group.change(activateContract, { contractId, version: contract.version });
    const { version } = moved.contract;
    const noted = await group.change(addNote, { contractId, version, note: "Called: will think about it." });
    await group.change(updateContract, {
      contractId,
      version: noted.contract.version,
      changes: { description: "As agreed by phone" },
    });
    expect(await read(made)).toMatchObject({ state: "OPEN", outdatedBy: [] });
    expect((await accept(made)).contract).toMatchObject({ status: "CANCELLED" });
  });

  test("is refused where the contract is another's since: the refund was for the old holder", async () => {
    const contract = await anActiveContract(group, worked);
    const made = await quote(contract);
    const { partyId } = await aParty(group);
    const { contractId, version } = contract;
    await group.change(transferContract, { contractId, version, date: "2026-03-02", toPartyId: partyId });
    expect(await read(made)).toMatchObject({ state: "OUTDATED", outdatedBy: ["CONTRACT"] });
  });

  test("waits for the day it cancels on: until then the cover goes on", async () => {
    const contract = await anActiveContract(group, worked);
    const made = await quote(contract, { cancelDate: "2026-03-03" });
    expect(made.state).toBe("OPEN");
    expect(await faultsOf(accept(made))).toEqual({ cancelDate: "CANCEL_IN_FUTURE" });
    clock.set("2026-03-02T23:00:00.000Z"); // midnight in Hamburg
    expect((await accept(made)).contract.cancellation).toMatchObject({ date: "2026-03-03" });
  });

  test("is refused where the enterprise goes by another rule set since", async () => {
    const other = await aDealerGroup(database, "Westwind");
    const made = await aRefundQuote(other);
    await other.database.write(other.enterpriseId, (tx) =>
      tx
        .update(enterprise)
        .set({ defaultRuleSet: { code: "OKLAHOMA", version: 1 } })
        .where(eq(enterprise.enterpriseId, other.enterpriseId)),
    );
    expect(await other.ask(getRefundQuote, made)).toMatchObject({ outdatedBy: ["RULE_SET"] });
    expect(await faultsOf(other.change(acceptRefundQuote, { quoteId: made.quoteId }))).toEqual({
      quote: "QUOTE_MISSING",
    });
  });

  test("is refused of a contract that has run out since", async () => {
    const contract = await anActiveContract(group, { ...worked, termMonths: null, endDate: "2026-03-04" });
    const made = await quote(contract);
    clock.set("2026-03-05T08:00:00.000Z");
    expect(await read(made)).toMatchObject({ state: "OUTDATED", outdatedBy: ["CONTRACT"] });
    expect(await faultsOf(accept(made))).toEqual({ status: "WRONG_STATUS" });
  });

  test("at once by two cancels once", async () => {
    const contract = await anActiveContract(group, worked);
    const [one, another] = [await quote(contract), await quote(contract)];
    for (const made of [one, another, one]) expect((await read(made)).state).toBe("OPEN");
    const calls = await Promise.allSettled([one, another, one, another].map((made) => accept(made)));
    expect(calls.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const call of calls)
      if (call.status === "rejected")
        expect(call.reason).toMatchObject({
          problem: { code: "RULE_BROKEN", fields: [{ code: "WRONG_STATUS" }] },
        });
    expect(await historyOf(group, contract.contractId)).toHaveLength(2);
    const { items } = await group.ask(listRefundQuotes, { contractId: contract.contractId });
    expect(items.map(({ state }) => state).sort()).toEqual(["ACCEPTED", "OUTDATED"]);
  });

  test("against a change, or a reading, either comes first and the other knows", async () => {
    for (let round = 0; round < 6; round += 1) {
      const contract = await anActiveContract(group, worked);
      const { contractId, vehicleId } = contract;
      const made = await quote(contract);
      const [accepted, changed, readAt] = await Promise.allSettled([
        accept(made),
        group.change(extendContract, { contractId, version: 1, months: 1 }),
        group.change(recordOdometer, {
          vehicleId,
          odometer: km(31_000),
          date: "2026-03-01",
          source: "workshop",
        }),
      ]);
      expect(readAt.status).toBe("fulfilled");
      const now = await contractOf(contract);
      expect(now.status).toBe(accepted.status === "fulfilled" ? "CANCELLED" : "ACTIVE");
      if (accepted.status === "fulfilled" && changed.status === "fulfilled")
        throw new Error("Both came first.");
      if (accepted.status === "rejected")
        expect(accepted.reason).toMatchObject({
          problem: { code: expect.stringMatching(/^(RULE_BROKEN|STALE_VERSION)$/) },
        });
      expect(await group.ask(verifyContractHistory, { contractId })).toMatchObject({ intact: true });
    }
  });

  type Work = (tx: TenantTx, contract: Made) => Promise<unknown>;
  test.each<[string, Work]>([
    [
      "a reading",
      (tx, { vehicleId }) =>
        recordOdometer(tx, group.advisor, {
          vehicleId,
          odometer: km(31_000),
          date: "2026-03-01",
          source: "workshop",
        }),
    ],
    [
      "an entry of the ledger",
      async (tx, contract) => {
        // As whoever writes the ledger does: the contract's row is held.
        await tx
          .update(contractTable)
          .set({ used: { allowances: {}, amounts: { ENGINE: 15_000 } } })
          .where(eq(contractTable.contractId, contract.contractId));
        await tx.insert(contractUsage).values(anEntry(tx, contract));
      },
    ],
  ])("waits for %s that is on its way, and then knows of it", async (_, work) => {
    const contract = await anActiveContract(group, worked);
    const made = await quote(contract);
    const [written, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const writing = group.database.write(group.enterpriseId, async (tx) => {
      await work(tx, contract);
      written.resolve();
      await goOn.promise;
    });
    await written.promise;
    const accepting = refusalOf(accept(made));
    for (const _ of "many round trips") await contractOf(contract);
    goOn.resolve();
    await writing;
    expect(await accepting).toMatchObject({ fields: [{ code: "QUOTE_MISSING" }] });
  });

  test("is for advisors of the store; a stranger's quote is not there", async () => {
    const ofLeeds = await aRefundQuote(group, { storeId: group.leeds.storeId });
    expect(await refusalOf(accept(ofLeeds, group.advisorOfHamburg))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(accept(ofLeeds, group.viewer))).toMatchObject({ code: "FORBIDDEN" });
    const nobody = await refusalOf(accept({ quoteId: newId() }));
    expect(nobody).toMatchObject({ code: "NOT_FOUND" });
    const theirs = await aRefundQuote(stranger);
    expect(await refusalOf(accept(theirs))).toEqual(nobody);
    expect(await refusalOf(read(theirs))).toEqual(nobody);
    // Whoever may see the contract may see its quotes.
    expect(await group.ask(getRefundQuote, { quoteId: ofLeeds.quoteId }, group.viewer)).toMatchObject({
      state: "OPEN",
    });
  });
});
