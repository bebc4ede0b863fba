import type {
  Contract,
  ContractResult,
  MoveContract,
  RevisionAction,
} from "@vehicle-contracts/contract-model";
import {
  decideMove,
  type MoveAction,
  type MoveFacts,
  writtenFields,
} from "@vehicle-contracts/contract-rules";
import type { contract, TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireGrant, requireRole } from "../actor.ts";
import { valueOrRefuse } from "../service-error.ts";
import { contractConflict } from "./contract-conflict.ts";
import { contractAlone, contractAt } from "./contract-row.ts";
import { movable } from "./movable.ts";
import { saveContract } from "./save-contract.ts";
import { together } from "./together.ts";

type Move = {
  action: MoveAction;
  revision: RevisionAction;
  /** Asked in the flight of the contract itself, ahead of it. */
  hold?: (tx: TenantTx, contractId: string) => Promise<unknown>;
  /** What the guards need besides the contract, its reason and the latest readings. */
  facts?: (tx: TenantTx, contractId: string) => Promise<Partial<MoveFacts>>;
  /** What is written besides the status, once the move is allowed. */
  columns?: (before: Contract) => Partial<typeof contract.$inferInsert>;
};

/**
 * Takes a contract at the version that was read through a move, with its revision. Takes an advisor with a grant for its store.
 * Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, RULE_BROKEN (WRONG_STATUS, or the first guard that refuses).
 */
export async function moveContract(
  tx: TenantTx,
  actor: Actor,
  input: MoveContract,
  move: Move,
): Promise<ContractResult> {
  requireRole(actor, "advisor");
  const { contractId } = input;
  const [, read, known] = await together([
    move.hold?.(tx, contractId),
    contractAt(tx, actor, contractId),
    move.facts?.(tx, contractId),
  ]);
  const before = contractAlone(read);
  requireGrant(actor, before.storeId);
  if (before.version !== input.version) throw await contractConflict(tx, before, input.version);
  const { today } = read.store;
  const moved = valueOrRefuse(
    decideMove(
      move.action,
      { ...movable(writtenFields(before), today), status: before.status },
      {
        today,
        latestOdometer: read.vehicle.latestOdometer,
        latestHours: read.vehicle.latestHours?.value ?? null,
        reason: input.reason,
        ...known,
      },
    ),
  );
  return saveContract(tx, actor, before, {
    columns: { ...move.columns?.(before), status: moved.to },
    action: move.revision,
    reason: input.reason?.trim() || null,
  });
}
