import type { ContractRead, Used } from "@vehicle-contracts/contract-model";
import { contract, driverValues, placesFor, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { askForContracts } from "./contract-row.ts";
import { together } from "./together.ts";

const ofTenant = eq(contract.enterpriseId, sql.placeholder("enterpriseId"));

/** A contract whose row is held to the end of the transaction: who writes a ledger comes one after the other. */
export type HeldLedger = { contract: ContractRead; used: Used };

/**
 * Statements that hold a contract and answer it with what its ledger has taken, as it is once it is held; undefined where there
 * is none. `which` names the contract.
 */
export function holdLedger(
  name: string,
  which: SQL | undefined,
): (tx: TenantTx, values: Record<string, unknown>) => Promise<HeldLedger | undefined> {
  const hold = prepared(`${name}_held`, (db) =>
    db.select({ used: contract.used }).from(contract).where(and(ofTenant, which)).for("no key update"),
  );
  const read = askForContracts(`${name}_read`, which);
  return async (tx, values) => {
    // In this order: the second statement sees what whoever held the row before has written.
    const [[held], [found]] = await together([hold(tx, values), read(tx, values)]);
    return held && found ? { contract: found, used: held.used } : undefined;
  };
}

const hold = prepared("used_held", (db) =>
  db
    .select({ used: contract.used })
    .from(contract)
    .where(and(ofTenant, eq(contract.contractId, sql.placeholder("contractId"))))
    .for("no key update"),
);

/** Holds a contract and answers what its ledger has taken: whoever changes what that counts against asks first. */
export const holdUsed = async (tx: TenantTx, contractId: string): Promise<Used | undefined> =>
  (await hold(tx, { contractId }))[0]?.used;

const set = prepared("set_used", (db) =>
  db
    .update(contract)
    .set(placesFor(["used"]))
    .where(and(ofTenant, eq(contract.contractId, sql.placeholder("contractId")))),
);

/** Keeps the sums of a contract that is held. Its version stays: the ledger is a record of its own. */
export const setUsed = (tx: TenantTx, contractId: string, used: Used) =>
  set(tx, { contractId, ...driverValues(contract, { used }) });
