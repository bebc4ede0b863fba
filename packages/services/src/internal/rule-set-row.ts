import type { RefundRuleSet, RefundRuleSetReference } from "@vehicle-contracts/contract-model";
import { type ShippedRuleSet, shippedRuleSets, usualRuleSet } from "@vehicle-contracts/contract-rules";
import { enterprise, prepared, refundRuleSet, type TenantTx } from "@vehicle-contracts/database";
import { eq, sql } from "drizzle-orm";
import { notFound } from "../service-error.ts";
import { together } from "./together.ts";

type RuleSetRow = typeof refundRuleSet.$inferSelect;
/** A rule set without what the others say of it. */
export type RuleSetVersion = Omit<RefundRuleSet, "newestVersion" | "isDefault">;

const own = prepared("rule_sets", (db) =>
  db
    .select()
    .from(refundRuleSet)
    .where(eq(refundRuleSet.enterpriseId, sql.placeholder("enterpriseId"))),
);
const settings = prepared("default_rule_set", (db) =>
  db
    .select({ defaultRuleSet: enterprise.defaultRuleSet })
    .from(enterprise)
    .where(eq(enterprise.enterpriseId, sql.placeholder("enterpriseId"))),
);

/** An enterprise's own version of a rule set. */
export const ownVersion = (row: RuleSetRow): RuleSetVersion => ({
  code: row.code,
  version: row.version,
  name: row.name,
  note: row.note,
  rules: row.rules,
  shipped: false,
  createdAt: row.createdAt,
  createdBy: row.createdBy,
});

/** A version that comes with the product. */
export const shippedVersion = ({ code, version, name, note, rules }: ShippedRuleSet): RuleSetVersion => ({
  code,
  version,
  name,
  note,
  rules,
  shipped: true,
  createdAt: null,
  createdBy: null,
});

/** The versions of a code, the newest first. */
const newestFirst = (a: RuleSetVersion, b: RuleSetVersion) => b.version - a.version;

/** All rule sets in all their versions, by code, each code's newest first: there are tens of them. */
export async function ruleSetsOf(tx: TenantTx): Promise<Map<string, RefundRuleSet[]>> {
  const [rows, [setting]] = await together([own(tx), settings(tx)]);
  const isDefault = isReference(setting?.defaultRuleSet ?? usualRuleSet);
  const byCode = Map.groupBy(
    [...shippedRuleSets.map(shippedVersion), ...rows.map(ownVersion)],
    ({ code }) => code,
  );
  return new Map(
    [...byCode].map(([code, versions]) => {
      const sorted = versions.toSorted(newestFirst);
      const newestVersion = sorted[0]?.version ?? 1;
      return [code, sorted.map((one) => ({ ...one, newestVersion, isDefault: isDefault(one) }))];
    }),
  );
}

/** Of all rule sets the one that a contract goes by which names this one, or none; null where that is not there. */
export const ruleSetFor = (
  sets: ReadonlyMap<string, readonly RefundRuleSet[]>,
  named: RefundRuleSetReference | null | undefined,
): RefundRuleSet | null =>
  [...sets.values()].flat().find(named ? isReference(named) : ({ isDefault }) => isDefault) ?? null;

/**
 * Looks for a rule set that an input names, if it names one; answers what refuses it: throws NOT_FOUND where it is not there.
 * `path` is where it stood.
 */
export async function lookForRuleSet(
  tx: TenantTx,
  reference: RefundRuleSetReference | null | undefined,
  path: string,
): Promise<() => void> {
  const versions = reference && ((await ruleSetsOf(tx)).get(reference.code) ?? []);
  const isThere = !versions || versions.some(({ version }) => version === reference?.version);
  return () => {
    if (!isThere) throw notFound("rule set", path);
  };
}

const isReference =
  (reference: RefundRuleSetReference) =>
  ({ code, version }: RuleSetVersion): boolean =>
    code === reference.code && version === reference.version;
