import type { Contract, ProblemField } from "@vehicle-contracts/contract-model";
import type { WrittenFields } from "@vehicle-contracts/contract-rules";
import type { Chosen, Side } from "../../../ui/conflict/conflict-row.ts";
import { type ChangedPart, changedParts, joined, type Sides, sidesOf } from "./merge.ts";
import { refusalOf, refusalsOf } from "./refusals.ts";

export type Versions = { base: Contract; theirs: Contract; mine: WrittenFields };

/** A part to choose: why a side cannot be taken, or null. */
export type Choice = {
  part: ChangedPart;
  chosen: Side | null;
  refused: Readonly<Record<Side, string | null>>;
};

type JoinedPart = ChangedPart & { by: Side | "both" };

const isJoined = (part: ChangedPart): part is JoinedPart => part.by !== "clash";

/** How a conflict stands with what has been chosen so far. */
export type Settlement = {
  choices: readonly Choice[];
  /** Joined without a choice. */
  joinedParts: readonly JoinedPart[];
  /** Mine, and the rules refuse them now. They are left out. */
  refusedParts: readonly { part: ChangedPart; reason: string }[];
  /** What would be saved; null while it cannot be. */
  record: WrittenFields | null;
  /** What the rules say against it as a whole. */
  broken: readonly ProblemField[];
};

/** Joins what can be joined, and says what is to choose and what the rules refuse. `today` is the contract's store's. */
export function settle(
  versions: Versions,
  chosen: Chosen,
  setting: { today: string; correction: boolean },
): Settlement {
  const { base, theirs, mine } = versions;
  const parts = changedParts(base, theirs, mine);
  const wished = sidesOf(parts, chosen);
  const refusal = (part: ChangedPart, side: Side) => refusalOf(versions, part, side, wished, setting);
  const refusedParts = parts.flatMap((part) => {
    const reason = part.by === "mine" ? refusal(part, "mine") : null;
    return reason === null ? [] : [{ part, reason }];
  });
  const isRefused = (part: ChangedPart) => refusedParts.some((refused) => refused.part.key === part.key);
  const sides: Sides = new Map([
    ...wished,
    ...refusedParts.map(({ part }): [string, Side] => [part.key, "theirs"]),
  ]);
  const choices = parts
    .filter(({ by }) => by === "clash")
    .map((part) => ({
      part,
      chosen: chosen.get(part.key) ?? null,
      refused: { theirs: refusal(part, "theirs"), mine: refusal(part, "mine") },
    }));
  const outcome = joined(base, theirs, mine, sides);
  const broken = outcome.ok ? refusalsOf(theirs, outcome.value, setting) : outcome.fields;
  return {
    choices,
    joinedParts: parts.filter(isJoined).filter((part) => !isRefused(part)),
    refusedParts,
    record: outcome.ok && broken.length === 0 ? outcome.value : null,
    broken,
  };
}
