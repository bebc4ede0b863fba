import type { Contract } from "@vehicle-contracts/contract-model";
import {
  fixedFieldBreaks,
  holderBreaks,
  submitBreaks,
  type WrittenFields,
} from "@vehicle-contracts/contract-rules";
import type { Side } from "../../../ui/conflict/conflict-row.ts";
import { holderOf } from "../form/holder-of.ts";
import { type ChangedPart, joined, type Sides } from "./merge.ts";

type Versions = { base: WrittenFields; theirs: Contract; mine: WrittenFields };
type Setting = { today: string; correction: boolean };

/** What the rules say against a joined contract; empty where it can be saved at the current version. */
export function refusalsOf(theirs: Contract, record: WrittenFields, { today, correction }: Setting) {
  const fixed = fixedFieldBreaks(theirs.effectiveStatus, theirs, record, { correction });
  const overlapping = holderBreaks(record.parties, record, { today, sold: false });
  if (theirs.status === "DRAFT") return [...fixed, ...overlapping];
  return [...fixed, ...overlapping, ...submitBreaks({ ...record, holderId: holderOf(record, today) })];
}

/**
 * Why a side of a part cannot be taken beside the sides of all others; null where it can, or where it is another part that
 * is to blame: then this one alone, put into what is kept now, breaks nothing.
 */
export function refusalOf(
  { base, theirs, mine }: Versions,
  part: ChangedPart,
  side: Side,
  sides: Sides,
  setting: Setting,
): string | null {
  const against = (chosen: Sides) => {
    const outcome = joined(base, theirs, mine, chosen);
    const broken = outcome.ok ? refusalsOf(theirs, outcome.value, setting) : outcome.fields;
    return broken.find(({ path }) => isAbout(part, path))?.message ?? null;
  };
  return against(new Map([...sides, [part.key, side]])) && against(new Map([[part.key, side]]));
}

const endFields = ["endDate", "termMonths", "openEnded"];

function isAbout(part: ChangedPart, path: string): boolean {
  const [field = ""] = path.split(".");
  return field === part.field || (part.field === "endDate" && endFields.includes(field));
}
