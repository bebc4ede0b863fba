import type { CoverageLine } from "@vehicle-contracts/contract-model";
import { completeTerms, type WrittenFields } from "@vehicle-contracts/contract-rules";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Chosen } from "../../../ui/conflict/conflict-row.ts";
import { aContract } from "../testing/a-contract.ts";
import { changedParts, joined, sidesOf } from "./merge.ts";

const base: WrittenFields = aContract();
const line = (code: string, percent = 100): CoverageLine => ({
  code,
  description: null,
  treatment: "COVERED",
  partsPercent: percent,
  labourPercent: 100,
  endDate: null,
  endOdometer: null,
  maximumAmount: null,
});

/** The contract with its start moved, and those who were there from the start with it. */
const startingIn = (startDate: string, endDate: string): WrittenFields => ({
  ...base,
  startDate,
  endDate,
  parties: base.parties.map((party) => ({ ...party, from: startDate })),
});

const join = (theirs: WrittenFields, mine: WrittenFields, chosen: Chosen = new Map()) => {
  const outcome = joined(base, theirs, mine, sidesOf(changedParts(base, theirs, mine), chosen));
  if (!outcome.ok) throw new Error(outcome.fields[0]?.message);
  return outcome.value;
};
const byOf = (theirs: WrittenFields, mine: WrittenFields) =>
  Object.fromEntries(changedParts(base, theirs, mine).map((part) => [part.key, part.by]));

describe("what two people changed in one contract", () => {
  test("different fields are joined, and a field both changed alike needs no choice", () => {
    const theirs = { ...base, description: "Courier fleet", notes: "Call after 17:00" };
    const mine = { ...base, contractNumber: "CR-2", notes: "Call after 17:00" };
    expect(byOf(theirs, mine)).toEqual({ description: "theirs", contractNumber: "mine", notes: "both" });
    expect(join(theirs, mine)).toEqual({
      ...base,
      description: "Courier fleet",
      contractNumber: "CR-2",
      notes: "Call after 17:00",
    });
  });

  test("a field both changed differently is chosen, and theirs stays until then", () => {
    const theirs = { ...base, description: "Courier fleet" };
    const mine = { ...base, description: "Taxi" };
    expect(byOf(theirs, mine)).toEqual({ description: "clash" });
    expect(join(theirs, mine).description).toBe("Courier fleet");
    expect(join(theirs, mine, new Map([["description", "mine"]])).description).toBe("Taxi");
  });

  test("a start that they moved and a term that I changed make a new end", () => {
    const theirs = startingIn("2026-03-01", "2029-02-28");
    const mine = { ...base, termMonths: 48, endDate: "2030-01-31" };
    expect(byOf(theirs, mine)).toEqual({ startDate: "theirs", endDate: "mine" });
    expect(join(theirs, mine)).toMatchObject({
      startDate: "2026-03-01",
      termMonths: 48,
      endDate: "2030-02-28",
    });
  });

  test("parties there from the start follow a start that the other moved, and do not clash with it", () => {
    const theirs = startingIn("2026-03-01", "2029-02-28");
    const mine = {
      ...base,
      parties: [
        ...base.parties,
        { role: "PAYER" as const, partyId: "leasing", from: base.startDate, to: null },
      ],
    };
    expect(byOf(theirs, mine)).toEqual({ startDate: "theirs", "parties:PAYER": "mine" });
    expect(join(theirs, mine).parties).toEqual([
      { role: "HOLDER", partyId: "annika", from: "2026-03-01", to: null },
      { role: "PAYER", partyId: "leasing", from: "2026-03-01", to: null },
    ]);
  });

  test("lines of coverage are joined one by one: mine changed, theirs added, mine taken out", () => {
    const theirs = { ...base, coverage: [...base.coverage, line("BRAKES")] };
    const mine = { ...base, coverage: [line("ENGINE", 80)] };
    expect(byOf(theirs, mine)).toEqual({
      "coverage:COVERED ENGINE": "mine",
      "coverage:COVERED GEARBOX": "mine",
      "coverage:COVERED BRAKES": "theirs",
    });
    expect(join(theirs, mine).coverage).toEqual([line("ENGINE", 80), line("BRAKES")]);
  });

  test("an end that I said as a date before their new start is refused by the rule of terms", () => {
    const theirs = startingIn("2028-01-01", "2030-12-31");
    const mine = { ...base, termMonths: null, endDate: "2027-06-30" };
    const outcome = joined(base, theirs, mine, sidesOf(changedParts(base, theirs, mine)));
    expect(outcome).toMatchObject({ ok: false, fields: [{ path: "endDate", code: "END_BEFORE_START" }] });
  });
});

const aText = fc.option(fc.constantFrom("one", "two", "three"), { nil: null });
const codes = ["ENGINE", "GEARBOX", "BRAKES", "AXLE"];

/** What a version is made of. Parties there from the start have no first day of their own. */
const aDraft = fc.record({
  notes: aText,
  description: aText,
  contractNumber: aText,
  startDate: fc.constantFrom("2026-02-01", "2026-03-15"),
  end: fc.constantFrom(
    { termMonths: 12 },
    { termMonths: 36 },
    { endDate: "2031-05-05" },
    { openEnded: true },
  ),
  coverage: fc.array(fc.record({ code: fc.constantFrom(...codes), percent: fc.constantFrom(80, 100) })),
  allowances: fc.array(fc.record({ code: fc.constantFrom("A", "B", "C"), quantity: fc.constantFrom(1, 2) })),
  parties: fc.array(
    fc.record({
      role: fc.constantFrom("HOLDER" as const, "PAYER" as const, "LIENHOLDER" as const),
      partyId: fc.constantFrom("annika", "leasing", "bank"),
      from: fc.constantFrom(null, "2026-08-01"),
      to: fc.constantFrom(null, "2027-01-31"),
    }),
  ),
});
type Draft = typeof aDraft extends fc.Arbitrary<infer Value> ? Value : never;

/** The last of each key, in an order of their own. */
const unique = <Item>(items: readonly Item[], key: (item: Item) => string) => [
  ...new Map(items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).map((item) => [key(item), item])).values(),
];

function versionOf({ end, ...draft }: Draft): WrittenFields {
  const terms = completeTerms({ startDate: draft.startDate, ...end });
  if (!terms.ok) throw new Error("a draft's end is after its start");
  return {
    ...base,
    ...draft,
    ...terms.value,
    coverage: unique(draft.coverage, ({ code }) => code).map(({ code, percent }) => line(code, percent)),
    allowances: unique(draft.allowances, ({ code }) => code).map((entry) => ({
      ...entry,
      description: null,
      dueAfterMonths: null,
      dueAfterDistance: null,
    })),
    parties: unique(draft.parties, ({ role, partyId }) => `${role} ${partyId}`).map((party) => ({
      ...party,
      from: party.from ?? draft.startDate,
    })),
  };
}
const aVersion = aDraft.map(versionOf);

/** Two drafts on from one that touch different things: fields by turns, lines of coverage by their codes. */
const disjointDrafts = fc
  .tuple(aDraft, aDraft, aDraft, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }))
  .map(([began, one, other, turns]) => {
    const names = Object.keys(began) as (keyof Draft)[]; // Object.keys forgets that it has exactly these
    const isOne = (name: keyof Draft) => turns[names.indexOf(name)] === true;
    const only = (from: Draft, isTaken: (name: keyof Draft) => boolean) =>
      Object.fromEntries(names.filter(isTaken).map((name) => [name, from[name]]));
    const linesOf = (draft: Draft, half: readonly string[]) =>
      draft.coverage.filter(({ code }) => half.includes(code));
    const [first, second] = [codes.slice(0, 2), codes.slice(2)];
    const coverage = {
      one: [...linesOf(one, first), ...linesOf(began, second)],
      other: [...linesOf(began, first), ...linesOf(other, second)],
      both: [...linesOf(one, first), ...linesOf(other, second)],
    };
    return {
      began,
      one: { ...began, ...only(one, isOne), coverage: coverage.one },
      other: { ...began, ...only(other, (name) => !isOne(name)), coverage: coverage.other },
      both: {
        ...began,
        ...only(one, isOne),
        ...only(other, (name) => !isOne(name)),
        coverage: coverage.both,
      },
    };
  });

/** Lists in an order of their own: whoever joins to whom decides only the order of lines. */
const inAnyOrder = (record: WrittenFields) => {
  const sorted = <Item>(items: readonly Item[]) =>
    items.map((item) => JSON.stringify(sortedKeys(item))).toSorted();
  return {
    ...record,
    coverage: sorted(record.coverage),
    allowances: sorted(record.allowances),
    parties: sorted(record.parties),
  };
};
const sortedKeys = (item: unknown) => Object.entries(item ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));

describe("of any versions", () => {
  test("their side everywhere is theirs", () => {
    fc.assert(
      fc.property(aVersion, aVersion, aVersion, (began, theirs, mine) => {
        const sides = new Map(changedParts(began, theirs, mine).map(({ key }) => [key, "theirs" as const]));
        expect(joined(began, theirs, mine, sides)).toEqual({ ok: true, value: theirs });
      }),
    );
  });

  test("mine joined to a contract that nobody else changed is mine", () => {
    fc.assert(
      fc.property(aVersion, aVersion, (began, mine) => {
        const parts = changedParts(began, began, mine);
        expect(parts.every(({ by }) => by === "mine")).toBe(true);
        expect(joined(began, began, mine, sidesOf(parts))).toEqual({ ok: true, value: mine });
      }),
    );
  });

  test("changes that do not meet need no choice, and joined they are the changes of both", () => {
    fc.assert(
      fc.property(disjointDrafts, ({ began, one, other, both }) => {
        const versions = [versionOf(began), versionOf(one), versionOf(other)] as const;
        const parts = changedParts(...versions);
        expect(parts.filter(({ by }) => by === "clash")).toEqual([]);
        const outcome = joined(...versions, sidesOf(parts));
        if (!outcome.ok) throw new Error("a draft's end is after its start");
        expect(inAnyOrder(outcome.value)).toEqual(inAnyOrder(versionOf(both)));
      }),
    );
  });

  test("a line is gone only where the side chosen for it has it not, and each is there once", () => {
    fc.assert(
      fc.property(aVersion, aVersion, aVersion, fc.boolean(), (began, theirs, mine, preferMine) => {
        const parts = changedParts(began, theirs, mine);
        const clashes = parts.filter(({ by }) => by === "clash").map(({ key }) => key);
        const sides = sidesOf(parts, new Map(clashes.map((key) => [key, preferMine ? "mine" : "theirs"])));
        const outcome = joined(began, theirs, mine, sides);
        if (!outcome.ok) throw new Error("a draft's end is after its start");
        for (const field of ["coverage", "allowances"] as const) {
          const kept = outcome.value[field].map(({ code }) => code);
          expect(new Set(kept).size).toBe(kept.length);
          for (const { code } of [...theirs[field], ...mine[field]]) {
            const key = field === "coverage" ? `coverage:COVERED ${code}` : `allowances:${code}`;
            const chosen = sides.get(key) === "mine" ? mine : theirs;
            expect(kept.includes(code)).toBe(chosen[field].some((entry) => entry.code === code));
          }
        }
      }),
    );
  });
});

test("versions that are the same have no changed part", () => {
  expect(changedParts(base, base, structuredClone(base))).toEqual([]);
  expect(join(base, base)).toEqual(base);
});
