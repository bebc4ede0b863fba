import type { ContractRead, ProblemField } from "@vehicle-contracts/contract-model";
import {
  decideMove,
  renewalBreaks,
  transferBreaks,
  transferDayBreaks,
} from "@vehicle-contracts/contract-rules";

export const contractMoves = [
  "activate",
  "extend",
  "suspend",
  "resume",
  "transfer",
  "renew",
  "reinstate",
  "void",
] as const;
export type ContractMove = (typeof contractMoves)[number];

/** The moves that the contract may take now, and why one that its state would allow is not offered. */
export type OfferedMoves = { offered: ReadonlySet<ContractMove>; hints: readonly string[] };

/** What is worth saying of a move that is not offered; of the others the state itself tells. */
const hints: Readonly<Record<string, string>> = {
  ALREADY_RENEWED: "Extend and renew are not offered: another contract follows this one.",
  USAGE_EXISTS: "Void is not offered: the contract has been used.",
  TRANSFER_EXCLUDED: "Transfer is not offered: by its terms the contract stays with its holder.",
  TRANSFER_REQUESTED:
    "Transfer is not offered: one is asked for already, and an administrator decides on it first.",
  AWAITING_PROVIDER: "It becomes active once the provider has accepted it.",
};

/**
 * Asks the rules what the server would ask. `hasSuccessor`: a living contract follows it; `isTransferAsked`: a request for a
 * transfer waits. Until it is known, what depends on it is not offered (null).
 */
export function offeredMoves(
  contract: ContractRead,
  { hasSuccessor, isTransferAsked }: { hasSuccessor: boolean | null; isTransferAsked: boolean | null },
): OfferedMoves {
  const { today } = contract.store;
  const { latestOdometer, latestHours } = contract.vehicle;
  const readings = { today, latestOdometer, latestHours: latestHours?.value ?? null };
  const used = contract.remaining.allowances.some((line) => line.used > 0);
  const paid = contract.remaining.amounts.some((line) => line.used.amountMinor > 0);
  const facts = {
    ...readings,
    // Asked for when the move is made; whether a reading was corrected the server knows alone.
    reason: "asked for",
    readingCorrected: true,
    hasSuccessor: hasSuccessor ?? true,
    netUsage: used || paid,
  };
  const offered = new Set<ContractMove>();
  const said = new Set<string>();
  for (const move of contractMoves) {
    const broken = brokenBy(move);
    if (broken === null) offered.add(move);
    else {
      const hint = hintOf(broken);
      if (hint) said.add(hint);
    }
  }
  return { offered, hints: [...said] };

  function brokenBy(move: ContractMove): Broken | null {
    if (move === "transfer")
      return transferBreaks(contract, readings) ?? waits() ?? transferDayBreaks(contract, readings);
    if (move === "renew") return renewalBreaks(contract, facts);
    const outcome = decideMove(move, contract, facts);
    return outcome.ok ? null : (outcome.fields[0] ?? unknown);
  }

  function waits(): Broken | null {
    if (isTransferAsked === null) return unknown;
    return isTransferAsked ? { code: "TRANSFER_REQUESTED", message: "" } : null;
  }

  function hintOf({ code, message }: Broken): string | undefined {
    if (code === "TRANSFER_TOO_EARLY") return `Transfer is not offered yet. ${message}`;
    return code === "ALREADY_RENEWED" && hasSuccessor === null ? undefined : hints[code];
  }
}

type Broken = Pick<ProblemField, "code" | "message">;
const unknown: Broken = { code: "", message: "" };
