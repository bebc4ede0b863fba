import type { NewRuleSetVersion, RuleSetResult } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireRole } from "../actor.ts";
import { takeKey } from "../internal/idempotency.ts";
import { ruleSetsOf } from "../internal/rule-set-row.ts";
import { stale } from "../internal/stale.ts";
import { together } from "../internal/together.ts";
import { notFound } from "../service-error.ts";
import { addVersion, claimRuleSet, versionOf } from "./create.ts";

/**
 * The next version of a rule set, of a shipped one too; takes an administrator and the newest version, which it follows. Those
 * before stay as they are, and so do the contracts that name them. Throws FORBIDDEN, NOT_FOUND, STALE_VERSION,
 * IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_PROGRESS.
 */
export async function newRuleSetVersion(
  tx: TenantTx,
  actor: Actor,
  input: NewRuleSetVersion,
): Promise<RuleSetResult> {
  requireRole(actor, "administrator");
  const { idempotencyKey, ...asked } = input;
  const { code, version, ruleSet } = asked;
  const [key, , all] = await together([
    takeKey<RuleSetResult>(tx, actor, {
      procedure: "ruleSets.newVersion",
      key: idempotencyKey,
      input: asked,
    }),
    claimRuleSet(tx, code),
    ruleSetsOf(tx),
  ]);
  if ("answered" in key) return key.answered;
  const newest = all.get(code)?.[0];
  if (!newest) throw notFound("rule set");
  if (newest.version !== version) throw stale("rule set", newest);
  const answer = await addVersion(tx, versionOf(tx, actor, version + 1, { code, ...ruleSet }), key.keep);
  return answer;
}
