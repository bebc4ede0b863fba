import { Contract, ContractInput, type ProblemField, problemFields } from "@vehicle-contracts/contract-model";
import {
  changedFields,
  completeRecord,
  type Outcome,
  type WrittenFields,
} from "@vehicle-contracts/contract-rules";
import { inputOf, type Local } from "./form-input.ts";
import { formPathOf } from "./form-path.ts";
import { type ContractForm, formOf } from "./form-values.ts";

/** The contract that a draft of another day or an answer of the server holds; null where it is something else. */
export const contractIn = (value: unknown): Contract | null => {
  const read = Contract.safeParse(value);
  return read.success ? read.data : null;
};

const nativeOrigin = { sourceSystem: "NATIVE", externalReferences: [] } as const satisfies Contract["origin"];

/**
 * The form's contract in full, by the schema and the rules of terms, distance, hours and price; else what is wrong, on
 * the form's own paths. `origin` is not in the form and stays.
 */
export function recordOf(
  values: ContractForm,
  local: Local,
  origin: Contract["origin"] = { ...nativeOrigin, externalReferences: [] },
): Outcome<WrittenFields> {
  const given = inputOf(values, local);
  const parsed = ContractInput.safeParse(given);
  if (!parsed.success) return { ok: false, fields: onForm(values, problemFields(parsed.error, given)) };
  const record = completeRecord({ ...parsed.data, origin });
  return record.ok ? record : { ok: false, fields: onForm(values, record.fields) };
}

/**
 * The contract that the form began from with what differs in the form, field by field. What is the same as the form would
 * have had it from the start stays as it was kept, to the letter.
 */
export function changedRecord(values: ContractForm, local: Local, base: Contract): Outcome<WrittenFields> {
  const record = recordOf(values, local, base.origin);
  const began = recordOf(formOf(base, ""), local, base.origin);
  if (!record.ok || !began.ok) return record;
  const changed = changedFields(began.value, record.value);
  return {
    ok: true,
    value: { ...base, ...Object.fromEntries(changed.map((field) => [field, record.value[field]])) },
  };
}

/** Faults of the wire's paths on the form's own. */
export const onForm = (values: ContractForm, fields: readonly ProblemField[]): ProblemField[] =>
  fields.map((field) => ({ ...field, path: formPathOf(values, field.path) }));
