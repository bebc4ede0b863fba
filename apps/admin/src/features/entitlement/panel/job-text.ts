import type { LineKind } from "@vehicle-contracts/contract-model";
import { mostMinor, tooMuch } from "../../../ui/fields/fault-words.ts";
import { minorFromText, withoutSign } from "../../../ui/fields/typed-number.ts";
import { currencySign } from "../../../ui/format.ts";
import { type JobItem, meant } from "./items.ts";

/** One thing to be done, as it was typed: what, and how much of which kind. */
export type JobEntry = {
  /** Its own name on this page; its lines are one job. */
  id: string;
  /** As it was typed, to be changed again. */
  text: string;
  code: string;
  name: string;
  /** A contract of the vehicle names it. */
  isNamed: boolean;
  amounts: readonly { kind: LineKind; amountMinor: number }[];
};

export type ReadText =
  | { kind: "empty" }
  /** What is missing, in words. */
  | { kind: "unready"; hint: string }
  | { kind: "entry"; entry: Omit<JobEntry, "id"> };

const kindOf: Readonly<Record<string, LineKind>> = {
  parts: "PARTS",
  part: "PARTS",
  p: "PARTS",
  labour: "LABOUR",
  labor: "LABOUR",
  l: "LABOUR",
  other: "OTHER",
  o: "OTHER",
};
const kindIn = (word: string | undefined): LineKind | null =>
  word !== undefined && Object.hasOwn(kindOf, word.toLowerCase())
    ? (kindOf[word.toLowerCase()] ?? null)
    : null;

type Context = { items: readonly JobItem[]; currency: string; locale: string };

/**
 * "water pump 182.40 parts 230.20 labour", "major service 389", "ENGINE parts 850": words or a code, then amounts. An amount
 * without a kind is OTHER, which is paid at the lower percentage: nothing is promised that may not be paid.
 */
export function readJobText(text: string, { items, currency, locale }: Context): ReadText {
  const tokens = text.trim().split(/\s+/).filter(Boolean);
  if (tokens.length === 0) return { kind: "empty" };
  const amountIn = (token: string | undefined) =>
    token === undefined || !/\d/.test(token)
      ? null
      : minorFromText(withoutSign(token, [currencySign(currency, locale), currency]), currency, locale);

  const amounts: { kind: LineKind; amountMinor: number }[] = [];
  for (;;) {
    const behind = kindIn(tokens.at(-1));
    const amount = amountIn(tokens.at(behind ? -2 : -1));
    if (amount === null || (amounts.length > 0 && !behind && !kindIn(tokens.at(-2)))) break;
    tokens.splice(behind ? -2 : -1);
    const before = behind ? null : kindIn(tokens.at(-1));
    if (before) tokens.pop();
    const kind = behind ?? before ?? "OTHER";
    amounts.unshift({ kind, amountMinor: amount });
    if (kind === "OTHER" && !behind && !before) break;
  }
  const words = tokens.join(" ");
  if (words === "") return { kind: "unready", hint: "Begin with what is to be done, then the amount." };
  if (words.length > 50)
    return { kind: "unready", hint: "Use 50 characters at most for what is to be done." };
  const found = meant(words, items);
  if (found.kind === "several") {
    const some = found.items.slice(0, 4).map(({ name }) => name);
    const more = found.items.length > 4 ? " and others" : "";
    return { kind: "unready", hint: `Which one: ${some.join(", ")}${more}? Type more of it.` };
  }
  if (amounts.length === 0) {
    const name = found.kind === "item" ? found.item.name : words;
    return { kind: "unready", hint: `${name}: type the amount, such as 182.40 parts 230.20 labour.` };
  }
  if (amounts.some(({ amountMinor }) => amountMinor > mostMinor)) return { kind: "unready", hint: tooMuch };
  const { code, name } = found.kind === "item" ? found.item : { code: words, name: words };
  return {
    kind: "entry",
    entry: { text: text.trim(), code, name, isNamed: found.kind === "item", amounts },
  };
}
