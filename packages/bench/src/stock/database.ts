import {
  contract,
  contractParty,
  contractReference,
  party,
  provider,
  store,
  vehicle,
} from "@vehicle-contracts/database";
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { type ContractRows, contractRead } from "../contract-answer.ts";

/** Drizzle over postgres.js, as its guide opens it. */
export const openStock = (url: string) =>
  drizzle({
    client: postgres(url, {
      onnotice: () => {},
      connection: { application_name: "bench trpc-stock", TimeZone: "UTC", DateStyle: "ISO" },
    }),
  });
type Stock = ReturnType<typeof openStock>;
export type StockTx = Parameters<Parameters<Stock["transaction"]>[0]>[0];

/** A transaction of one tenant. */
export const inTenant = <T>(db: Stock, enterpriseId: string, work: (tx: StockTx) => Promise<T>): Promise<T> =>
  db.transaction(async (tx) => {
    await tx.execute(sql.raw(`set local app.enterprise_id = '${enterpriseId}'`));
    return work(tx);
  });

/** Whole contracts, built anew at each call as queries are. */
export async function wholeContracts(tx: StockTx, enterpriseId: string, where: SQL | undefined, now: string) {
  const rows = await tx
    .select({ contract, vehicle, store, provider, holder: party })
    .from(contract)
    .innerJoin(
      vehicle,
      and(eq(vehicle.enterpriseId, contract.enterpriseId), eq(vehicle.vehicleId, contract.vehicleId)),
    )
    .innerJoin(store, and(eq(store.enterpriseId, contract.enterpriseId), eq(store.storeId, contract.storeId)))
    .leftJoin(
      provider,
      and(eq(provider.enterpriseId, contract.enterpriseId), eq(provider.providerId, contract.providerId)),
    )
    .leftJoin(party, and(eq(party.enterpriseId, contract.enterpriseId), eq(party.partyId, contract.holderId)))
    .where(and(eq(contract.enterpriseId, enterpriseId), where))
    .orderBy(sql`${contract.createdAt} desc, ${contract.contractId} desc`)
    .limit(26);
  const ids = rows.map((row) => row.contract.contractId);
  if (ids.length === 0) return [];
  const parties = await tx
    .select()
    .from(contractParty)
    .where(and(eq(contractParty.enterpriseId, enterpriseId), inArray(contractParty.contractId, ids)))
    .orderBy(asc(contractParty.ordinal));
  const references = await tx
    .select()
    .from(contractReference)
    .where(and(eq(contractReference.enterpriseId, enterpriseId), inArray(contractReference.contractId, ids)))
    .orderBy(asc(contractReference.ordinal));
  return rows.map((row) => {
    const isOf = ({ contractId }: { contractId: string }) => contractId === row.contract.contractId;
    const whole: ContractRows = {
      ...row,
      parties: parties
        .filter(isOf)
        .map(({ role, partyId, fromDate, toDate }) => ({ role, partyId, from: fromDate, to: toDate })),
      externalReferences: references
        .filter(isOf)
        .map(({ system, externalId }) => ({ system, id: externalId })),
    };
    return { row: row.contract, read: contractRead(whole, now) };
  });
}
