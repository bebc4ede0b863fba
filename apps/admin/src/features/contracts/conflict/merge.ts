import type { ContractField } from "@vehicle-contracts/contract-model";
import { changeTerms, type Outcome, sameValue, type WrittenFields } from "@vehicle-contracts/contract-rules";
import { type ChangedBy, changedBy } from "../../../ui/conflict/changed-by.ts";
import type { Chosen } from "../../../ui/conflict/conflict-row.ts";
import {
  type EndValue,
  endValueOf,
  type Line,
  linesOf,
  listFields,
  partsOf,
  plainFields,
  singleRoles,
} from "./parts.ts";

/** A part that somebody changed. */
export type ChangedPart = {
  key: string;
  field: ContractField;
  base: unknown;
  theirs: unknown;
  mine: unknown;
  by: ChangedBy;
};

/** The parts that differ between what both began from (`base`), what is kept now (`theirs`) and what was typed (`mine`). */
export function changedParts(base: WrittenFields, theirs: WrittenFields, mine: WrittenFields): ChangedPart[] {
  const single = singleRoles(base, theirs, mine);
  const [before, kept, typed] = [base, theirs, mine].map(
    (record) => new Map(partsOf(record, single).map((part) => [part.key, part])),
  );
  const all = new Map([...(before ?? []), ...(kept ?? []), ...(typed ?? [])]);
  return [...all.values()].flatMap(({ key, field }) => {
    const part = {
      key,
      field,
      base: before?.get(key)?.value,
      theirs: kept?.get(key)?.value,
      mine: typed?.get(key)?.value,
    };
    const by = changedBy(part);
    return by === null ? [] : [{ ...part, by }];
  });
}

/** The side of each changed part: where one changed it, that one's; where both did, the one chosen, theirs until then. */
export type Sides = Chosen;

export const sidesOf = (parts: readonly ChangedPart[], chosen: Sides = new Map()): Sides =>
  new Map(
    parts.map(({ key, by }) => [
      key,
      chosen.get(key) ?? (by === "mine" ? ("mine" as const) : ("theirs" as const)),
    ]),
  );

/**
 * What is kept now with the parts of mine that are on my side put in. The end is counted anew where a term meets another
 * start. Broken by the rules of terms alone (an end before a start); the caller looks at the rest.
 */
export function joined(
  base: WrittenFields,
  theirs: WrittenFields,
  mine: WrittenFields,
  sides: Sides,
): Outcome<WrittenFields> {
  const single = singleRoles(base, theirs, mine);
  const isMine = (key: string) => sides.get(key) === "mine";
  const plain = Object.fromEntries(
    plainFields.map((field) => [field, isMine(field) ? mine[field] : theirs[field]]),
  );
  const end = isMine("endDate") ? endValueOf(mine) : endValueOf(theirs);
  // the fields of one record, each taken from one of two such records
  const fields = { ...theirs, ...plain } as WrittenFields;
  const terms = changeTerms(
    { startDate: fields.startDate, endDate: null, termMonths: null, openEnded: false },
    termsOf(end),
  );
  if (!terms.ok) return terms;
  const lists = Object.fromEntries(
    listFields.map((field) => {
      const lines = [theirs, mine].flatMap((record) => linesOf(record, field, single));
      if (fields.startDate === theirs.startDate && !lines.some(({ key }) => isMine(key)))
        return [field, theirs[field]];
      const [began, kept, typed] = [base, theirs, mine].map((record) => linesOf(record, field, single));
      return [field, joinedLines(began ?? [], kept ?? [], typed ?? [], isMine).map((line) => line.value)];
    }),
  ) as Pick<WrittenFields, "parties" | "coverage" | "allowances">; // the values are lines of these very lists
  const parties = lists.parties.map((party) => ({ ...party, from: party.from ?? fields.startDate }));
  return { ok: true, value: { ...fields, ...terms.value, ...lists, parties } };
}

const termsOf = (end: EndValue) => end ?? {};

/**
 * Their lines in their order, each as the side has it that is chosen for it, and mine that they have not behind the line
 * that they follow in mine. Where only I touched the list it is mine as it is, its order too.
 */
function joinedLines(
  base: readonly Line[],
  theirs: readonly Line[],
  mine: readonly Line[],
  isMine: (key: string) => boolean,
): readonly Line[] {
  const differing = [...base, ...theirs, ...mine].filter(
    ({ key }) => !sameValue(lineAt(theirs, key), lineAt(mine, key)),
  );
  if (sameValue(base, theirs) && differing.every(({ key }) => isMine(key))) return mine;
  const lines = theirs.flatMap((line) => {
    if (!isMine(line.key)) return [line];
    const own = mine.find(({ key }) => key === line.key);
    return own ? [own] : [];
  });
  mine.forEach((line, place) => {
    if (!isMine(line.key) || theirs.some(({ key }) => key === line.key)) return;
    const before = mine.slice(0, place).findLast(({ key }) => lines.some((other) => other.key === key));
    lines.splice(before ? lines.findIndex(({ key }) => key === before.key) + 1 : 0, 0, line);
  });
  return lines;
}

const lineAt = (lines: readonly Line[], key: string) => lines.find((line) => line.key === key)?.value;
