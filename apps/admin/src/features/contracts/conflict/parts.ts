import type { ContractField, ContractParty } from "@vehicle-contracts/contract-model";
import type { WrittenFields } from "@vehicle-contracts/contract-rules";

/**
 * What is compared and chosen as one. A field is a part, but for two things: the end is one part however it is said, and
 * of the lists each line is one. Values are plain JSON; undefined is "not there".
 */
export type Part = { key: string; field: ContractField; value: unknown };

/** How the end of a contract is said; a term in months says a length, so it follows a start that somebody else moved. */
export type EndValue = { termMonths: number } | { endDate: string } | { openEnded: true } | null;

type ListField = "coverage" | "allowances" | "parties";
export type Line = { key: string; value: unknown };

const listFields: readonly ListField[] = ["parties", "coverage", "allowances"];

/** The fields that are a part each. `termMonths` and `openEnded` are in the part of `endDate`. */
const plainFields = [
  "vehicleId",
  "storeId",
  "type",
  "providerId",
  "contractNumber",
  "plan",
  "description",
  "saleDate",
  "startDate",
  "waitingDays",
  "awaitingProvider",
  "distance",
  "engineHours",
  "deductible",
  "price",
  "notes",
  "origin",
] as const satisfies readonly ContractField[];

export const endValueOf = ({ openEnded, termMonths, endDate }: WrittenFields): EndValue => {
  if (openEnded) return { openEnded: true };
  if (termMonths !== null) return { termMonths };
  return endDate === null ? null : { endDate };
};

/** The roles that nobody has twice in any of the records: such a role is one part, whoever has it. */
export function singleRoles(...records: readonly WrittenFields[]): ReadonlySet<string> {
  const roles = new Set(records.flatMap(({ parties }) => parties.map((party) => party.role)));
  return new Set(
    [...roles].filter((role) =>
      records.every(({ parties }) => parties.filter((party) => party.role === role).length <= 1),
    ),
  );
}

/**
 * The lines of a list, each under a key that it has in every version: the code and treatment of coverage, the code of an
 * allowance, the role of a party (with the party where a role is there twice). A key that stands twice is counted.
 */
export function linesOf(record: WrittenFields, field: ListField, single: ReadonlySet<string>): Line[] {
  const seen = new Map<string, number>();
  const keyed = (key: string, value: unknown): Line => {
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { key: `${field}:${key}${nth === 1 ? "" : `#${nth}`}`, value };
  };
  if (field === "coverage")
    return record.coverage.map((line) => keyed(`${line.treatment} ${line.code}`, line));
  if (field === "allowances") return record.allowances.map((line) => keyed(line.code, line));
  return record.parties.map((party) => {
    const line = fromStart(party, record.startDate);
    return keyed(single.has(party.role) ? party.role : `${party.role} ${party.partyId}`, line);
  });
}

/** A party that is there from the start has no first day of its own: it follows the start. */
const fromStart = (party: ContractParty, startDate: string | null): ContractParty =>
  party.from === startDate ? { ...party, from: null } : party;

/** All parts of a record, in the order in which they are shown. */
export function partsOf(record: WrittenFields, single: ReadonlySet<string>): Part[] {
  const plain = plainFields.map((field): Part => ({ key: field, field, value: record[field] }));
  const end: Part = { key: "endDate", field: "endDate", value: endValueOf(record) };
  const afterStart = plain.findIndex((part) => part.field === "startDate") + 1;
  const lists = listFields.flatMap((field) =>
    linesOf(record, field, single).map(({ key, value }): Part => ({ key, field, value })),
  );
  return [...plain.slice(0, afterStart), end, ...plain.slice(afterStart), ...lists];
}

export { listFields, plainFields };
