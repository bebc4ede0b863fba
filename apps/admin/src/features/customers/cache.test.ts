import { expect, test } from "vitest";
import { pageWith, withChanges } from "./cache.ts";
import { aParty } from "./testing/a-party.ts";

test("a changed customer is named anew, and keeps what was not changed", () => {
  const party = aParty();
  expect(withChanges(party, { familyName: "Oberholz", phone: null })).toEqual({
    ...party,
    familyName: "Oberholz",
    phone: null,
    name: "Annika Oberholz",
  });
  expect(withChanges(party, { kind: "COMPANY", companyName: "Reuterhof GmbH" }).name).toBe("Reuterhof GmbH");
});

test("a page shows the row as it is now; another page stays the very same", () => {
  const [own, other] = [aParty(), aParty({ partyId: "other" })];
  const page = { items: [other, own], nextCursor: null };
  const changed = { ...own, phone: null };
  expect(pageWith(page, changed)?.items).toEqual([other, changed]);
  expect(pageWith(page, aParty({ partyId: "third" }))).toBe(page);
  expect(pageWith(undefined, own)).toBeUndefined();
});
