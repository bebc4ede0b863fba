import type { ContractRead } from "@vehicle-contracts/contract-model";

/** A component or service that some contract of the vehicle names. */
export type JobItem = { code: string; name: string };

/** All that the vehicle's contracts name, each code once, by name. Those that are not over come first and give the words. */
export function itemsOf(contracts: readonly Pick<ContractRead, "coverage" | "allowances">[]): JobItem[] {
  const items = new Map<string, JobItem>();
  for (const { allowances, coverage } of contracts)
    for (const { code, description } of [...allowances, ...coverage]) {
      if (code === "*") continue;
      const known = items.get(code);
      if (!known || known.name === code) items.set(code, { code, name: description ?? code });
    }
  return [...items.values()].sort((a, b) => a.name.localeCompare(b.name));
}

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, " ");
const wordsOf = (text: string) =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** What somebody means by some words: the item itself, several of which each would do, or nothing that a contract names. */
export type Meant =
  | { kind: "item"; item: JobItem }
  | { kind: "several"; items: readonly JobItem[] }
  | { kind: "unnamed" };

/** By its code or its name as they stand, else by the beginnings of its words. */
export function meant(words: string, items: readonly JobItem[]): Meant {
  const sought = plain(words);
  const exact =
    items.find(({ code }) => plain(code) === sought) ?? items.find(({ name }) => plain(name) === sought);
  if (exact) return { kind: "item", item: exact };
  const beginnings = wordsOf(words);
  const found = items.filter(({ code, name }) => {
    const all = [...wordsOf(name), ...wordsOf(code)];
    return beginnings.length > 0 && beginnings.every((one) => all.some((word) => word.startsWith(one)));
  });
  const [item] = found;
  if (!item) return { kind: "unnamed" };
  return found.length === 1 ? { kind: "item", item } : { kind: "several", items: found };
}
