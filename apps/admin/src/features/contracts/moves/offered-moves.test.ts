import { expect, test } from "vitest";
import { aReadContract } from "../testing/a-read-contract.ts";
import { offeredMoves } from "./offered-moves.ts";

const offers = (
  facts: Parameters<typeof aReadContract>[0],
  hasSuccessor: boolean | null = false,
  isTransferAsked: boolean | null = false,
) => {
  const { offered, hints } = offeredMoves(aReadContract(facts), { hasSuccessor, isTransferAsked });
  return { offered: [...offered], hints };
};

test("what runs may be extended, suspended, transferred, renewed and voided", () => {
  expect(offers({ status: "ACTIVE" })).toEqual({
    offered: ["extend", "suspend", "transfer", "renew", "void"],
    hints: [],
  });
});

test("what is suspended is resumed, not voided", () => {
  expect(offers({ status: "SUSPENDED" }).offered).toEqual(["extend", "resume", "transfer", "renew"]);
});

test("a draft may be voided, and what is final takes no move", () => {
  expect(offers({ status: "DRAFT" }).offered).toEqual(["void"]);
  for (const status of ["CANCELLED", "VOID"] as const) expect(offers({ status }).offered).toEqual([]);
});

test("what another contract follows is neither extended nor renewed, and that is said once", () => {
  const { offered, hints } = offers({ status: "ACTIVE" }, true);
  expect(offered).not.toContain("extend");
  expect(offered).not.toContain("renew");
  expect(hints).toEqual(["Extend and renew are not offered: another contract follows this one."]);
  expect(offers({ status: "ACTIVE" }, null).hints).toEqual([]);
});

test("what has been used is not voided, and says so", () => {
  const remaining = { allowances: [{ code: "OIL", quantity: 3, used: 1, left: 2 }], amounts: [] };
  const { offered, hints } = offers({ status: "ACTIVE", remaining });
  expect(offered).not.toContain("void");
  expect(hints).toEqual(["Void is not offered: the contract has been used."]);
});

test("by its terms a contract may stay with its holder", () => {
  const { offered, hints } = offers({ status: "ACTIVE", transferPolicy: { kind: "NONE" } });
  expect(offered).not.toContain("transfer");
  expect(hints).toEqual(["Transfer is not offered: by its terms the contract stays with its holder."]);
});

test("while a transfer is asked for no other is, and until that is known none is offered", () => {
  const { offered, hints } = offers({ status: "ACTIVE" }, false, true);
  expect(offered).not.toContain("transfer");
  expect(hints).toEqual([
    "Transfer is not offered: one is asked for already, and an administrator decides on it first.",
  ]);
  expect(offers({ status: "ACTIVE" }, false, null)).toEqual({
    offered: ["extend", "suspend", "renew", "void"],
    hints: [],
  });
});

test("what is sold and starts later is transferred from the day after the sale, and says from when otherwise", () => {
  const pending = (saleDate: string | null) =>
    offers({
      status: "PENDING",
      startDate: "2027-09-01",
      endDate: "2030-08-31",
      saleDate,
      parties: [{ role: "HOLDER", partyId: "annika", from: "2027-09-01", to: null }],
    });
  expect(pending("2027-07-31").offered).toContain("transfer");
  expect(pending("2027-08-01").offered).not.toContain("transfer");
  expect(pending("2027-08-01").hints).toEqual([
    "Transfer is not offered yet. The present holder has the contract from 1 Aug 2027, for a day at least. It can be transferred from 2 Aug 2027.",
  ]);
  expect(pending(null).hints[0]).toContain("It can be transferred from 2 Sep 2027.");
});
