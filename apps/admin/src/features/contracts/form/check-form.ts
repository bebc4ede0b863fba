import type { Contract, ProblemField } from "@vehicle-contracts/contract-model";
import {
  fixedFieldBreaks,
  holderBreaks,
  initialStatus,
  type LatestReadings,
  type Outcome,
  submitBreaks,
  type WrittenFields,
} from "@vehicle-contracts/contract-rules";
import { isFinal } from "./fixed.ts";
import { changedRecord, type Local, onForm, recordOf } from "./form-record.ts";
import type { ContractForm } from "./form-values.ts";
import { holderOf } from "./holder-of.ts";

/** What is asked of the form: to make a contract in a status, or to change the one it began from. */
export type Wanted = { status: "DRAFT" | "PENDING" | "ACTIVE" } | { change: Contract };

/** What the rules need to know besides. `today` is the store's. */
export type Around = Local & { today: string; readings: LatestReadings };

/**
 * The record of the form where the schema and the rules have nothing against what is wanted; else the faults, on the form's
 * paths, all of them. The server decides by the same rules; this says it before anything is sent.
 */
export function checkForm(values: ContractForm, around: Around, wanted: Wanted): Outcome<WrittenFields> {
  const base = "change" in wanted ? wanted.change : null;
  const reason = reasonFaults(values);
  if (base && isFinal(base.effectiveStatus)) return onlyNotes(values, around, base);
  const record = base ? changedRecord(values, around, base) : recordOf(values, around);
  if (!record.ok) return { ok: false, fields: [...record.fields, ...reason] };
  const faults =
    "change" in wanted
      ? changeFaults(values, record.value, around, wanted.change)
      : madeFaults(record.value, around, wanted.status);
  const fields = [...onForm(values, faults), ...reason];
  return fields.length > 0 ? { ok: false, fields } : record;
}

function reasonFaults({ correction }: ContractForm): ProblemField[] {
  if (!correction.on || correction.reason.trim() !== "") return [];
  return [
    { path: "correction.reason", code: "REASON_MISSING", message: "Enter the reason; the history keeps it." },
  ];
}

/** A contract in a final state keeps all but its notes, whatever else the rules would say of it today. */
function onlyNotes(values: ContractForm, around: Local, base: Contract): Outcome<WrittenFields> {
  const record = recordOf(values, around, base.origin);
  const notes = values.notes?.trim() || null;
  const fault = record.ok ? undefined : record.fields.find((field) => field.path === "notes");
  return fault ? { ok: false, fields: [fault] } : { ok: true, value: { ...base, notes } };
}

/** What a sale or a taking over still lacks; a draft may lack all but one holder at a time. */
function madeFaults(
  record: WrittenFields,
  { today, readings }: Around,
  status: "DRAFT" | "PENDING" | "ACTIVE",
) {
  const overlapping = holderBreaks(record.parties, record, { today, sold: false });
  if (status === "DRAFT") return overlapping;
  const movable = { ...record, holderId: holderOf(record, today) };
  const missing = submitBreaks(movable);
  if (missing.length > 0 || status === "PENDING") return [...overlapping, ...missing];
  const outcome = initialStatus(status, movable, { ...readings, today });
  return outcome.ok ? overlapping : [...overlapping, ...outcome.fields];
}

function changeFaults(values: ContractForm, record: WrittenFields, { today }: Around, base: Contract) {
  const fixed = fixedFieldBreaks(base.effectiveStatus, base, record, { correction: values.correction.on });
  const overlapping = holderBreaks(record.parties, record, { today, sold: false });
  if (base.status === "DRAFT") return [...fixed, ...overlapping];
  return [...fixed, ...overlapping, ...submitBreaks({ ...record, holderId: holderOf(record, today) })];
}
