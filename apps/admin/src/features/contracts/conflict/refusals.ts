import type { Contract } from "@vehicle-contracts/contract-model";
import {
  fixedFieldBreaks,
  holderBreaks,
  submitBreaks,
  type WrittenFields,
} from "@vehicle-contracts/contract-rules";
import { holderOf } from "../form/holder-of.ts";
import { type ChangedPart, joined, type Side, type Sides } from "./merge.ts";

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
 * Why a side of a part cannot be taken, beside the sides chosen for all others; null where it can. Theirs is kept already,
 * so only what it does to the rest can speak against it.
 */
export function refusalOf(
  versions: Versions,
  part: ChangedPart,
  side: Side,
  sides: Sides,
  setting: Setting,
): string | null {
  const { base, theirs, mine } = versions;
  const outcome = joined(base, theirs, mine, new Map([...sides, [part.key, side]]));
  const broken = outcome.ok ? refusalsOf(theirs, outcome.value, setting) : outcome.fields;
  const isAbout = (path: string) => {
    const [field] = path.split(".");
    return (
      field === part.field || (part.field === "endDate" && (field === "termMonths" || field === "openEnded"))
    );
  };
  return broken.find(({ path }) => isAbout(path))?.message ?? null;
}
