import type { AcceptRefund, ContractResult } from "@vehicle-contracts/contract-model";
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
import { cancelByQuote } from "../internal/cancel-by-quote.ts";
import { contractAlone } from "../internal/contract-row.ts";
import { todayOf } from "../internal/draw-up-quote.ts";
import { holdContracts } from "../internal/hold-contracts.ts";
import { factsOfQuote } from "../internal/refund-facts.ts";
import { saveContract } from "../internal/save-contract.ts";
import { together } from "../internal/together.ts";
import { notFound } from "../service-error.ts";
import { quoteById } from "./get.ts";

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
  return saveContract(tx, actor, before, {
    columns: cancelByQuote(row, facts, todayOf(read), tx.startedAt),
    action: "contract.cancelled",
    reason: row.inputs.reason,
    async satellites() {
      const accepted = { acceptedBy: asRevisionActor(actor), acceptedAt: tx.startedAt };
      await markAccepted(tx, { ...driverValues(refundQuote, accepted), quoteId });
    },
  });
}
