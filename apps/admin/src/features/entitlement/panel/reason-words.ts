import type { ContractRead, PassedOverReason } from "@vehicle-contracts/contract-model";
import { addDays } from "@vehicle-contracts/contract-rules/temporal";
import type { Format } from "../../contracts/term-words.ts";
import { typeWord } from "../../contracts/words.ts";

/** What of a contract its reasons are told from. */
export type NamedContract = Pick<
  ContractRead,
  | "contractId"
  | "contractNumber"
  | "type"
  | "predecessorId"
  | "startDate"
  | "endDate"
  | "waitingDays"
  | "awaitingProvider"
  | "distance"
  | "engineHours"
  | "coverage"
  | "allowances"
  | "cancellation"
  | "provider"
>;

/** What was asked about: the day and the code. */
export type AskedFor = { date: string; code: string };

/** "Service plan", "Service plan, renewal"; null for one that the page has not read. */
export const contractWord = (contract: NamedContract | undefined): string =>
  contract
    ? `${typeWord(contract.type)}${contract.predecessorId === null ? "" : ", renewal"}`
    : "Another contract";

/** Why a contract does not pay, to be read behind its name: "ended 13 Apr 2026", "does not list this". */
export function reasonWords(
  reason: PassedOverReason,
  contract: NamedContract | undefined,
  asked: AskedFor,
  format: Format,
): string {
  const known = contract && knownReasons[reason]?.(contract, asked, format);
  return known ?? plainReasons[reason];
}

const plainReasons: Readonly<Record<PassedOverReason, string>> = {
  VOID: "was never valid",
  CANCELLED: "is cancelled",
  DRAFT: "is a quote that was not sold",
  NOT_STARTED: "has not started",
  EXPIRED_DATE: "has ended",
  EXPIRED_DISTANCE: "has ended by distance",
  EXPIRED_HOURS: "has ended by engine hours",
  SUSPENDED: "is suspended",
  WAITING_PERIOD: "does not pay yet",
  ITEM_EXCLUDED: "leaves this out",
  ITEM_NOT_LISTED: "does not list this",
  ALLOWANCE_EXHAUSTED: "has none of these services left",
  AMOUNT_EXHAUSTED: "has paid all it pays for this",
  CURRENCY_DIFFERS: "counts in another currency",
  LIMIT_UNKNOWN: "has a limit that is not recorded",
  ODOMETER_MISSING: "needs the mileage",
  ODOMETER_BELOW_LAST: "cannot be judged at a mileage below the last reading",
  HOURS_MISSING: "needs the engine hours",
  HOURS_BELOW_LAST: "cannot be judged at engine hours below the last reading",
  OUTRANKED: "would pay too; another one goes first",
};

type Told = (contract: NamedContract, asked: AskedFor, format: Format) => string | null;

/** The coverage line that would pay the code. */
const lineFor = ({ coverage }: NamedContract, code: string) => {
  const covered = coverage.filter(({ treatment }) => treatment === "COVERED");
  return covered.find((line) => line.code === code) ?? covered.find((line) => line.code === "*");
};

const knownReasons: Readonly<Partial<Record<PassedOverReason, Told>>> = {
  CANCELLED: ({ cancellation }, _, { date }) => cancellation && `was cancelled on ${date(cancellation.date)}`,
  NOT_STARTED: ({ startDate, awaitingProvider }, asked, { date }) =>
    startDate && asked.date < startDate
      ? `starts on ${date(startDate)}`
      : awaitingProvider
        ? "waits for the provider to accept it"
        : null,
  EXPIRED_DATE(contract, asked, { date }) {
    if (contract.endDate && asked.date > contract.endDate) return `ended on ${date(contract.endDate)}`;
    const own = lineFor(contract, asked.code)?.endDate;
    return own ? `covered this to ${date(own)}` : null;
  },
  EXPIRED_DISTANCE(contract, asked, { distance }) {
    const own = lineFor(contract, asked.code)?.endOdometer;
    if (contract.distance.kind === "limited") return `ended at ${distance(contract.distance.endOdometer)}`;
    return own ? `covered this to ${distance(own)}` : null;
  },
  EXPIRED_HOURS: ({ engineHours }, _, { hours }) =>
    engineHours.kind === "limited" ? `ended at ${hours(engineHours.endHours)}` : null,
  WAITING_PERIOD: ({ startDate, waitingDays }, _, { date }) =>
    startDate && `pays from ${date(addDays(startDate, waitingDays))} on`,
  ALLOWANCE_EXHAUSTED({ allowances }, { code }, { whole }) {
    const allowance = allowances.find((each) => each.code === code);
    return allowance ? `has none of its ${whole(allowance.quantity)} left` : null;
  },
  AMOUNT_EXHAUSTED(contract, { code }, { money }) {
    const maximum = lineFor(contract, code)?.maximumAmount;
    return maximum ? `has paid all of ${money(maximum)} for this` : null;
  },
  LIMIT_UNKNOWN: ({ distance }) =>
    `has ${distance.kind === "unknown" ? "a distance limit" : "an hours limit"} that is not recorded`,
};
