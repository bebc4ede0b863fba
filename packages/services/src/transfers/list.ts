import { defaultPageSize, type ListTransfers, type TransferPage } from "@vehicle-contracts/contract-model";
import { contract, contractTransfer, store, type TenantTx, vehicle } from "@vehicle-contracts/database";
import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { z } from "zod";
import { type Actor, requireAnyStore } from "../actor.ts";
import { contractThere } from "../internal/contract-row.ts";
import { fromCursor, toCursor } from "../internal/cursor.ts";
import { together } from "../internal/together.ts";
import { fromPartyOf, toPartyOf, toTransferRequest, transferColumns } from "../internal/transfer-row.ts";
import { notFound } from "../service-error.ts";

/**
 * Transfers that were asked for, newest first: of one contract, whichever store's, or of the granted stores' contracts.
 * Throws FORBIDDEN (no store granted), NOT_FOUND (the contract), INVALID (a cursor of another question).
 */
export async function listTransfers(tx: TenantTx, actor: Actor, input: ListTransfers): Promise<TransferPage> {
  requireAnyStore(actor);
  const { contractId = null, filter } = input;
  const states = filter?.state ?? null;
  const question = { transfers: contractId, states };
  const before = fromCursor(question, z.guid(), input.cursor);
  const limit = input.limit ?? defaultPageSize;
  const query = tx
    .select({
      ...transferColumns,
      contract: {
        contractNumber: contract.contractNumber,
        description: contract.description,
        storeId: contract.storeId,
        storeName: store.name,
        vin: vehicle.vin,
        make: vehicle.make,
        model: vehicle.model,
      },
    })
    .from(contractTransfer)
    .innerJoin(...fromPartyOf)
    .innerJoin(...toPartyOf)
    .innerJoin(
      contract,
      and(
        eq(contract.enterpriseId, contractTransfer.enterpriseId),
        eq(contract.contractId, contractTransfer.contractId),
      ),
    )
    .innerJoin(store, and(eq(store.enterpriseId, contract.enterpriseId), eq(store.storeId, contract.storeId)))
    .innerJoin(
      vehicle,
      and(eq(vehicle.enterpriseId, contract.enterpriseId), eq(vehicle.vehicleId, contract.vehicleId)),
    )
    .where(
      and(
        eq(contractTransfer.enterpriseId, tx.enterpriseId),
        contractId
          ? eq(contractTransfer.contractId, contractId)
          : actor.storeIds === "all"
            ? undefined
            : inArray(contract.storeId, [...actor.storeIds]),
        states ? inArray(contractTransfer.state, states) : undefined,
        before ? lt(contractTransfer.requestId, before) : undefined,
      ),
    )
    .orderBy(desc(contractTransfer.requestId))
    .limit(limit + 1);
  const [rows, there] = await tx.last(
    together([query.execute(), contractId ? contractThere(tx, contractId) : true]),
  );
  if (!there) throw notFound("contract", "contractId");
  const items = rows.slice(0, limit).map((row) => {
    const { make, model, ...short } = row.contract;
    const vehicleName = [make, model].filter(Boolean).join(" ") || null;
    return { ...toTransferRequest(row), contract: { ...short, vehicleName } };
  });
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? toCursor(question, last.requestId) : null };
}
