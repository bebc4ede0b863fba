import type { Contract } from "@vehicle-contracts/contract-model";
import type { WrittenFields } from "@vehicle-contracts/contract-rules";
import type { ChangeLine } from "../../../ui/form-page/changes-panel.tsx";
import { changedParts } from "../conflict/merge.ts";
import { partLabel, partWords } from "../conflict/part-words.ts";
import type { Names } from "../history/value-words.ts";
import type { Format } from "../term-words.ts";

/** What differs in what was typed (`mine`) from the contract that the form began from. */
export const changeLines = (
  base: Contract,
  mine: WrittenFields,
  format: Format,
  names: Names,
): ChangeLine[] =>
  changedParts(base, base, mine).map((part) => ({
    key: part.key,
    label: partLabel(part),
    was: partWords(part, part.base, base, base, format, names).text,
    now: partWords(part, part.mine, mine, base, format, names).text,
  }));
