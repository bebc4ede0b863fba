import { ContractStatus } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holderOn } from "./holders.ts";
import { addDays } from "./temporal.ts";
import { aNearDate } from "./testing/arbitraries.ts";
import {
  type TransferableContract,
  transferBreaks,
  transferDayBreaks,
  transferRequestBreaks,
  transferredParties,
} from "./transfer.ts";

const contract: TransferableContract = {
  status: "ACTIVE",
  startDate: "2026-01-01",
  endDate: "2028-12-31",
  distance: { kind: "unlimited" },
  parties: [
    { role: "SELLER", partyId: "house", from: null, to: null },
    { role: "HOLDER", partyId: "erika", from: "2026-01-01", to: null },
    { role: "PAYER", partyId: "erika", from: null, to: null },
  ],
};
const today = "2026-06-15";
const facts = { today };
const transferred = (
  transfer: { date: string; toPartyId?: string },
  changes: Partial<TransferableContract> = {},
) => transferredParties({ ...contract, ...changes }, { toPartyId: "max", ...transfer }, facts);
const code = (outcome: ReturnType<typeof transferred>) => (outcome.ok ? null : outcome.fields[0]?.code);

test("the old holder's interval ends the day before, the new one's begins; the others stay as they are", () => {
  expect(transferred({ date: "2026-06-01" })).toEqual({
    ok: true,
    value: [
      { role: "SELLER", partyId: "house", from: null, to: null },
      { role: "HOLDER", partyId: "erika", from: "2026-01-01", to: "2026-05-31" },
      { role: "HOLDER", partyId: "max", from: "2026-06-01", to: null },
      { role: "PAYER", partyId: "erika", from: null, to: null },
    ],
  });
});

test("each day has one holder: the old one before the day, the new one from it on", () => {
  fc.assert(
    fc.property(aNearDate, aNearDate, (date, day) => {
      const parties = [{ role: "HOLDER" as const, partyId: "erika", from: "2026-01-01", to: null }];
      const outcome = transferredParties(
        { ...contract, parties },
        { date, toPartyId: "max" },
        { today: "2026-12-31" },
      );
      if (!outcome.ok) throw new Error("a day after the start can be that of a transfer");
      expect(holderOn(outcome.value, contract, day)?.partyId).toBe(day < date ? "erika" : "max");
    }),
  );
});

test.each([
  ["2026-01-01", "TRANSFER_TOO_EARLY"],
  ["2026-01-02", null],
  ["2026-06-15", null],
  ["2026-06-16", "TRANSFER_IN_FUTURE"],
])("a transfer on %s, held since 2026-01-01, asked on 2026-06-15: %s", (date, expected) => {
  expect(code(transferred({ date }))).toBe(expected);
});

test("a holder without a first day has had the contract from its start", () => {
  const parties = [{ role: "HOLDER" as const, partyId: "erika", from: null, to: null }];
  expect(code(transferred({ date: "2026-01-01" }, { parties }))).toBe("TRANSFER_TOO_EARLY");
  expect(code(transferred({ date: "2026-01-02" }, { parties }))).toBeNull();
});

describe("sold, and to start later", () => {
  const sold = {
    status: "PENDING" as const,
    saleDate: "2026-06-10",
    startDate: "2026-07-01",
    parties: [{ role: "HOLDER" as const, partyId: "erika", from: "2026-07-01", to: null }],
  };
  const fromTheStart = {
    ...sold,
    parties: [{ role: "HOLDER" as const, partyId: "erika", from: null, to: null }],
  };

  test.each([
    ["2026-06-10", "TRANSFER_TOO_EARLY"],
    ["2026-06-11", null],
    ["2026-06-15", null],
    ["2026-06-16", "TRANSFER_IN_FUTURE"],
    ["2026-07-02", "TRANSFER_IN_FUTURE"],
  ])("on 2026-06-10, a transfer on %s, asked on 2026-06-15: %s", (date, expected) => {
    expect([code(transferred({ date }, sold)), code(transferred({ date }, fromTheStart))]).toEqual([
      expected,
      expected,
    ]);
  });

  test("the old holder has had it since the sale, the new one takes it into the start", () => {
    const parties = [
      { role: "HOLDER", partyId: "erika", from: "2026-06-10", to: "2026-06-14" },
      { role: "HOLDER", partyId: "max", from: "2026-06-15", to: null },
    ];
    expect(transferred({ date: today }, sold)).toEqual({ ok: true, value: parties });
    expect(transferred({ date: today }, fromTheStart)).toEqual({ ok: true, value: parties });
  });

  test("what was asked for before the start is taken after it too", () => {
    const started = { ...contract, ...sold, status: "ACTIVE" as const };
    const asked = { date: "2026-06-15", toPartyId: "max", askedOn: "2026-06-15" };
    expect(transferredParties(started, asked, { today: "2026-07-03" }).ok).toBe(true);
    expect(transferredParties(started, { ...asked, askedOn: undefined }, { today: "2026-07-03" }).ok).toBe(
      false,
    );
  });

  test("without a known sale, or sold today, there is no day yet, and that is said with the first one", () => {
    const breaks = (changes: Partial<TransferableContract>) =>
      transferDayBreaks({ ...contract, ...sold, ...changes }, facts);
    expect(breaks({})).toBeNull();
    expect(breaks({ saleDate: null })).toMatchObject({
      code: "TRANSFER_TOO_EARLY",
      message:
        "The present holder has the contract from 1 Jul 2026, for a day at least. It can be transferred from 2 Jul 2026.",
    });
    expect(breaks({ saleDate: today })?.message).toContain("from 16 Jun 2026.");
    expect(breaks({ parties: [] })).toBeNull();
  });
});

test("a contract goes on from hand to hand, but not to who holds it, nor behind the last transfer", () => {
  const first = transferred({ date: "2026-03-01" });
  if (!first.ok) throw new Error("the first transfer is taken");
  const parties = first.value;
  expect(code(transferred({ date: "2026-05-01" }, { parties }))).toBe("SAME_HOLDER");
  expect(code(transferred({ date: "2026-03-01", toPartyId: "nora" }, { parties }))).toBe(
    "TRANSFER_TOO_EARLY",
  );
  expect(transferred({ date: "2026-05-01", toPartyId: "erika" }, { parties })).toMatchObject({
    value: [
      {},
      { partyId: "erika", to: "2026-02-28" },
      { partyId: "max", from: "2026-03-01", to: "2026-04-30" },
      { partyId: "erika", from: "2026-05-01", to: null },
      {},
    ],
  });
});

test("a holder who was to come later is not put aside unseen", () => {
  const parties = [
    { role: "HOLDER" as const, partyId: "erika", from: "2026-01-01", to: "2026-12-31" },
    { role: "HOLDER" as const, partyId: "nora", from: "2027-01-01", to: null },
  ];
  expect(code(transferred({ date: "2026-06-01" }, { parties }))).toBe("HOLDER_OVERLAP");
});

test("a contract that nobody holds has nobody to transfer it", () => {
  expect(code(transferred({ date: "2026-06-01" }, { parties: [] }))).toBe("HOLDER_MISSING");
});

test("only what runs or will run is transferred, by its effective status", () => {
  const allowed = ContractStatus.options.filter((status) => !transferBreaks({ ...contract, status }, facts));
  expect(allowed).toEqual(["PENDING", "ACTIVE", "SUSPENDED"]);
  expect(transferBreaks(contract, { today: "2029-01-01" })?.code).toBe("WRONG_STATUS");
});

test("the policy NONE refuses it, none of its own takes it as AUTOMATIC does", () => {
  const policy = (kind: "NONE" | "AUTOMATIC" | null) =>
    code(transferred({ date: "2026-06-01" }, { transferPolicy: kind && { kind } }));
  expect([policy("NONE"), policy("AUTOMATIC"), policy(null)]).toEqual(["TRANSFER_EXCLUDED", null, null]);
  const cancelled = { transferPolicy: { kind: "NONE" as const }, status: "CANCELLED" as const };
  expect(code(transferred({ date: "2026-06-01" }, cancelled))).toBe("WRONG_STATUS");
});

test("on request it is asked for within the window, whose last day counts; without one, whenever", () => {
  const transferPolicy = { kind: "ON_REQUEST" as const, windowDays: 14, fee: null };
  const asked = (date: string, policy: TransferableContract["transferPolicy"] = transferPolicy) =>
    transferRequestBreaks({ ...contract, transferPolicy: policy }, { date, toPartyId: "max" }, facts)[0]
      ?.code ?? null;
  expect([asked("2026-06-01"), asked("2026-05-31")]).toEqual([null, "TRANSFER_WINDOW_OVER"]);
  expect([
    asked(today, { ...transferPolicy, windowDays: 0 }),
    asked(addDays(today, -1), { ...transferPolicy, windowDays: 0 }),
  ]).toEqual([null, "TRANSFER_WINDOW_OVER"]);
  expect(asked("2026-01-02", { kind: "AUTOMATIC" })).toBeNull();
  expect(asked("2026-06-16")).toBe("TRANSFER_IN_FUTURE");
});
