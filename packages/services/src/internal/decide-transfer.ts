import type { TransferRequest } from "@vehicle-contracts/contract-model";
import { contract, contractTransfer, party, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { type Actor, asRevisionActor, requireGrant, requireRole } from "../actor.ts";
import { notFound, ruleBroken } from "../service-error.ts";
import { askForContracts } from "./contract-row.ts";
import { together } from "./together.ts";
import { heldTransfer } from "./transfer-row.ts";

const ofRequest = sql`(select t.contract_id from contract_transfer t
  where t.enterprise_id = ${sql.placeholder("enterpriseId")} and t.request_id = ${sql.placeholder("requestId")})`;
const contractOf = askForContracts("contract_of_transfer", sql`${contract.contractId} = ${ofRequest}`);
const partiesOf = prepared("parties_of_transfer_shared", (db) =>
  db
    .select({ partyId: party.partyId, name: party.name, sortName: party.sortName })
    .from(party)
    .where(
      and(
        eq(party.enterpriseId, sql.placeholder("enterpriseId")),
        sql`(${party.partyId} in (select p.party_id from contract_party p
            where p.enterprise_id = ${sql.placeholder("enterpriseId")} and p.contract_id = ${ofRequest})
          or ${party.partyId} = (select t.to_party_id from contract_transfer t
            where t.enterprise_id = ${sql.placeholder("enterpriseId")} and t.request_id = ${sql.placeholder("requestId")}))`,
      ),
    )
    .orderBy(party.partyId)
    .for("share"),
);

/**
 * A request that is still to be decided, with its contract and every party of both, held to the end of the transaction. Takes an
 * administrator. Throws NOT_FOUND, FORBIDDEN, RULE_BROKEN (REQUEST_DECIDED).
 */
export async function undecidedTransfer(tx: TenantTx, actor: Actor, requestId: string) {
  requireRole(actor, "administrator");
  const [request, shared, [read]] = await together([
    heldTransfer(tx, requestId),
    partiesOf(tx, { requestId }),
    contractOf(tx, { requestId }),
  ]);
  if (!request || !read) throw notFound("transfer request", "requestId");
  requireGrant(actor, read.storeId);
  if (request.state !== "REQUESTED")
    throw ruleBroken({
      path: "requestId",
      code: "REQUEST_DECIDED",
      message: `The request was ${request.state.toLowerCase()} by ${request.decidedBy?.name ?? "another"} already.`,
    });
  return { request, shared, read };
}

const decide = prepared("decide_transfer", (db) =>
  db
    .update(contractTransfer)
    .set({
      state: sql`${sql.placeholder("state")}`,
      reason: sql`${sql.placeholder("reason")}`,
      decidedBy: sql`${sql.placeholder("decidedBy")}::jsonb`,
      decidedAt: sql`${sql.placeholder("decidedAt")}::timestamptz`,
    })
    .where(
      and(
        eq(contractTransfer.enterpriseId, sql.placeholder("enterpriseId")),
        eq(contractTransfer.requestId, sql.placeholder("requestId")),
      ),
    ),
);

/** Writes the decision down; answers the request as it is then. The caller holds its row. */
export async function decideTransfer(
  tx: TenantTx,
  actor: Actor,
  request: TransferRequest,
  decision: { state: "APPROVED" | "REFUSED"; reason: string | null },
): Promise<TransferRequest> {
  const decided = { ...decision, decidedBy: asRevisionActor(actor), decidedAt: tx.startedAt };
  await decide(tx, {
    ...decided,
    decidedBy: JSON.stringify(decided.decidedBy),
    requestId: request.requestId,
  });
  return { ...request, ...decided };
}
