import type { ContractRead } from "@vehicle-contracts/contract-model";
import { decideMove, renewalBreaks, transferBreaks } from "@vehicle-contracts/contract-rules";

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
  AWAITING_PROVIDER: "It becomes active once the provider has accepted it.",
};

/**
 * Asks the rules what the server would ask. `hasSuccessor`: a living contract follows it; until that is known, what depends on
 * it is not offered (null).
 */
export function offeredMoves(contract: ContractRead, hasSuccessor: boolean | null): OfferedMoves {
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
    else if (hints[broken] && (hasSuccessor !== null || broken !== "ALREADY_RENEWED"))
      said.add(hints[broken]);
  }
  return { offered, hints: [...said] };

  function brokenBy(move: ContractMove): string | null {
    if (move === "transfer") return transferBreaks(contract, readings)?.code ?? null;
    if (move === "renew") return renewalBreaks(contract, facts)?.code ?? null;
    const outcome = decideMove(move, contract, facts);
    return outcome.ok ? null : (outcome.fields[0]?.code ?? "");
  }
}
