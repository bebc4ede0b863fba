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
import { endFollowing } from "./computed.ts";
import { inFormOrder } from "./fault-order.ts";
import { isFinal } from "./fixed.ts";
import { inputOf, type Local } from "./form-input.ts";
import { changedRecord, onForm, recordOf } from "./form-record.ts";
import type { ContractForm } from "./form-values.ts";
import { holderOf } from "./holder-of.ts";

/** What a contract can be made as: a draft, sold, or taken over. */
export type Making = "DRAFT" | "PENDING" | "ACTIVE";

/** What is asked of the form: to make a contract in a status, or to change the one it began from. */
export type Wanted = { status: Making } | { change: Contract };

/** What the rules need to know besides. `today` is the store's. */
export type Around = Local & { today: string; readings: LatestReadings };

/**
 * The record of the form where the schema and the rules have nothing against what is wanted; else the faults, on the form's
 * paths, all of them. The server decides by the same rules; this says it before anything is sent.
 */
export function checkForm(values: ContractForm, around: Around, wanted: Wanted): Outcome<WrittenFields> {
  const base = "change" in wanted ? wanted.change : null;
  if (base && isFinal(base.effectiveStatus)) return onlyNotes(values, around, base);
  const isDraft = "status" in wanted && wanted.status === "DRAFT";
  const given = isDraft ? withoutOpenLimits(values) : values;
  const record = base ? changedRecord(given, around, base) : recordOf(given, around);
  // those of the record stand on the form's paths already
  const faults = record.ok
    ? onForm(values, faultsOfRecord(values, record.value, around, wanted))
    : record.fields;
  const lacking = record.ok || isDraft || base ? [] : lackingYet(values, around);
  const fields = inFormOrder([...onForm(values, lacking), ...faults, ...reasonFaults(values)]);
  return record.ok && fields.length === 0 ? record : { ok: false, fields };
}

const faultsOfRecord = (values: ContractForm, record: WrittenFields, around: Around, wanted: Wanted) =>
  "change" in wanted
    ? changeFaults(values, record, around, wanted.change)
    : madeFaults(record, around, wanted.status);

/** In a draft a limit that is not said yet is not known; a start alone says nothing. */
const withoutOpenLimits = (values: ContractForm): ContractForm => ({
  ...values,
  distance:
    values.distance.kind === "limited" && values.distance.limit === null
      ? { ...values.distance, kind: "unknown" }
      : values.distance,
  engineHours:
    values.engineHours.kind === "limited" && values.engineHours.limit === null
      ? { ...values.engineHours, kind: "unknown" }
      : values.engineHours,
});

/** What a sale lacks, of a form that is not a record yet: all is said at once. */
function lackingYet(values: ContractForm, around: Local): ProblemField[] {
  const { providerId, type, startDate, endBy, distance, parties } = values;
  const limited = distance.kind === "limited" && inputOf(values, around).distance;
  const breaks = submitBreaks({
    holderId: parties.find(({ role }) => role === "HOLDER")?.partyId,
    providerId,
    type,
    startDate,
    openEnded: endBy === "open",
    endDate: endFollowing(values),
  });
  // a distance is an end too: whether it is right is the schema's to say
  return breaks.filter(({ code }) => code !== "END_MISSING" || !limited);
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
function madeFaults(record: WrittenFields, { today, readings }: Around, status: Making) {
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
