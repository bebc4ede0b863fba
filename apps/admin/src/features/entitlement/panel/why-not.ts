import type { Entitlement } from "@vehicle-contracts/contract-model";
import type { Format } from "../../contracts/term-words.ts";
import { contractWord, type NamedContract, reasonWords } from "./reason-words.ts";

type Line = Entitlement["lines"][number];
export type WhyNot = { contractId: string; name: string; why: string };

/**
 * Why each contract does not pay, of every line it does not: a reason that holds for all of them once, others with what they
 * are about. Several of a kind are told apart by their numbers.
 */
export function whyNotOf(
  lines: readonly Line[],
  asked: ReadonlyMap<string, { code: string; name: string }>,
  date: string,
  contracts: ReadonlyMap<string, NamedContract>,
  format: Format,
): WhyNot[] {
  const reasons = new Map<string, Map<string, Set<string>>>();
  for (const { lineId, passedOver } of lines) {
    const { code = "", name = "" } = asked.get(lineId) ?? {};
    for (const { contractId, reason } of passedOver) {
      const words = reasonWords(reason, contracts.get(contractId), { date, code }, format);
      const of = reasons.get(contractId) ?? new Map<string, Set<string>>();
      of.set(words, (of.get(words) ?? new Set()).add(name));
      reasons.set(contractId, of);
    }
  }
  const all = new Set([...asked.values()].map(({ name }) => name)).size;
  const known = [...contracts.keys()];
  const told = new Map([...reasons.keys()].map((id) => [id, contractWord(contracts.get(id))]));
  const nameOf = (contractId: string) => {
    const word = told.get(contractId) ?? "";
    const isAlone = [...told.values()].filter((other) => other === word).length === 1;
    return [word, isAlone ? null : contracts.get(contractId)?.contractNumber].filter(Boolean).join(" ");
  };
  return [...reasons]
    .map(([contractId, of]) => ({
      contractId,
      name: nameOf(contractId),
      why: [...of]
        .map(([words, names]) => (names.size === all ? words : `${words} (${[...names].join(", ")})`))
        .join("; "),
    }))
    .sort((a, b) => known.indexOf(a.contractId) - known.indexOf(b.contractId));
}
