import { describe, expect, test } from "vitest";
import { changedFields, joined } from "../../../ui/conflict/flat-merge.ts";
import { type PartyWritten, writtenOf } from "../form/written.ts";
import { aParty } from "../testing/a-party.ts";
import { flatVersions, writtenOfFlat } from "./flat-party.ts";

const kai = { lines: ["Am Kai 1"], postalCode: "50667", city: "Köln", country: "DE" };
const ring = { lines: ["Ring 7"], postalCode: "50354", city: "Hürth", country: "DE" };
const hof = { lines: ["Hof 2"], postalCode: "50321", city: "Brühl", country: "DE" };
const base = writtenOf(aParty({ addresses: [kai, ring] }));

/** What comes of it, and what is to be chosen, when theirs and mine meet. */
function meet(
  theirs: Partial<PartyWritten>,
  mine: Partial<PartyWritten>,
  chosen: [string, "theirs" | "mine"][] = [],
) {
  const { records, labels } = flatVersions({
    base,
    theirs: { ...base, ...theirs },
    mine: { ...base, ...mine },
  });
  const changed = changedFields(Object.keys(labels), records);
  return {
    written: writtenOfFlat(joined(changed, records, new Map(chosen))),
    clashes: changed.filter(({ by }) => by === "clash").map(({ field }) => labels[field]),
    changed: changed.map(({ field }) => labels[field]),
  };
}

describe("two who change one customer", () => {
  test("nothing changes, nothing is lost: the parts make the very customer", () => {
    expect(meet({}, {})).toEqual({ written: base, clashes: [], changed: [] });
  });

  test("consent is joined channel by channel", () => {
    const { written, clashes, changed } = meet(
      { consent: { ...base.consent, email: false } },
      { consent: { ...base.consent, post: true } },
    );
    expect(clashes).toEqual([]);
    expect(changed).toEqual(["Marketing by e\u2011mail", "Marketing by post"]);
    expect(written.consent).toEqual({ email: false, phone: false, text: false, post: true });
  });

  test("each keeps the address they added", () => {
    const { written, clashes } = meet(
      { addresses: [kai, ring, hof] },
      { addresses: [kai, ring, { ...hof, city: "Bonn" }] },
    );
    expect(clashes).toEqual([]);
    expect(written.addresses).toEqual([kai, ring, hof, { ...hof, city: "Bonn" }]);
  });

  test("the same address added by both is there once", () => {
    expect(meet({ addresses: [kai, ring, hof] }, { addresses: [kai, ring, hof] }).written.addresses).toEqual([
      kai,
      ring,
      hof,
    ]);
  });

  test("one takes an address out, the other changes another one", () => {
    const moved = { ...ring, lines: ["Ring 9"] };
    const { written, clashes } = meet({ addresses: [ring] }, { addresses: [kai, moved] });
    expect(clashes).toEqual([]);
    expect(written.addresses).toEqual([moved]);
  });

  test("an address that both changed is chosen", () => {
    const theirs = { ...kai, lines: ["Am Kai 3"] };
    const mine = { ...kai, lines: ["Am Kai 5"] };
    const { clashes } = meet({ addresses: [theirs, ring] }, { addresses: [mine, ring] });
    expect(clashes).toEqual(["Address 1"]);
    const { written } = meet({ addresses: [theirs, ring] }, { addresses: [mine, ring] }, [["was:0", "mine"]]);
    expect(written.addresses).toEqual([mine, ring]);
  });

  test("a company has no given name left, whoever changed it", () => {
    const { written } = meet(
      { kind: "COMPANY", givenName: null, familyName: null, companyName: "Reuterhof GmbH" },
      { givenName: "Anna", phone: null },
      [["givenName", "mine"]],
    );
    expect(written).toMatchObject({
      kind: "COMPANY",
      givenName: null,
      companyName: "Reuterhof GmbH",
      phone: null,
    });
  });
});
