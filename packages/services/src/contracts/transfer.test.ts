import type { Contract, ContractInput, TransferPage } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../actor.ts";
import {
  aClock,
  aDealerGroup,
  anActiveContract,
  aParty,
  faultsOf,
  historyOf,
  monday,
  refusalOf,
} from "../testing/index.ts";
import { approveTransfer } from "../transfers/approve.ts";
import { listTransfers } from "../transfers/list.ts";
import { refuseTransfer } from "../transfers/refuse.ts";
import { getContract } from "./get.ts";
import { listContracts } from "./list.ts";
import { suspendContract } from "./suspend.ts";
import { transferContract } from "./transfer.ts";
import { verifyContractHistory } from "./verify-history.ts";
import { voidContract } from "./void.ts";

const clock = aClock();
const { database } = await testDatabase({ clock: clock.now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");
beforeEach(() => clock.set(monday));
const max = await aParty(group, { givenName: "Max", familyName: "Neumann" });
const nora = await aParty(group, { givenName: "Nora", familyName: "Ahrens" });

const fee = { amountMinor: 4_500, currency: "EUR" };
const onRequest = { kind: "ON_REQUEST" as const, windowDays: 14, fee };
const held = (facts: Partial<ContractInput> = {}) => anActiveContract(group, facts);
const at = ({ contractId, version }: { contractId: string; version: number }) => ({ contractId, version });
const transfer = (
  one: { contractId: string; version: number },
  given: { date?: string; toPartyId?: string; reason?: string } = {},
  actor?: Actor,
) =>
  group.change(transferContract, { ...at(one), date: "2026-03-01", toPartyId: max.partyId, ...given }, actor);
const approve = (requestId: string, given: { feePaid?: boolean } = {}, actor = group.administrator) =>
  group.change(approveTransfer, { requestId, ...given }, actor);
const refuse = (requestId: string, reason?: string, actor = group.administrator) =>
  group.change(refuseTransfer, { requestId, ...(reason ? { reason } : {}) }, actor);
const requested = async (facts: Partial<ContractInput> = {}) => {
  const { contract, transferRequest } = await transfer(await held({ transferPolicy: onRequest, ...facts }));
  if (!transferRequest) throw new Error("the transfer is only asked for");
  return { contract, request: transferRequest };
};
const read = (contractId: string) => group.ask(getContract, { contractId });
const listed = async (input: Parameters<typeof listTransfers>[2], actor?: Actor) =>
  (await group.ask(listTransfers, input, actor)).items.map(({ requestId }) => requestId);

describe("by a policy that does not ask", () => {
  test("the contract goes over at once, and the history shows both holders", async () => {
    const before = await held({ contractNumber: "EW-1" });
    const erika = before.parties[0]?.partyId;
    const { contract, warnings, transferRequest } = await transfer(before, { reason: "Sold privately" });
    expect({ warnings, transferRequest }).toEqual({ warnings: [], transferRequest: null });
    const parties = [
      { role: "HOLDER", partyId: erika, from: "2026-02-01", to: "2026-02-28" },
      { role: "HOLDER", partyId: max.partyId, from: "2026-03-01", to: null },
    ];
    expect(contract).toEqual({ ...before, version: 2, parties });
    expect((await historyOf(group, before.contractId)).at(-1)).toMatchObject({
      action: "contract.transferred",
      reason: "Sold privately",
      changes: [{ field: "parties", before: before.parties, after: parties }],
    });
    expect(await group.ask(verifyContractHistory, at(before))).toMatchObject({ intact: true });
  });

  test("the new holder is who lists and searches find it by", async () => {
    const { contract } = await transfer(await held({ contractNumber: "EW-2" }));
    expect((await read(contract.contractId)).holder).toEqual({ partyId: max.partyId, name: "Max Neumann" });
    const found = await group.ask(listContracts, { search: "neumann EW-2" });
    expect(found.items.map(({ contractId }) => contractId)).toEqual([contract.contractId]);
    expect((await group.ask(listContracts, { search: "mustermann EW-2" })).items).toEqual([]);
  });

  test.each<[string, Partial<ContractInput>, Parameters<typeof transfer>[1], Record<string, string>]>([
    [
      "never, by its terms",
      { transferPolicy: { kind: "NONE" } },
      {},
      { transferPolicy: "TRANSFER_EXCLUDED" },
    ],
    ["not on a day to come", {}, { date: "2026-03-03" }, { date: "TRANSFER_IN_FUTURE" }],
    ["not on the holder's first day", {}, { date: "2026-02-01" }, { date: "TRANSFER_TOO_EARLY" }],
    ["not of a draft", { status: "DRAFT" }, {}, { status: "WRONG_STATUS" }],
  ])("%s", async (_, facts, given, faults) => {
    expect(await faultsOf(transfer(await held(facts), given))).toEqual(faults);
  });

  test("the store's day decides what a day to come is", async () => {
    clock.set("2026-06-14T22:30:00.000Z");
    const inLeeds = await held({
      storeId: group.leeds.storeId,
      price: { grossMinor: 1, currency: "GBP" },
    });
    const given = { date: "2026-06-15" };
    expect(await faultsOf(transfer(inLeeds, given))).toEqual({ date: "TRANSFER_IN_FUTURE" });
    expect((await transfer(await held(), given)).contract.version).toBe(2);
  });

  test("not to who holds it, nor to somebody who is not there", async () => {
    const { contract } = await transfer(await held());
    expect(await faultsOf(transfer(contract, { date: "2026-03-02" }))).toEqual({ toPartyId: "SAME_HOLDER" });
    const theirs = await aParty(stranger);
    for (const toPartyId of [newId(), theirs.partyId])
      expect(await refusalOf(transfer(contract, { toPartyId }))).toMatchObject({
        code: "NOT_FOUND",
        fields: [{ path: "toPartyId" }],
      });
  });

  test("two who transfer at once do it once; a stale version says who was faster", async () => {
    const before = await held();
    const calls = await Promise.allSettled([transfer(before), transfer(before, { toPartyId: nora.partyId })]);
    expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await refusalOf(transfer(before))).toMatchObject({
      code: "STALE_VERSION",
      changedSince: [{ field: "parties" }],
    });
    expect((await read(before.contractId)).parties).toHaveLength(2);
  });
});

describe("sold, and to start later", () => {
  const sold = { status: "PENDING" as const, saleDate: "2026-02-20", startDate: "2026-03-10" };

  test("the contract goes over before it begins: the old holder has had it since the sale", async () => {
    const { contract } = await transfer(await held(sold));
    expect(contract).toMatchObject({
      effectiveStatus: "PENDING",
      parties: [
        { from: "2026-02-20", to: "2026-02-28" },
        { partyId: max.partyId, from: "2026-03-01", to: null },
      ],
    });
    expect((await read(contract.contractId)).holder?.partyId).toBe(max.partyId);
    expect(await faultsOf(transfer(await held(sold), { date: "2026-02-20" }))).toEqual({
      date: "TRANSFER_TOO_EARLY",
    });
  });

  test("what was asked for before the start is approved after it", async () => {
    const { request } = await requested(sold);
    clock.set("2026-03-12T09:00:00.000Z");
    const { contract } = await approve(request.requestId, { feePaid: true });
    expect(contract).toMatchObject({
      effectiveStatus: "ACTIVE",
      parties: [{ from: "2026-02-20" }, { from: "2026-03-01" }],
    });
  });
});

describe("on request", () => {
  test("nothing changes until an administrator approves it; then the holder does, from the day asked for", async () => {
    const { contract, request } = await requested();
    expect(contract).toMatchObject({ version: 1, parties: [{ to: null }] });
    expect(request).toMatchObject({
      contractId: contract.contractId,
      contractVersion: 1,
      state: "REQUESTED",
      date: "2026-03-01",
      fromParty: { name: "Erika Mustermann" },
      toParty: { partyId: max.partyId, name: "Max Neumann" },
      fee,
      requestedBy: { name: "Ann Advisor" },
      requestedAt: monday,
      decidedBy: null,
      reason: null,
    });
    expect(await historyOf(group, contract.contractId)).toHaveLength(1);
    clock.set("2026-04-20T09:00:00.000Z"); // the window is that of asking
    const approved = await approve(request.requestId, { feePaid: true });
    expect(approved).toMatchObject({
      contract: { version: 2, parties: [{ to: "2026-02-28" }, { partyId: max.partyId, from: "2026-03-01" }] },
      transferRequest: {
        requestId: request.requestId,
        state: "APPROVED",
        decidedBy: { name: "Adam Administrator" },
        decidedAt: "2026-04-20T09:00:00.000Z",
      },
    });
    expect((await historyOf(group, contract.contractId)).at(-1)).toMatchObject({
      action: "contract.transferred",
      actor: { name: "Adam Administrator" },
    });
  });

  test("refused, it leaves the contract with its holder, says why, and another may be asked for", async () => {
    const { contract, request } = await requested();
    expect(await refuse(request.requestId, "No proof of sale")).toMatchObject({
      contract: { version: 1 },
      transferRequest: { state: "REFUSED", reason: "No proof of sale" },
    });
    expect(await faultsOf(approve(request.requestId))).toEqual({ requestId: "REQUEST_DECIDED" });
    expect((await transfer(contract)).transferRequest?.state).toBe("REQUESTED");
  });

  test("it is asked for within the window, whose last day counts", async () => {
    const contract = await held({ transferPolicy: onRequest });
    clock.set("2026-03-15T09:00:00.000Z");
    expect(await faultsOf(transfer(contract, { date: "2026-02-28" }))).toEqual({
      date: "TRANSFER_WINDOW_OVER",
    });
    expect((await transfer(contract, { date: "2026-03-01" })).transferRequest).not.toBeNull();
  });

  test("its fee is to be paid: an approval that says it is not is none", async () => {
    const { contract, request } = await requested();
    expect(await faultsOf(approve(request.requestId, { feePaid: false }))).toEqual({ feePaid: "FEE_UNPAID" });
    expect((await read(contract.contractId)).version).toBe(1);
    const free = await requested({ transferPolicy: { ...onRequest, fee: null } });
    expect((await approve(free.request.requestId, { feePaid: false })).contract.version).toBe(2);
  });

  test("one waits at a time, also where two ask at once", async () => {
    const contract = await held({ transferPolicy: onRequest });
    const calls = await Promise.allSettled([
      transfer(contract),
      transfer(contract, { toPartyId: nora.partyId }),
    ]);
    expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await faultsOf(transfer(contract))).toEqual({ contractId: "TRANSFER_REQUESTED" });
    expect(await listed({ contractId: contract.contractId })).toHaveLength(1);
  });

  test("two who decide at once decide once", async () => {
    const { contract, request } = await requested();
    const calls = await Promise.allSettled([approve(request.requestId), refuse(request.requestId)]);
    expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await read(contract.contractId)).version).toBe(calls[0].status === "fulfilled" ? 2 : 1);
  });

  test("what has changed meanwhile is looked at again: the contract goes over as it is by then, or not at all", async () => {
    const one = await requested();
    await group.change(suspendContract, { ...at(one.contract), reason: "Stolen" });
    expect(await approve(one.request.requestId)).toMatchObject({
      contract: { version: 3, status: "SUSPENDED" },
    });
    const other = await requested();
    await group.change(voidContract, { ...at(other.contract), reason: "Sold in error" });
    expect(await faultsOf(approve(other.request.requestId))).toEqual({ status: "WRONG_STATUS" });
    expect((await refuse(other.request.requestId)).transferRequest?.state).toBe("REFUSED");
  });
});

describe("who", () => {
  test("asks: an advisor of the contract's store; decides: an administrator", async () => {
    const ofLeeds = await held({ storeId: group.leeds.storeId, price: { grossMinor: 1, currency: "GBP" } });
    for (const actor of [group.viewer, group.advisorOfHamburg])
      expect(await refusalOf(transfer(ofLeeds, {}, actor))).toMatchObject({ code: "FORBIDDEN" });
    const { request } = await requested();
    for (const decide of [approve, (id: string) => refuse(id, "no", group.advisor)])
      expect(await refusalOf(decide(request.requestId, {} as never, group.advisor))).toMatchObject({
        code: "FORBIDDEN",
      });
  });

  test("a request of another group, or of nobody, is not there", async () => {
    const { request } = await requested();
    const asked = (by: typeof group, requestId: string) =>
      refusalOf(by.change(approveTransfer, { requestId }, by.administrator));
    const ofNobody = await asked(stranger, newId());
    expect(ofNobody).toMatchObject({ code: "NOT_FOUND" });
    expect(await asked(stranger, request.requestId)).toEqual(ofNobody);
    expect(await refusalOf(stranger.ask(listTransfers, { contractId: request.contractId }))).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("sees them: newest first, by state, of the granted stores; of one contract whoever may read", async () => {
    const house = await aDealerGroup(database, "Fährhaus Automobile");
    const inStore = async (storeId: string, currency: string) => {
      const contract: Contract = await anActiveContract(house, {
        storeId,
        price: { grossMinor: 1, currency },
        transferPolicy: onRequest,
      });
      const toPartyId = (await aParty(house, { familyName: "Neu" })).partyId;
      const input = { ...at(contract), date: "2026-03-01", toPartyId };
      const { transferRequest } = await house.change(transferContract, input);
      return { contractId: contract.contractId, requestId: transferRequest?.requestId ?? "" };
    };
    const first = await inStore(house.hamburg.storeId, "EUR");
    const second = await inStore(house.leeds.storeId, "GBP");
    const third = await inStore(house.hamburg.storeId, "EUR");
    await house.change(refuseTransfer, { requestId: first.requestId }, house.administrator);
    const ids = async (input: Parameters<typeof listTransfers>[2], actor?: Actor) =>
      (await house.ask(listTransfers, input, actor)).items.map(({ requestId }) => requestId);
    expect(await ids({})).toEqual([third.requestId, second.requestId, first.requestId]);
    expect(await ids({ filter: { state: ["REQUESTED"] } })).toEqual([third.requestId, second.requestId]);
    expect(await ids({}, house.advisorOfHamburg)).toEqual([third.requestId, first.requestId]);
    expect(await ids({ contractId: second.contractId }, house.advisorOfHamburg)).toEqual([second.requestId]);
    const page: TransferPage = await house.ask(listTransfers, { limit: 2 });
    expect(page.items[0]?.contract).toMatchObject({ storeName: "Hamburg", vehicleName: "Volkswagen Golf" });
    expect(await ids({ cursor: page.nextCursor, limit: 2 })).toEqual([first.requestId]);
  });
});
