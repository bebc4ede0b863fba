import type { Party } from "@vehicle-contracts/contract-model";
import { changedFields } from "../../../ui/conflict/flat-merge.ts";
import type { ChangeLine } from "../../../ui/form-page/changes-panel.tsx";
import { flatVersions } from "../conflict/flat-party.ts";
import { partWords } from "../conflict/part-words.ts";
import { checkForm } from "./check-form.ts";
import type { CustomerForm } from "./form-values.ts";
import { writtenOf } from "./written.ts";

/** What differs in the form from the customer it began from; null while it cannot be told. */
export function changeLines(values: CustomerForm, base: Party, locale: string): ChangeLine[] | null {
  const outcome = checkForm(values);
  if (!outcome.ok) return null;
  const before = writtenOf(base);
  const flat = flatVersions({ base: before, theirs: before, mine: outcome.value });
  return changedFields(Object.keys(flat.labels), flat.records).map(({ field }) => ({
    key: field,
    label: flat.labels[field] ?? field,
    was: partWords(field, flat.records.base, locale),
    now: partWords(field, flat.records.mine, locale),
  }));
}
