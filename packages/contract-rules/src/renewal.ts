import {
  type Contract,
  type ContractParty,
  type CoverageLine,
  type Distance,
  type DistanceTerm,
  type HoursTerm,
  lastDate,
  longestDistance,
  type PlanReference,
  type ProblemField,
} from "@vehicle-contracts/contract-model";
import { compareDistances, wholeIn } from "./distance.ts";
import { effectiveStatus, type Facts, type LatestReadings } from "./effective-status.ts";
import { endTooLate, type RunningTerm } from "./extension.ts";
import type { WrittenFields } from "./fixed-fields.ts";
import { alreadyRenewed } from "./move-guards.ts";
import { broken, type Outcome, refused } from "./outcome.ts";
import { addDays, compareDates } from "./temporal.ts";
import { daysOfTerm, endOfTerm, wholeMonths } from "./terms.ts";

/**
 * The dates of the contract that follows, both inclusive: from the day after the end, for as many months, or, where no whole
 * months give the former end, for as many days (`termMonths` null). Broken: OPEN_ENDED, START_MISSING, END_TOO_LATE.
 * Whether the contract may be renewed at all is another question. docs/rules.md, "Renewal".
 */
export function renewalDates(
  term: RunningTerm,
): Outcome<{ startDate: string; endDate: string; termMonths: number | null }> {
  const { startDate, endDate } = term;
  if (!endDate)
    return refused("endDate", "OPEN_ENDED", "The contract has no end date that a renewal could follow.");
  const termMonths = term.termMonths ?? (startDate ? wholeMonths(startDate, endDate) : null);
  if (!startDate && !termMonths)
    return refused(
      "startDate",
      "START_MISSING",
      "Enter the start date: the renewal lasts as long as this contract.",
    );
  const next = addDays(endDate, 1);
  const end = termMonths
    ? endOfTerm(next, termMonths)
    : addDays(next, daysOfTerm(startDate ?? endDate, endDate) - 1);
  if (end > lastDate) return endTooLate("endDate", end);
  return { ok: true, value: { startDate: next, endDate: end, termMonths } };
}

/** What a plan's version of today gives a renewal; what it leaves out stays as it was sold. Never its term or limits. */
export type PlanOfToday = { plan: PlanReference } & Partial<
  Omit<
    WrittenFields,
    | "plan"
    | "storeId"
    | "vehicleId"
    | "parties"
    | "startDate"
    | "endDate"
    | "termMonths"
    | "openEnded"
    | "waitingDays"
    | "distance"
    | "engineHours"
  >
>;

/** `today` is the contract's own store's. `hasSuccessor`: a living contract (neither CANCELLED nor VOID) follows it. */
export type RenewalFacts = Facts & { hasSuccessor: boolean };

type Renewable = Pick<
  Contract,
  "status" | "startDate" | "endDate" | "awaitingProvider" | "distance" | "engineHours"
>;

/**
 * Why a contract may not be renewed: WRONG_STATUS unless it is effectively ACTIVE or SUSPENDED, OPEN_ENDED, ALREADY_RENEWED;
 * null where it may. docs/rules.md, "Renewal".
 */
export function renewalBreaks(contract: Renewable, facts: RenewalFacts): ProblemField | null {
  const effective = effectiveStatus(contract, facts);
  if (effective !== "ACTIVE" && effective !== "SUSPENDED") {
    const instead = effective === "EXPIRED" ? " What has expired is sold anew." : "";
    return broken(
      "status",
      "WRONG_STATUS",
      `The contract is ${effective.toLowerCase()}; only an active or a suspended one is renewed.${instead}`,
    );
  }
  if (!contract.endDate)
    return broken("endDate", "OPEN_ENDED", "The contract has no end date that a renewal could follow.");
  return alreadyRenewed(contract, facts);
}

/**
 * The record of the contract that follows, to be stored as PENDING: sold today, without a waiting period, for as long and as
 * far as the former one, by the plan's version of today (null where there is none: as it was sold). It is held by who
 * holds the former one on its last day. Broken as in `renewalBreaks` and `renewalDates`, and TOO_LARGE.
 * docs/rules.md, "Renewal".
 */
export function renewalRecord(
  record: WrittenFields,
  { status }: Pick<Contract, "status">,
  facts: RenewalFacts,
  today: PlanOfToday | null,
): Outcome<WrittenFields> {
  const field = renewalBreaks({ ...record, status }, facts);
  if (field) return { ok: false, fields: [field] };
  const dates = renewalDates(record);
  if (!dates.ok) return dates;
  const { startDate, endDate, termMonths } = dates.value;
  const distance = sameDistance(record.distance, facts);
  if (!distance)
    return refused(
      "distance.startOdometer",
      "TOO_LARGE",
      "In the contract's unit, the latest odometer reading is more than a record can hold.",
    );
  return {
    ok: true,
    value: {
      ...record,
      ...today,
      coverage: today?.coverage
        ? today.coverage.map((line) => endingWith(line, { endDate, distance }))
        : record.coverage.map((line) => movedLine(line, record, { startDate, endDate, distance })),
      // Of the former price.
      paid: null,
      contractNumber: null,
      notes: null,
      parties: partiesAtEnd(record, startDate),
      saleDate: facts.today,
      startDate,
      endDate,
      termMonths,
      openEnded: false,
      waitingDays: 0,
      awaitingProvider: false,
      distance,
      engineHours: sameHours(record.engineHours, facts),
      origin: { sourceSystem: "NATIVE", externalReferences: [] },
    },
  };
}

/** Who is there on the last day goes on from the next, with no last day of their own. */
const partiesAtEnd = ({ parties, startDate, endDate }: WrittenFields, from: string): ContractParty[] =>
  parties
    .filter(
      (party) =>
        endDate === null ||
        ((party.from ?? startDate ?? endDate) <= endDate && endDate <= (party.to ?? endDate)),
    )
    .map((party) => ({ ...party, from, to: null }));

/** The same limit from the latest reading; without one, from where the former contract began. Null where it is too far. */
function sameDistance(term: DistanceTerm, { latestOdometer }: LatestReadings): DistanceTerm | null {
  if (term.kind !== "limited") return term;
  const { limit } = term;
  const startOdometer = latestOdometer ? inUnitOf(limit, latestOdometer) : term.startOdometer;
  if (startOdometer.value > longestDistance) return null;
  return {
    ...{ kind: "limited", limit, startOdometer },
    endOdometer: { value: startOdometer.value + limit.value, unit: limit.unit },
  };
}

const inUnitOf = ({ unit }: Distance, odometer: Distance): Distance =>
  odometer.unit === unit ? { value: odometer.value, unit } : wholeIn(odometer, unit);

function sameHours(term: HoursTerm, { latestHours }: LatestReadings): HoursTerm {
  if (term.kind !== "limited") return term;
  const startHours = latestHours ?? term.startHours;
  return { ...term, startHours, endHours: startHours + term.limit };
}

/** A line with ends of its own has them as long after the new start as after the former, the contract's at most. */
function movedLine(
  line: CoverageLine,
  former: WrittenFields,
  next: { startDate: string; endDate: string; distance: DistanceTerm },
): CoverageLine {
  return {
    ...line,
    endDate: line.endDate && former.startDate && movedDate(line.endDate, former.startDate, next),
    endOdometer:
      line.endOdometer && former.distance.kind === "limited" && next.distance.kind === "limited"
        ? movedOdometer(line.endOdometer, former.distance, next.distance)
        : line.endOdometer,
  };
}

/** A line of the plan, whose own ends count from the new start already: the contract's at most. */
function endingWith(
  line: CoverageLine,
  { endDate, distance }: { endDate: string; distance: DistanceTerm },
): CoverageLine {
  const beyond =
    line.endOdometer &&
    distance.kind === "limited" &&
    compareDistances(line.endOdometer, distance.endOdometer) > 0;
  return {
    ...line,
    endDate: line.endDate && compareDates(line.endDate, endDate) > 0 ? null : line.endDate,
    endOdometer: beyond ? null : line.endOdometer,
  };
}

function movedDate(end: string, start: string, next: { startDate: string; endDate: string }): string {
  if (end < start) return next.startDate;
  const months = wholeMonths(start, end);
  const moved = months
    ? endOfTerm(next.startDate, months)
    : addDays(next.startDate, daysOfTerm(start, end) - 1);
  return compareDates(moved, next.endDate) < 0 ? moved : next.endDate;
}

type LimitedDistance = Extract<DistanceTerm, { kind: "limited" }>;

function movedOdometer(end: Distance, former: LimitedDistance, next: LimitedDistance): Distance {
  const after = inUnitOf(former.limit, end).value - former.startOdometer.value;
  const value = next.startOdometer.value + Math.min(Math.max(after, 0), next.limit.value);
  return { value, unit: next.limit.unit };
}
