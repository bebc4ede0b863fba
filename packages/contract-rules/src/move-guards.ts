import type { ProblemField } from "@vehicle-contracts/contract-model";
import { type Facts, type Lifespan, type RunOutBy, runOutBy } from "./effective-status.ts";
import type { Extension } from "./extension.ts";
import { broken } from "./outcome.ts";
import { sayDate } from "./wording.ts";

/** A contract as the moves see it. `holderId`: who holds it, as `holderOn` answers. */
export type MovableContract = Lifespan & {
  holderId?: string | null | undefined;
  providerId?: string | null | undefined;
  type?: string | null | undefined;
  termMonths?: number | null | undefined;
  openEnded?: boolean | null | undefined;
};

/** What the guards need to know besides; left out is no. */
export type MoveFacts = Facts & {
  /** Blank is none. */
  reason?: string | null | undefined;
  /** A refund quote is accepted and still valid. */
  quoteAccepted?: boolean | null | undefined;
  /** The ledger has an entry not reversed. */
  netUsage?: boolean | null | undefined;
  /** A reading was corrected since it expired. */
  readingCorrected?: boolean | null | undefined;
  /** A living contract follows it. */
  hasSuccessor?: boolean | null | undefined;
  by?: Extension | null | undefined;
};

/** One condition of a move: the rule it breaks, or null. */
export type Guard = (contract: Omit<MovableContract, "status">, facts: MoveFacts) => ProblemField | null;

const requires =
  (
    holds: (contract: Omit<MovableContract, "status">, facts: MoveFacts) => unknown,
    field: ProblemField,
  ): Guard =>
  (contract, facts) =>
    holds(contract, facts) ? null : field;

const hasAnEnd = ({ endDate, openEnded: open, distance, engineHours }: Omit<MovableContract, "status">) =>
  endDate || open || distance?.kind === "limited" || engineHours?.kind === "limited";

/** What a sold contract has, in the order in which it is asked for. */
export const submitGuards: readonly Guard[] = [
  requires(
    (contract) => contract.holderId,
    broken("parties", "HOLDER_MISSING", "Nobody holds the contract. Add one holder."),
  ),
  requires(
    (contract) => contract.providerId,
    broken("providerId", "PROVIDER_MISSING", "Nobody carries the risk. Choose the provider."),
  ),
  requires((contract) => contract.type, broken("type", "TYPE_MISSING", "Choose the type of the contract.")),
  requires(
    (contract) => contract.startDate,
    broken("startDate", "START_MISSING", "Enter the first day covered."),
  ),
  requires(
    hasAnEnd,
    broken(
      "endDate",
      "END_MISSING",
      "Nothing ends the contract. Enter an end date, a term, a distance or engine hours, or say that it is open-ended.",
    ),
  ),
  ({ startDate, endDate }) =>
    startDate && endDate && endDate < startDate
      ? broken(
          "endDate",
          "END_BEFORE_START",
          `The end, ${sayDate(endDate)}, is before the start, ${sayDate(startDate)}. Enter that day or a later one.`,
        )
      : null,
];

export const notStarted: Guard = ({ startDate }, { today }) =>
  startDate && today < startDate
    ? broken(
        "startDate",
        "NOT_STARTED",
        `The contract starts on ${sayDate(startDate)}; today is ${sayDate(today)}. It becomes active on its start.`,
      )
    : null;

export const awaitingProvider = requires(
  (contract) => !contract.awaitingProvider,
  broken(
    "awaitingProvider",
    "AWAITING_PROVIDER",
    "The provider has not accepted the contract yet. Record the acceptance first.",
  ),
);

export const reasonMissing = requires(
  (_, facts) => facts.reason?.trim(),
  broken("reason", "REASON_MISSING", "Enter the reason; the history keeps it."),
);

export const alreadyRenewed = requires(
  (_, facts) => !facts.hasSuccessor,
  broken(
    "successorId",
    "ALREADY_RENEWED",
    "Another contract already follows this one. Extend that one, or void it first.",
  ),
);

export const openEnded = requires(
  (contract) => contract.endDate,
  broken("endDate", "OPEN_ENDED", "The contract has no end date that could be moved."),
);

export const quoteMissing = requires(
  (_, facts) => facts.quoteAccepted,
  broken(
    "quote",
    "QUOTE_MISSING",
    "There is no accepted refund quote that is still valid. Make a quote and accept it.",
  ),
);

export const usageExists = requires(
  (_, facts) => !facts.netUsage,
  broken(
    "usage",
    "USAGE_EXISTS",
    "The contract has been used, so it was valid. Reverse the usage first, or cancel the contract.",
  ),
);

export const correctionMissing = requires(
  (_, facts) => facts.readingCorrected,
  broken(
    "status",
    "NO_CORRECTION",
    "No reading has been corrected since the contract expired. Correct the reading it expired on first.",
  ),
);

const limitOf: Readonly<Record<RunOutBy, { path: string; limit: string; reading: string }>> = {
  DATE: { path: "endDate", limit: "its end date", reading: "today's date" },
  DISTANCE: { path: "distance", limit: "its end odometer", reading: "the latest odometer reading" },
  HOURS: {
    path: "engineHours",
    limit: "its last engine hour",
    reading: "the latest reading of the engine hours",
  },
};

export const stillRunOut: Guard = (contract, facts) => {
  const by = runOutBy(contract, facts);
  if (!by) return null;
  const { path, limit, reading } = limitOf[by];
  return broken(
    path,
    "RUN_OUT",
    `The contract is still beyond ${limit}, going by ${reading}. It stays expired.`,
  );
};
