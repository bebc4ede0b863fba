import type { TransferRequest } from "@vehicle-contracts/contract-model";
import {
  contractTransfer,
  party,
  prepared,
  type Statements,
  type TenantTx,
} from "@vehicle-contracts/database";
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

const fromParty = alias(party, "from_party");
const toParty = alias(party, "to_party");

/** What a request is read as. */
export const transferColumns = {
  request: getTableColumns(contractTransfer),
  fromName: fromParty.name,
  toName: toParty.name,
};

export type TransferRow = {
  request: typeof contractTransfer.$inferSelect;
  fromName: string;
  toName: string;
};

/** Joins a statement on `contract_transfer` with the names of both parties. */
export const fromPartyOf = [
  fromParty,
  and(
    eq(fromParty.enterpriseId, contractTransfer.enterpriseId),
    eq(fromParty.partyId, contractTransfer.fromPartyId),
  ),
] as const;
export const toPartyOf = [
  toParty,
  and(
    eq(toParty.enterpriseId, contractTransfer.enterpriseId),
    eq(toParty.partyId, contractTransfer.toPartyId),
  ),
] as const;

export const toTransferRequest = ({ request, fromName, toName }: TransferRow): TransferRequest => ({
  requestId: request.requestId,
  contractId: request.contractId,
  contractVersion: request.contractVersion,
  state: request.state,
  date: request.date,
  fromParty: { partyId: request.fromPartyId, name: fromName },
  toParty: { partyId: request.toPartyId, name: toName },
  fee: request.fee,
  requestedBy: request.requestedBy,
  requestedAt: request.requestedAt,
  decidedBy: request.decidedBy,
  decidedAt: request.decidedAt,
  reason: request.reason,
});

const withId = (db: Statements) =>
  db
    .select(transferColumns)
    .from(contractTransfer)
    .innerJoin(...fromPartyOf)
    .innerJoin(...toPartyOf)
    .where(
      and(
        eq(contractTransfer.enterpriseId, sql.placeholder("enterpriseId")),
        eq(contractTransfer.requestId, sql.placeholder("requestId")),
      ),
    );
const byId = prepared("transfer_by_id", withId);
const held = prepared("transfer_held", (db) => withId(db).for("no key update", { of: contractTransfer }));

/** The request of this id, if there is one. */
export const transferById = async (tx: TenantTx, requestId: string): Promise<TransferRequest | undefined> =>
  (await byId(tx, { requestId })).map(toTransferRequest)[0];

/** The same, held to the end of the transaction: it is decided once. */
export const heldTransfer = async (tx: TenantTx, requestId: string): Promise<TransferRequest | undefined> =>
  (await held(tx, { requestId })).map(toTransferRequest)[0];
