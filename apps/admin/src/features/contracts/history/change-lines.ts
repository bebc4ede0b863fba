import {
  Allowance,
  ContractParty,
  CoverageLine,
  type FieldChange,
  type RevisionAction,
} from "@vehicle-contracts/contract-model";
import type { z } from "zod";
import { linesIn } from "../ids-named.ts";
import { lineName } from "../line-name.ts";
import { allowanceParts, coverageParts, type Format, spanWords } from "../term-words.ts";
import { roleWord } from "../words.ts";
import { fieldWord } from "./field-words.ts";
import { type Names, valueWords } from "./value-words.ts";

/** One line of a diff: null is none before, or taken away. */
export type ChangeLine = { label: string; before: string | null; after: string | null };

/** The changes of an entry as lines to read: a field each, lists line by line. What a new contract merely lacks is left out. */
export function changeLines(changes: readonly FieldChange[], format: Format, names: Names): ChangeLine[] {
  return [...changes]
    .sort((a, b) => rank(a.field) - rank(b.field))
    .flatMap((change) => linesOf(change, format, names))
    .filter(({ before, after }) => before !== after);
}

/** What a change of the state alone is called, by the state it leads to. */
const moved: ReadonlyMap<unknown, string> = new Map([
  ["ACTIVE", "Activated"],
  ["EXPIRED", "Expired"],
  ["SUSPENDED", "Suspended"],
  ["CANCELLED", "Cancelled"],
  ["VOID", "Voided"],
]);

/** What was done: "Sold", "Changed". `changes` tell in which state a new contract was made. */
export function actionWord(action: RevisionAction | string, changes: readonly FieldChange[]): string {
  switch (action) {
    case "contract.created": {
      const status = changes.find(({ field }) => field === "status")?.after;
      return status === "PENDING" ? "Sold" : status === "DRAFT" ? "Drafted" : "Taken over";
    }
    case "contract.updated": {
      const status = changes.find(({ field }) => field === "status")?.after;
      return moved.get(status) ?? "Changed";
    }
    case "contract.corrected":
      return "Corrected";
    case "contract.submitted":
      return "Sold";
    default: {
      const word = action.replace(/^contract\./, "").replaceAll(/[._]/g, " ");
      return word.charAt(0).toUpperCase() + word.slice(1);
    }
  }
}

/** What one asks first stands first. */
const order = [
  "status",
  "type",
  "contractNumber",
  "vehicleId",
  "plan",
  "providerId",
  "price",
  "startDate",
  "endDate",
  "termMonths",
  "distance",
];
const rank = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);

function linesOf({ field, before, after }: FieldChange, format: Format, names: Names): ChangeLine[] {
  if (field === "parties")
    return listLines(ContractParty, before, after, {
      key: (party) => `${party.role} ${party.partyId}`,
      label: (party) => roleWord(party.role),
      parts: (party) => {
        const span = spanWords(party, format);
        return [names.get(party.partyId) ?? "somebody", ...(span ? [span] : [])];
      },
      always: 1,
    });
  if (field === "coverage")
    return listLines(CoverageLine, before, after, {
      key: (line) => line.code,
      label: lineName,
      parts: (line) => coverageParts(line, format),
      always: 0,
    });
  if (field === "allowances")
    return listLines(Allowance, before, after, {
      key: (line) => line.code,
      label: lineName,
      parts: (line) => allowanceParts(line, format),
      always: 0,
    });
  if (before === null && isNothing(field, after)) return [];
  return [
    {
      label: fieldWord(field),
      before: valueWords(field, before, format, names),
      after: valueWords(field, after, format, names),
    },
  ];
}

/** What a contract has when nothing is said. */
function isNothing(field: string, value: unknown): boolean {
  if (value === null || value === false || value === 0) return true;
  if (typeof value !== "object" || !("kind" in value || "sourceSystem" in value)) return false;
  if (field === "origin" && "sourceSystem" in value)
    return (
      value.sourceSystem === "NATIVE" && "externalReferences" in value && isEmpty(value.externalReferences)
    );
  return (
    "kind" in value && (value.kind === "NONE" || (field === "engineHours" && value.kind === "unlimited"))
  );
}

const isEmpty = (list: unknown) => Array.isArray(list) && list.length === 0;

type Telling<Line> = {
  /** What makes two lines the same one. */
  key: (line: Line) => string;
  label: (line: Line) => string;
  parts: (line: Line) => string[];
  /** So many of the first parts are said even where they have not changed. */
  always: number;
};

/** The lines of two lists that differ, each with what it was and is; the second of the same key goes with the second. */
function listLines<Schema extends z.ZodType>(
  schema: Schema,
  before: unknown,
  after: unknown,
  { key, label, parts, always }: Telling<z.output<Schema>>,
): ChangeLine[] {
  const were = keyed(linesIn(schema, before), key);
  const are = keyed(linesIn(schema, after), key);
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((each) => {
    const was = were.get(each);
    const is = are.get(each);
    const line = is ?? was;
    if (line === undefined) return [];
    const before = was === undefined ? [] : parts(was);
    const after = is === undefined ? [] : parts(is);
    const said = (of: string[], other: string[]) =>
      of.filter((part, place) => place < always || !other.includes(part)).join(", ") || null;
    return [{ label: label(line), before: said(before, after), after: said(after, before) }];
  });
}

function keyed<Line>(lines: readonly Line[], key: (line: Line) => string): Map<string, Line> {
  const found = new Map<string, Line>();
  for (const line of lines) {
    let place = 1;
    while (found.has(`${key(line)} ${place}`)) place += 1;
    found.set(`${key(line)} ${place}`, line);
  }
  return found;
}
