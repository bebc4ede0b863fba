import { z } from "zod";
import { RevisionActor } from "./history.ts";
import { page, paging, SearchText } from "./paging.ts";
import { RefundRules, RefundRulesInput } from "./refund-rules.ts";
import { Code, IdempotencyKey, Instant, line, multiline, Version } from "./values.ts";

/**
 * Refund rules in one version, which never changes: a contract that names it keeps it. `shipped`: it comes with the product,
 * an example and not legal advice; an enterprise's own versions of its code begin at 2.
 */
export const RefundRuleSet = z.object({
  code: z.string(),
  version: Version,
  name: z.string(),
  note: z.string().nullable(),
  rules: RefundRules,
  shipped: z.boolean(),
  /** The newest version of the code. */
  newestVersion: Version,
  /** What contracts go by that name none. */
  isDefault: z.boolean(),
  /** Null where shipped. */
  createdAt: Instant.nullable(),
  createdBy: RevisionActor.nullable(),
});
export type RefundRuleSet = z.infer<typeof RefundRuleSet>;

const contents = { name: line(100), note: multiline(1_000).nullish(), rules: RefundRulesInput };

/** By name, the newest version of each; of one `code` all its versions, the newest first. `search` is any part of name or code. */
export const ListRuleSets = z.strictObject({ code: Code.nullish(), search: SearchText.nullish(), ...paging });
export type ListRuleSets = z.infer<typeof ListRuleSets>;

/** Left out: the newest version. */
export const GetRuleSet = z.strictObject({ code: Code, version: Version.nullish() });
export type GetRuleSet = z.infer<typeof GetRuleSet>;

/** A rule set of a code that is not there yet; it is version 1 of it. */
export const CreateRuleSet = z.strictObject({
  idempotencyKey: IdempotencyKey,
  ruleSet: z.strictObject({ code: Code, ...contents }),
});
export type CreateRuleSet = z.infer<typeof CreateRuleSet>;

/** The next version of a rule set, whole; `version` is the newest, which it follows. */
export const NewRuleSetVersion = z.strictObject({
  idempotencyKey: IdempotencyKey,
  code: Code,
  version: Version,
  ruleSet: z.strictObject(contents),
});
export type NewRuleSetVersion = z.infer<typeof NewRuleSetVersion>;

export const RuleSetPage = page(RefundRuleSet);
export type RuleSetPage = z.infer<typeof RuleSetPage>;
export const RuleSetResult = z.object({ ruleSet: RefundRuleSet, warnings: z.array(z.never()) });
export type RuleSetResult = z.infer<typeof RuleSetResult>;
