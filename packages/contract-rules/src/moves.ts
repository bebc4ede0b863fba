import type { ContractStatus, ProblemField } from "@vehicle-contracts/contract-model";
import { effectiveStatus } from "./effective-status.ts";
import { extendTerm } from "./extension.ts";
import {
  alreadyRenewed,
  awaitingProvider,
  correctionMissing,
  type Guard,
  type MovableContract,
  type MoveFacts,
  notStarted,
  openEnded,
  quoteMissing,
  reasonMissing,
  stillRunOut,
  submitGuards,
  usageExists,
} from "./move-guards.ts";
import { broken, type Outcome } from "./outcome.ts";

export const moveActions = [
  "submit",
  "activate",
  "suspend",
  "resume",
  "extend",
  "cancel",
  "void",
  "reinstate",
] as const;
export type MoveAction = (typeof moveActions)[number];

type Move = {
  from: (stored: ContractStatus, effective: ContractStatus) => boolean;
  guards: readonly Guard[];
  to: (contract: MovableContract, facts: MoveFacts) => ContractStatus;
};

const effectively =
  (...statuses: ContractStatus[]): Move["from"] =>
  (_, effective) =>
    statuses.includes(effective);
const storedAs =
  (status: ContractStatus): Move["from"] =>
  (stored) =>
    stored === status;
const asIfActive: Move["to"] = (contract, facts) => effectiveStatus({ ...contract, status: "ACTIVE" }, facts);

const extensionGuard: Guard = (contract, { by }) => {
  if (!by) return null;
  const extended = extendTerm(contract, by);
  return extended.ok ? null : (extended.fields[0] ?? null);
};

const moves: Readonly<Record<MoveAction, Move>> = {
  submit: { from: effectively("DRAFT"), guards: submitGuards, to: () => "PENDING" },
  activate: { from: storedAs("PENDING"), guards: [notStarted, awaitingProvider], to: asIfActive },
  suspend: { from: effectively("ACTIVE"), guards: [reasonMissing], to: () => "SUSPENDED" },
  resume: { from: storedAs("SUSPENDED"), guards: [reasonMissing], to: asIfActive },
  extend: {
    from: effectively("PENDING", "ACTIVE", "SUSPENDED"),
    guards: [alreadyRenewed, openEnded, extensionGuard],
    to: (contract) => contract.status,
  },
  cancel: {
    from: effectively("PENDING", "ACTIVE", "SUSPENDED"),
    guards: [quoteMissing],
    to: () => "CANCELLED",
  },
  void: {
    from: effectively("DRAFT", "PENDING", "ACTIVE"),
    guards: [reasonMissing, usageExists],
    to: () => "VOID",
  },
  reinstate: { from: effectively("EXPIRED"), guards: [correctionMissing, stillRunOut], to: asIfActive },
};

const done: Readonly<Record<MoveAction, string>> = {
  submit: "submitted",
  activate: "activated",
  suspend: "suspended",
  resume: "resumed",
  extend: "extended",
  cancel: "cancelled",
  void: "voided",
  reinstate: "reinstated",
};

/**
 * Where a move takes a contract (the status to store), or the one rule it breaks: WRONG_STATUS, else the first guard of the
 * move in the order of docs/rules.md, "Moves". `facts.today` is the contract's own store's.
 */
export function decideMove(
  action: MoveAction,
  contract: MovableContract,
  facts: MoveFacts,
): Outcome<{ to: ContractStatus }> {
  const move = moves[action];
  const effective = effectiveStatus(contract, facts);
  if (!move.from(contract.status, effective))
    return {
      ok: false,
      fields: [
        broken(
          "status",
          "WRONG_STATUS",
          `The contract is ${effective.toLowerCase()}; in that state it cannot be ${done[action]}.`,
        ),
      ],
    };
  for (const guard of move.guards) {
    const field = guard(contract, facts);
    if (field) return { ok: false, fields: [field] };
  }
  return { ok: true, value: { to: move.to(contract, facts) } };
}

/**
 * All that a contract lacks to be sold, in the order of docs/rules.md, "Moves"; `decideMove` names the first. It holds from
 * PENDING on, so a change of a sold contract asks it too.
 */
export function submitBreaks(contract: Omit<MovableContract, "status">): ProblemField[] {
  return submitGuards.flatMap((guard) => guard(contract, { today: "" }) ?? []);
}

/**
 * The status in which a contract is made: DRAFT; PENDING (sold), held to the guards of `submit`; ACTIVE (taken over), held to
 * those of `submit` and `activate`, and EXPIRED if it has run out. docs/rules.md, "Moves".
 */
export function initialStatus(
  asked: "DRAFT" | "PENDING" | "ACTIVE",
  contract: Omit<MovableContract, "status">,
  facts: MoveFacts,
): Outcome<{ to: ContractStatus }> {
  if (asked === "DRAFT") return { ok: true, value: { to: "DRAFT" } };
  const submitted = decideMove("submit", { ...contract, status: "DRAFT" }, facts);
  if (asked === "PENDING" || !submitted.ok) return submitted;
  return decideMove("activate", { ...contract, status: "PENDING" }, facts);
}
