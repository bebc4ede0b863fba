import type { ContractRead, DistanceUnit } from "@vehicle-contracts/contract-model";
import { Temporal } from "@vehicle-contracts/contract-rules/temporal";
import {
  type ContractLimits,
  type DateLimit,
  isNear,
  type LimitName,
  limitsOf,
} from "../../contracts/limits.ts";
import type { Format } from "../../contracts/term-words.ts";
import { typeWord } from "../../contracts/words.ts";
import { limitsInUnit } from "./limits-in-unit.ts";

export type VerdictTone = "plain" | "muted" | "amber" | "violet";

/** What a contract in force says first: the limit that comes first, large, and below it the others. */
export type VerdictCell = {
  contractId: string;
  label: string;
  /** The limit that comes first: where it lies. */
  value: string;
  /** Nothing limits it: an infinity sign. */
  endless: boolean;
  unknown: boolean;
  /** What is left to it; null where nothing limits it or no reading tells. */
  left: string | null;
  near: boolean;
  /** How much of it is gone, 0 to 1; null where there is nothing to measure. */
  share: number | null;
  others: readonly { text: string; tone: VerdictTone }[];
};

type Words = Pick<Format, "date" | "distance" | "hours" | "days" | "whole">;

/** Years from which on they are said: with the months up to five of them, "3 years 9 months left", then alone. */
const yearsSaid = 3;
const yearsAlone = 5;

/** The cells of the contracts in force, distances in the unit that the vehicle is read in. */
export function verdictCells(
  contracts: readonly ContractRead[],
  unit: DistanceUnit | null,
  words: Words,
): VerdictCell[] {
  return contracts.map((contract) => {
    const limits = limitsInUnit(limitsOf(contract), unit);
    const isShown = (name: LimitName) => name !== "hours" || limits.hours.kind !== "unlimited";
    const [first = "date", ...others] = limits.order.filter(isShown);
    const { today } = contract.store;
    return {
      contractId: contract.contractId,
      label: labelOf(contract, contracts),
      ...figureOf(first, limits, words, today),
      near: isNear(limits, first),
      others: [
        ...others.map((name) => otherLine(name, limits, words, today)),
        ...agreedLine(contract, limits, words),
      ],
    };
  });
}

/** The type; where two are of one type, what tells them apart too. */
function labelOf(contract: ContractRead, all: readonly ContractRead[]): string {
  const word = typeWord(contract.type);
  const mark = contract.contractNumber ?? contract.description;
  const isOnly = all.filter(({ type }) => type === contract.type).length === 1;
  return isOnly || mark === null ? word : `${word}, ${mark}`;
}

type Figure = Pick<VerdictCell, "value" | "endless" | "unknown" | "left" | "share">;

function figureOf(name: LimitName, limits: ContractLimits, words: Words, today: string): Figure {
  if (name === "date") return dateFigure(limits.date, words, today);
  return name === "distance"
    ? readFigure(limits.distance, words.distance, endless.distance)
    : readFigure(limits.hours, words.hours, endless.hours);
}

const endless = {
  distance: { unlimited: "No distance limit", unknown: "Distance limit unknown" },
  hours: { unlimited: "No limit by hours", unknown: "Limit by hours unknown" },
} as const;

function dateFigure(limit: DateLimit, words: Words, today: string): Figure {
  if (limit.kind !== "limited")
    return {
      value: limit.kind === "openEnded" ? "Open-ended" : "No end date",
      endless: limit.kind === "openEnded",
      unknown: false,
      left: null,
      share: null,
    };
  return {
    value: words.date(limit.endDate),
    endless: false,
    unknown: false,
    left: timeLeftWord(today, limit, words),
    share: limit.days && limit.share,
  };
}

/** A limit that readings are counted against: of distance or of hours. */
type ReadLimit<Amount> =
  | { kind: "limited"; end: Amount; left: Amount | null; share: number }
  | { kind: "unlimited" | "unknown" };

function readFigure<Amount>(
  limit: ReadLimit<Amount>,
  say: (amount: Amount) => string,
  words: { unlimited: string; unknown: string },
): Figure {
  if (limit.kind !== "limited")
    return {
      value: words[limit.kind],
      endless: limit.kind === "unlimited",
      unknown: limit.kind === "unknown",
      left: null,
      share: null,
    };
  const { left } = limit;
  return {
    value: say(limit.end),
    endless: false,
    unknown: false,
    left: left === null ? "no reading yet" : `${say(left)} left`,
    share: left === null ? null : limit.share,
  };
}

function timeLeftWord(
  today: string,
  { endDate, daysLeft }: { endDate: string; daysLeft: number },
  { days, whole }: Words,
): string {
  if (daysLeft === 0) return "today is the last day";
  const { years, months } = Temporal.PlainDate.from(today).until(endDate, { largestUnit: "years" });
  if (years < yearsSaid) return `${days(daysLeft)} left`;
  const rest = years < yearsAlone && months > 0 ? ` ${months} ${months === 1 ? "month" : "months"}` : "";
  return `${whole(years)} years${rest} left`;
}

function otherLine(
  name: LimitName,
  limits: ContractLimits,
  words: Words,
  today: string,
): VerdictCell["others"][number] {
  const { value, left } = figureOf(name, limits, words, today);
  const tone =
    limits[name].kind === "unknown" ? "violet" : isNear(limits, name) ? "amber" : ("muted" as const);
  return { text: left === null ? value : `${value}, ${left}`, tone };
}

/** The limit as it was agreed, where the vehicle is read in another unit. */
function agreedLine(
  contract: ContractRead,
  limits: ContractLimits,
  { distance }: Words,
): VerdictCell["others"] {
  const agreed = contract.distance;
  if (agreed.kind !== "limited" || limits.distance.kind !== "limited") return [];
  if (agreed.endOdometer.unit === limits.distance.end.unit) return [];
  return [{ text: `agreed ${distance(agreed.endOdometer)}`, tone: "muted" }];
}
