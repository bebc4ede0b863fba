import {
  Allowance,
  ContractParty,
  CoverageLine,
  type ContractParty as Party,
} from "@vehicle-contracts/contract-model";
import { daysOfTerm, type WrittenFields, wholeMonths } from "@vehicle-contracts/contract-rules";
import { addDays } from "@vehicle-contracts/contract-rules/temporal";
import type { ValueWords } from "../../../ui/conflict/conflict-row.ts";
import { fieldWord } from "../history/field-words.ts";
import { type Names, valueWords } from "../history/value-words.ts";
import { lineName } from "../line-name.ts";
import { allowanceParts, coverageParts, type Format, monthsWord, spanWords } from "../term-words.ts";
import { roleWord } from "../words.ts";
import type { ChangedPart } from "./merge.ts";

const parties = ({ base, theirs, mine }: ChangedPart): Party[] =>
  [base, theirs, mine].flatMap((value) => {
    const read = ContractParty.safeParse(value);
    return read.success ? [read.data] : [];
  });

/** Where the person is the same in every version, it is their days that were changed. */
const isAboutDays = (part: ChangedPart): boolean =>
  part.base !== undefined &&
  part.theirs !== undefined &&
  part.mine !== undefined &&
  new Set(parties(part).map(({ partyId }) => partyId)).size === 1;

/** What a part is called: "End date", "Lienholder until", "Coverage, ENGINE". */
export function partLabel(part: ChangedPart): string {
  const value = part.mine ?? part.theirs ?? part.base;
  if (part.field === "coverage") return `Coverage, ${lineName(CoverageLine.parse(value))}`;
  if (part.field === "allowances") return `Service, ${lineName(Allowance.parse(value))}`;
  if (part.field === "parties") {
    const role = roleWord(ContractParty.parse(value).role);
    return isAboutDays(part) ? `${role}, days` : role;
  }
  return part.field === "endDate" ? "End date" : fieldWord(part.field);
}

/** A version's value of a part in words. `record` is the version, `base` what both began from. */
export function partWords(
  part: ChangedPart,
  value: unknown,
  record: WrittenFields,
  base: WrittenFields,
  format: Format,
  names: Names,
): ValueWords {
  if (value === undefined) return { text: "not there", note: null };
  if (part.field === "endDate") return endWords(record, base, format);
  if (part.field === "coverage")
    return { text: coverageParts(CoverageLine.parse(value), format).join(", "), note: null };
  if (part.field === "allowances")
    return { text: allowanceParts(Allowance.parse(value), format).join(", "), note: null };
  if (part.field === "parties") {
    const party = ContractParty.parse(value);
    const span = spanWords(party, format);
    return isAboutDays(part)
      ? { text: span ?? "from the start, all the time", note: null }
      : { text: names.get(party.partyId) ?? "…", note: span };
  }
  return { text: valueWords(part.field, value, format, names) ?? "none", note: null };
}

function endWords(record: WrittenFields, base: WrittenFields, format: Format): ValueWords {
  const { endDate, openEnded, termMonths } = record;
  if (openEnded) return { text: "open-ended", note: null };
  const term = termMonths === null ? null : monthsWord(termMonths, format);
  if (endDate === null) return { text: term ?? "none", note: null };
  return { text: format.date(endDate), note: longerWords(base.endDate, endDate, format) ?? term };
}

/** "3 months longer", "10 days shorter"; null where the end did not move. */
function longerWords(from: string | null, to: string, format: Format): string | null {
  if (from === null || from === to) return null;
  const [first, last, word] = from < to ? [from, to, "longer"] : [to, from, "shorter"];
  const begin = addDays(first, 1);
  const months = wholeMonths(begin, last);
  return `${months === null ? format.days(daysOfTerm(begin, last)) : monthsWord(months, format)} ${word}`;
}
