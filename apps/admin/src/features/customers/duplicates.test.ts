import { expect, test } from "vitest";
import { duplicatesOf, isSamePhone } from "./duplicates.ts";
import { aParty } from "./testing/a-party.ts";

const annika = aParty();
const namesake = aParty({ partyId: "namesake", email: "other@example.com", phone: "030 1234567" });
const husband = aParty({ partyId: "husband", givenName: "Ben", name: "Ben Reuterhof" });
const typed = { partyId: null, email: " Annika.Reuterhof@Example.com", phone: "+49 221 4710 233" };

test("the same name and e-mail address is probably the same customer; another with the address is told too", () => {
  expect(duplicatesOf(typed, [annika, namesake], [annika, husband])).toEqual([
    { party: annika, same: "name and e-mail address" },
    { party: husband, same: "e-mail address" },
  ]);
});

test("the same name and telephone number is, however the number is written", () => {
  expect(duplicatesOf({ ...typed, email: null }, [annika, namesake], [])).toEqual([
    { party: annika, same: "name and telephone number" },
  ]);
});

test("a name alone says nothing, nor does an address that only begins alike", () => {
  expect(duplicatesOf({ partyId: null, email: null, phone: null }, [annika], [])).toEqual([]);
  const longer = aParty({ email: "annika.reuterhof@example.community" });
  expect(duplicatesOf({ ...typed, phone: null }, [longer], [longer])).toEqual([]);
});

test("nobody is a duplicate of themselves", () => {
  expect(duplicatesOf({ ...typed, partyId: annika.partyId }, [annika], [annika])).toEqual([]);
});

test("a number is the same with its country and without, and not by a few digits", () => {
  expect(isSamePhone("+49 (0) 221 4710-233", "0221 4710 233")).toBe(true);
  expect(isSamePhone("0221 4710 233", "0221 4710 234")).toBe(false);
  expect(isSamePhone("4710 23", "471023")).toBe(false);
  expect(isSamePhone(null, null)).toBe(false);
});
