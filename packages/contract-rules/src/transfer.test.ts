import { ContractStatus } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { holderOn } from "./holders.ts";
import { addDays } from "./temporal.ts";
import { aNearDate } from "./testing/arbitraries.ts";
import {
  type TransferableContract,
  transferBreaks,
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
