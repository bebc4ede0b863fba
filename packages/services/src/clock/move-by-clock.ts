import type { Contract, ContractRead, RevisionAction } from "@vehicle-contracts/contract-model";
import { type ClockMove, clockMove } from "@vehicle-contracts/contract-rules";
import { contract, contractRevision, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { type Actor, requireRole } from "../actor.ts";
import { arrayText } from "../internal/array-text.ts";
import { contractAlone, contractsById } from "../internal/contract-row.ts";
import { guardedUpdate } from "../internal/guarded-update.ts";
import { recordRevision } from "../internal/revisions.ts";
import { todaysOf } from "../internal/search/todays.ts";
import { storesOf } from "../internal/store-row.ts";
import { together } from "../internal/together.ts";

/** Contracts that one unit of work moves at most: few, so that nobody waits long for one of their rows. */
const clockBatch = 100;

const ofStores = sql`${contract.storeId} = any(${sql.placeholder("storeIds")}::uuid[])`;
const day = sql`${sql.placeholder("today")}::date`;

/** What time may have done to contracts of some stores on their day. Each is an index of its own, which holds little else. */
const due: Readonly<Record<string, SQL>> = {
  start_reached: sql`${contract.status} = 'PENDING' and not ${contract.awaitingProvider} and ${contract.startDate} <= ${day}`,
  end_passed: sql`${contract.status} in ('PENDING', 'ACTIVE', 'SUSPENDED') and ${contract.endDate} < ${day}`,
  limit_passed: sql`${contract.pastLimit} and ${contract.status} in ('PENDING', 'ACTIVE', 'SUSPENDED') and coalesce(${contract.startDate}, '-infinity') <= ${day}`,
};

/** Holds those that nobody else holds: two who run at once take different ones, and none waits for a person. */
const holdDue = Object.entries(due).map(([name, condition]) =>
  prepared(`clock_${name}`, (db) =>
    db
      .select({ contractId: contract.contractId })
      .from(contract)
      .where(and(eq(contract.enterpriseId, sql.placeholder("enterpriseId")), ofStores, condition))
      .limit(sql.placeholder("limit"))
      .for("no key update", { skipLocked: true }),
  ),
);

const newestOf = prepared("newest_revisions", (db) =>
  db
    .selectDistinctOn([contractRevision.contractId], {
      contractId: contractRevision.contractId,
      revision: contractRevision.revision,
      hash: contractRevision.hash,
    })
    .from(contractRevision)
    .where(
      and(
        eq(contractRevision.enterpriseId, sql.placeholder("enterpriseId")),
        sql`${contractRevision.contractId} = any(${sql.placeholder("contractIds")}::uuid[])`,
      ),
    )
    .orderBy(contractRevision.contractId, desc(contractRevision.revision)),
);

const update = guardedUpdate(contract, { tenant: contract.enterpriseId, id: contract.contractId });

const revisionOf: Readonly<Record<ClockMove["action"], RevisionAction>> = {
  activate: "contract.activated",
  expire: "contract.expired",
};

/**
 * Stores what the clock owes contracts of the actor's enterprise, by each store's own day: PENDING whose start is reached to
 * ACTIVE, what has run out to EXPIRED, each with a revision. At most `clockBatch` of each kind in a call; answers how many were
 * moved, so that the caller goes on until there are none. It may run late, again, or at the same time as another: what is
 * held by somebody is left for the next time, and what was moved is not due any more. Takes an administrator of all stores.
 */
export async function moveByClock(tx: TenantTx, actor: Actor): Promise<{ moved: number }> {
  requireRole(actor, "administrator");
  const todays = todaysOf(await storesOf(tx), tx.startedAt);
  const held = await together(
    todays.flatMap(({ date, storeIds }) =>
      holdDue.map((hold) => hold(tx, { today: date, storeIds: arrayText(storeIds), limit: clockBatch })),
    ),
  );
  const contractIds = [...new Set(held.flat().map(({ contractId }) => contractId))].sort();
  if (contractIds.length === 0) return { moved: 0 };
  // Read once they are held: as they are, whoever had them before.
  const [read, newest] = await together([
    contractsById(tx, contractIds),
    newestOf(tx, { contractIds: arrayText(contractIds) }),
  ]);
  const last = new Map(newest.map((entry) => [entry.contractId, entry]));
  const owed = read.flatMap((one) => {
    const move = moveOf(one);
    return move ? [{ one, move }] : [];
  });
  const written = await tx.last(
    together(
      owed.map(async ({ one, move }) => {
        const before = contractAlone(one);
        const { contractId, version } = before;
        const after: Contract = { ...before, status: move.to, version: version + 1, updatedAt: tx.startedAt };
        const [updated] = await together([
          update(tx, { id: contractId, version }, { status: move.to, updatedAt: tx.startedAt }),
          recordRevision(tx, actor, last.get(contractId), { action: revisionOf[move.action], before, after }),
        ]);
        if (!updated) throw new Error("A contract that is held changed all the same.");
      }),
    ),
  );
  return { moved: written.length };
}

function moveOf(one: ContractRead): ClockMove | null {
  const { latestOdometer, latestHours } = one.vehicle;
  return clockMove(one, {
    today: one.store.today,
    latestOdometer,
    latestHours: latestHours?.value ?? null,
  });
}
