import type { DistanceUnit, Plan, PlanRead, PlanState, PlanTerms } from "@vehicle-contracts/contract-model";
import {
  contract,
  contractPlanVersion,
  driverValues,
  placesFor,
  prepared,
  provider,
  type Statements,
  store,
  type TenantTx,
} from "@vehicle-contracts/database";
import { and, desc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { type Actor, asRevisionActor } from "../actor.ts";
import { notFound, ServiceError } from "../service-error.ts";
import { fold } from "./folding.ts";

const table = contractPlanVersion;
type PlanRow = typeof table.$inferSelect;
type Terms = Omit<PlanTerms, "name" | "type" | "providerId">;
/** A version with the name of its provider. */
export type PlanOfProvider = { plan: Plan; providerName: string };

/** A version as its row has it. */
export const toPlan = (row: PlanRow): Plan => ({
  code: row.code,
  version: row.version,
  revision: row.revision,
  state: row.state,
  name: row.name,
  type: row.type,
  providerId: row.providerId,
  // What `planColumns` has put there.
  ...(row.terms as Terms),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  createdBy: row.createdBy,
  releasedAt: row.releasedAt,
  releasedBy: row.releasedBy,
  retiredAt: row.retiredAt,
  retiredBy: row.retiredBy,
});

/** The columns that hold the fields of a plan. */
export function planColumns({ name, type, providerId, ...terms }: PlanTerms) {
  return { name, sortName: fold(name) || name, type, providerId, terms };
}

/** The row of a new draft. */
export const draftRow = (
  tx: TenantTx,
  actor: Actor,
  of: { code: string; version: number },
  terms: PlanTerms,
): typeof table.$inferInsert => ({
  ...planColumns(terms),
  ...of,
  enterpriseId: tx.enterpriseId,
  revision: 1,
  state: "DRAFT",
  createdBy: asRevisionActor(actor),
  createdAt: tx.startedAt,
  updatedAt: tx.startedAt,
});

const ofTenant = eq(table.enterpriseId, sql.placeholder("enterpriseId"));
const ofCode = eq(table.code, sql.placeholder("code"));
const plans = (db: Statements, where: SQL | undefined) =>
  db
    .select({ plan: getTableColumns(table), providerName: provider.name })
    .from(table)
    .innerJoin(
      provider,
      and(eq(provider.enterpriseId, table.enterpriseId), eq(provider.providerId, table.providerId)),
    )
    .where(and(ofTenant, where))
    .orderBy(table.code, desc(table.version));

const all = prepared("plans", (db) => plans(db, undefined));
const ready = prepared("plans_ready", (db) => plans(db, eq(table.state, "READY")));
const versions = prepared("plan_versions", (db) => plans(db, ofCode));
const one = prepared("plan_version", (db) =>
  plans(db, and(ofCode, eq(table.version, sql.placeholder("version")))),
);
const ofContract = prepared("plan_of_contract", (db) =>
  db
    .select({
      plan: getTableColumns(table),
      currency: store.currency,
      unit: store.distanceUnit,
      sourceSystem: contract.sourceSystem,
    })
    .from(contract)
    .innerJoin(
      table,
      and(
        eq(table.enterpriseId, contract.enterpriseId),
        eq(table.code, contract.planCode),
        eq(table.version, contract.planVersion),
      ),
    )
    .innerJoin(store, and(eq(store.enterpriseId, contract.enterpriseId), eq(store.storeId, contract.storeId)))
    .where(
      and(
        eq(contract.enterpriseId, sql.placeholder("enterpriseId")),
        eq(contract.contractId, sql.placeholder("contractId")),
      ),
    ),
);

const found = (rows: readonly { plan: PlanRow; providerName: string }[]): PlanOfProvider[] =>
  rows.map(({ plan, providerName }) => ({ plan: toPlan(plan), providerName }));

/** Every version of every plan, by code, the newest first: there are tens of plans. */
export const everyPlan = async (tx: TenantTx): Promise<PlanOfProvider[]> => found(await all(tx));
/** What is sold now: one version of a plan at most. */
export const readyPlans = async (tx: TenantTx): Promise<PlanOfProvider[]> => found(await ready(tx));
/** Every version of a plan, the newest first; none where there is no such plan. */
export const versionsOf = async (tx: TenantTx, code: string): Promise<PlanOfProvider[]> =>
  found(await versions(tx, { code }));

/** The version of a plan, if the catalogue has it. */
export const planVersion = async (
  tx: TenantTx,
  { code, version }: { code: string; version: number },
): Promise<Plan | undefined> => found(await one(tx, { code, version }))[0]?.plan;

/** The plan that a contract was or will be sold by, with what its store sells in. */
export type PlanOfContract = { plan: Plan; currency: string; unit: DistanceUnit };

/** The version that a contract of this group's own names, if the catalogue has it. */
export async function planOfContract(tx: TenantTx, contractId: string): Promise<PlanOfContract | null> {
  const [row] = await ofContract(tx, { contractId });
  if (row?.sourceSystem !== "NATIVE") return null;
  return { plan: toPlan(row.plan), currency: row.currency, unit: row.unit };
}

/** The version that stands for a plan: the one that is sold, else its draft, else the newest. */
export const standingFor = <Version extends { plan: Plan }>(
  ofPlan: readonly Version[],
): Version | undefined =>
  ofPlan.find(({ plan }) => plan.state === "READY") ??
  ofPlan.find(({ plan }) => plan.state === "DRAFT") ??
  ofPlan[0];

export const toPlanRead = (
  { plan, providerName }: PlanOfProvider,
  ofPlan: readonly PlanOfProvider[],
): PlanRead => ({
  ...plan,
  provider: { providerId: plan.providerId, name: providerName },
  versions: ofPlan.map((each) => ({ version: each.plan.version, state: each.plan.state })),
});

export const noSuchPlan = (path?: string): ServiceError => {
  const message = "There is no plan of this code and version.";
  return new ServiceError({
    code: "NOT_FOUND",
    message,
    fields: path ? [{ path, code: "NOT_FOUND", message }] : (notFound("plan").problem.fields ?? []),
  });
};

/** STALE_VERSION: the plan version has changed since it was read. */
export const stalePlan = (current: Plan): ServiceError =>
  new ServiceError({
    code: "STALE_VERSION",
    message: `This version of the plan has changed since it was read: it is at revision ${current.revision} now.`,
    current,
    changedSince: [],
  });

type Updated = (tx: TenantTx, values: Record<string, unknown>) => Promise<unknown[]>;
const update = (name: string, fields: readonly string[]): Updated =>
  prepared(name, (db) =>
    db
      .update(table)
      .set(placesFor([...fields, "revision", "updatedAt"]))
      .where(
        and(
          ofTenant,
          ofCode,
          eq(table.version, sql.placeholder("planVersion")),
          eq(table.revision, sql.placeholder("revisionRead")),
          // What is released never changes but in its state.
          eq(table.state, sql.placeholder("stateRead")),
        ),
      )
      .returning({ revision: table.revision }),
  );
const updateDraft = update("update_plan_draft", ["name", "sortName", "type", "providerId", "terms"]);
const releaseDraft = update("release_plan", ["state", "releasedAt", "releasedBy"]);
const retireReady = update("retire_plan", ["state", "retiredAt", "retiredBy"]);

async function written(
  ask: Updated,
  tx: TenantTx,
  before: Plan,
  columns: Partial<typeof table.$inferInsert>,
): Promise<boolean> {
  const { code, version, revision, state } = before;
  const rows = await ask(tx, {
    ...driverValues(table, { ...columns, revision: revision + 1, updatedAt: tx.startedAt }),
    code,
    planVersion: version,
    revisionRead: revision,
    stateRead: state,
  });
  return rows.length > 0;
}

/** Writes the fields of a draft where it is still as it was read; answers whether it was. */
export const writeDraft = (tx: TenantTx, before: Plan, terms: PlanTerms): Promise<boolean> =>
  written(updateDraft, tx, before, planColumns(terms));

/** Moves a version on where it is still as it was read; answers whether it was. */
export const writeState = (
  tx: TenantTx,
  actor: Actor,
  before: Plan,
  state: Exclude<PlanState, "DRAFT">,
): Promise<boolean> => {
  const by = asRevisionActor(actor);
  return state === "READY"
    ? written(releaseDraft, tx, before, { state, releasedAt: tx.startedAt, releasedBy: by })
    : written(retireReady, tx, before, { state, retiredAt: tx.startedAt, retiredBy: by });
};
