import type { CreateRuleSet, RuleSetResult } from "@vehicle-contracts/contract-model";
import { completeRefundRules } from "@vehicle-contracts/contract-rules";
import { preparedInsert, refundRuleSet, type TenantTx } from "@vehicle-contracts/database";
import { type Actor, asRevisionActor, requireRole } from "../actor.ts";
import { claim } from "../internal/claim.ts";
import { takeKey } from "../internal/idempotency.ts";
import { ownVersion, ruleSetsOf } from "../internal/rule-set-row.ts";
import { together } from "../internal/together.ts";
import { duplicate } from "../service-error.ts";

/** To be claimed before a version of a code is added. */
export const claimRuleSet = (tx: TenantTx, code: string): Promise<void> => claim(tx, ["rule set", code]);
const insert = preparedInsert("insert_rule_set", refundRuleSet);

type Contents = CreateRuleSet["ruleSet"];

/** The row of a version as it is about to be added. */
export const versionOf = (
  tx: TenantTx,
  actor: Actor,
  version: number,
  { code, name, note, rules }: Contents,
): typeof refundRuleSet.$inferSelect => ({
  enterpriseId: tx.enterpriseId,
  code,
  version,
  name,
  rules: completeRefundRules(rules),
  note: note ?? null,
  createdBy: asRevisionActor(actor),
  createdAt: tx.startedAt,
});

/** Adds a version and keeps what is answered: the last statements of both services. */
export async function addVersion(
  tx: TenantTx,
  row: typeof refundRuleSet.$inferSelect,
  keep: (answer: RuleSetResult) => Promise<unknown>,
): Promise<RuleSetResult> {
  const ruleSet = { ...ownVersion(row), newestVersion: row.version, isDefault: false };
  const answer = { ruleSet, warnings: [] };
  await tx.last(together([insert(tx, row), keep(answer)]));
  return answer;
}

/**
 * A rule set of a new code, version 1 of it; takes an administrator. The same idempotency key and input answer the same
 * again. Throws FORBIDDEN, DUPLICATE (the code), IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_PROGRESS.
 */
export async function createRuleSet(
  tx: TenantTx,
  actor: Actor,
  input: CreateRuleSet,
): Promise<RuleSetResult> {
  requireRole(actor, "administrator");
  const { idempotencyKey, ruleSet } = input;
  const [key, , all] = await together([
    takeKey<RuleSetResult>(tx, actor, { procedure: "ruleSets.create", key: idempotencyKey, input: ruleSet }),
    claimRuleSet(tx, ruleSet.code),
    ruleSetsOf(tx),
  ]);
  if ("answered" in key) return key.answered;
  if (all.has(ruleSet.code))
    throw duplicate(ruleSet.code, {
      path: "code",
      code: "DUPLICATE",
      message: `There is a rule set of the code ${ruleSet.code} already. Make a new version of it, or take another code.`,
    });
  return addVersion(tx, versionOf(tx, actor, 1, ruleSet), key.keep);
}
