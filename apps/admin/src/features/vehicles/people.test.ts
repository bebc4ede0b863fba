import type { Contract } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { aReadContract } from "../contracts/testing/a-read-contract.ts";
import { peopleOf, rolesWord } from "./people.ts";

type Part = Contract["parties"][number];
const part = (
  role: Part["role"],
  partyId: string,
  from: string | null = null,
  to: string | null = null,
): Part => ({
  role,
  partyId,
  from,
  to,
});
const people = (...given: Partial<Contract>[]) => peopleOf(given.map((each) => aReadContract(each)));

test("one who holds and pays stands once, since the first day of the first contract", () => {
  const [maren, ...others] = people(
    { parties: [part("HOLDER", "maren"), part("PAYER", "maren")] },
    { effectiveStatus: "EXPIRED", startDate: "2023-04-14", parties: [part("HOLDER", "maren")] },
  );
  expect(others).toEqual([]);
  expect(maren).toEqual({
    partyId: "maren",
    roles: ["HOLDER", "PAYER"],
    since: "2023-04-14",
    current: true,
    until: null,
  });
  expect(maren && rolesWord(maren)).toBe("Holder, payer");
});

test("who handed a contract over, and who had one that is over, were there before", () => {
  expect(
    people(
      { parties: [part("HOLDER", "old", null, "2027-01-31"), part("HOLDER", "new", "2027-02-01")] },
      { effectiveStatus: "EXPIRED", endDate: "2025-12-31", parties: [part("HOLDER", "first")] },
    ).map(({ partyId, current, until }) => [partyId, current, until]),
  ).toEqual([
    ["new", true, null],
    ["old", false, "2027-01-31"],
    ["first", false, "2025-12-31"],
  ]);
});

test("one of a contract that ended early was there before, until nobody knows when", () => {
  expect(people({ effectiveStatus: "CANCELLED", parties: [part("HOLDER", "maren")] })).toMatchObject([
    { current: false, until: null },
  ]);
});

test("holders stand before payers; sellers, lienholders, drafts and void contracts name nobody", () => {
  expect(
    people(
      {
        parties: [
          part("PAYER", "bank"),
          part("HOLDER", "maren"),
          part("SELLER", "seller"),
          part("LIENHOLDER", "lien"),
        ],
      },
      { effectiveStatus: "DRAFT", parties: [part("HOLDER", "draft")] },
      { effectiveStatus: "VOID", parties: [part("HOLDER", "void")] },
    ).map(({ partyId }) => partyId),
  ).toEqual(["maren", "bank"]);
});
