import type { ListRuleSets, RuleSetPage } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import { type Actor, requireAnyStore } from "../actor.ts";
import { fold } from "../internal/folding.ts";
import { pageOf } from "../internal/page-of.ts";
import { ruleSetsOf } from "../internal/rule-set-row.ts";
import { notFound } from "../service-error.ts";

/** The newest version of each rule set by name; of one code all its versions, the newest first. Throws NOT_FOUND (a code), FORBIDDEN. */
export async function listRuleSets(tx: TenantTx, actor: Actor, input: ListRuleSets): Promise<RuleSetPage> {
  requireAnyStore(actor);
  const all = await tx.last(ruleSetsOf(tx));
  const { code } = input;
  const sought = fold(input.search ?? "");
  const matches = ({ name, code }: { name: string; code: string }) =>
    fold(name).includes(sought) || fold(code).includes(sought);
  if (!code) {
    const newest = [...all.values()].flatMap(([first]) => (first && matches(first) ? [first] : []));
    const rows = newest.map((row) => ({ key: [fold(row.name), row.code] as const, row }));
    return pageOf(rows, { ruleSets: sought }, input);
  }
  const versions = all.get(code);
  if (!versions) throw notFound("rule set", "code");
  const rows = versions.filter(matches).map((row, index) => ({
    key: [String(index).padStart(10, "0"), row.code] as const,
    row,
  }));
  return pageOf(rows, { ruleSets: sought, code }, input);
}
