import type { AcceptRefund, ContractResult, QuoteChange } from "@vehicle-contracts/contract-model";
import { decideMove, writtenFields } from "@vehicle-contracts/contract-rules";
import {
  contract,
  driverValues,
  placesFor,
  prepared,
  refundQuote,
  type TenantTx,
  vehicle,
} from "@vehicle-contracts/database";
import { and, eq, isNull, sql } from "drizzle-orm";
import { type Actor, asRevisionActor, requireAnyStore, requireGrant, requireRole } from "../actor.ts";
import { contractAlone } from "../internal/contract-row.ts";
import { holdContracts } from "../internal/hold-contracts.ts";
import { movable } from "../internal/movable.ts";
import { factsOfQuote } from "../internal/refund-facts.ts";
import { changesSince } from "../internal/refund-quote-row.ts";
import { saveContract } from "../internal/save-contract.ts";
import { together } from "../internal/together.ts";
import { notFound, ruleBroken, valueOrRefuse } from "../service-error.ts";
import { quoteById } from "./get.ts";
import { latestOf } from "./quote.ts";

const contractOfQuote = sql`(select q.contract_id from refund_quote q
  where q.enterprise_id = ${sql.placeholder("enterpriseId")} and q.quote_id = ${sql.placeholder("quoteId")}::uuid)`;
const holdVehicle = prepared("vehicle_of_quote_shared", (db) =>
  db
    .select({ vehicleId: vehicle.vehicleId })
    .from(vehicle)
    .where(
      and(
        eq(vehicle.enterpriseId, sql.placeholder("enterpriseId")),
        sql`${vehicle.vehicleId} = (select c.vehicle_id from contract c
          where c.enterprise_id = ${sql.placeholder("enterpriseId")} and c.contract_id = ${contractOfQuote})`,
      ),
    )
    .for("share"),
);
const holdContract = holdContracts(
  "contract_of_quote_held",
  sql`${contract.contractId} = ${contractOfQuote}`,
);
const markAccepted = prepared("accept_refund_quote", (db) =>
  db
    .update(refundQuote)
    .set(placesFor(["acceptedBy", "acceptedAt"]))
    .where(
      and(
        eq(refundQuote.enterpriseId, sql.placeholder("enterpriseId")),
        eq(refundQuote.quoteId, sql.placeholder("quoteId")),
        isNull(refundQuote.acceptedAt),
      ),
    ),
);

/**
 * Cancels the contract by its quote, in one transaction: status, cancellation and history. While it looks, vehicle and contract
 * are held, so that no reading, no entry of the ledger and no change comes between. Throws NOT_FOUND, FORBIDDEN, RULE_BROKEN
 * (WRONG_STATUS; QUOTE_MISSING where its days are over or anything that it rests on has changed, which is said).
 */
export async function acceptRefundQuote(
  tx: TenantTx,
  actor: Actor,
  input: AcceptRefund,
): Promise<ContractResult> {
  requireRole(actor, "advisor");
  requireAnyStore(actor);
  const { quoteId } = input;
  const [, , row, facts] = await together([
    holdVehicle(tx, { quoteId }),
    holdContract(tx, { quoteId }),
    quoteById(tx, quoteId),
    factsOfQuote(tx, { quoteId }),
  ]);
  if (!row || !facts) throw notFound("refund quote");
  const read = facts.contract;
  requireGrant(actor, read.storeId);
  const before = contractAlone(read);
  const changes = changesSince(row, facts, tx.startedAt);
  const standing = { ...latestOf(read.vehicle), today: read.store.today };
  const record = { ...movable(writtenFields(before), read.store.today), status: before.status };
  const moved = decideMove("cancel", record, { ...standing, quoteAccepted: changes.length === 0 });
  if (!moved.ok && moved.fields[0]?.code === "QUOTE_MISSING") throw outdated(changes);
  const { inputs } = row;
  return saveContract(tx, actor, before, {
    columns: {
      status: valueOrRefuse(moved).to,
      cancellation: {
        date: inputs.cancelDate,
        cancelledBy: inputs.cancelledBy,
        reason: inputs.reason,
        quoteId,
        refund: row.refund,
      },
    },
    action: "contract.cancelled",
    reason: inputs.reason,
    async satellites() {
      const accepted = { acceptedBy: asRevisionActor(actor), acceptedAt: tx.startedAt };
      await markAccepted(tx, { ...driverValues(refundQuote, accepted), quoteId });
    },
  });
}

const words: Record<QuoteChange, string> = {
  CONTRACT: "the contract has changed",
  LEDGER: "usage has been entered or reversed",
  READINGS: "a reading has been recorded",
  RULE_SET: "the contract goes by another rule set",
  VALIDITY: "the days that it holds are over",
};

const outdated = (changes: readonly QuoteChange[]) =>
  ruleBroken({
    path: "quote",
    code: "QUOTE_MISSING",
    message: `The quote does not hold any more: since it was made, ${changes.map((change) => words[change]).join(", and ")}. Make a new quote.`,
  });
