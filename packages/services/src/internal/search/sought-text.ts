import { fold, wordsOf } from "../folding.ts";
import { shortest } from "../search-terms.ts";

/** One word of a question, as each kind of term would have it. */
export type SoughtWord = {
  /** Folded, without separators: the beginning of a word of a name or number, any part of a plate. */
  readonly plain: string;
  /** Any part of a VIN: with the separators that were typed, and without. Empty where the word is too short. */
  readonly vinParts: readonly string[];
  /** Any part of a plate; null where the word is too short. */
  readonly platePart: string | null;
  /** The parts of a hyphenated name, which may stand as words of their own; empty for other words. */
  readonly nameParts: readonly string[];
};

/** A question: every word must match, or the whole typed without blanks (a plate or VIN in groups). */
export type SoughtText = { readonly words: readonly SoughtWord[]; readonly joined: SoughtWord | null };

/**
 * Reads what was typed. Null when nothing is sought; text without a letter or digit has no words, and nothing matches it.
 * A VIN is found by any 4 characters, a plate by any 3, numbers and names from the beginning of a word.
 */
export function soughtText(search: string | null | undefined): SoughtText | null {
  const typed = (search ?? "").trim();
  if (typed === "") return null;
  const words = typed
    .split(/\s+/)
    .map(soughtWord)
    .filter(({ plain }) => plain !== "");
  const joined = words.length > 1 ? soughtWord(typed.replace(/\s+/g, "")) : null;
  return {
    words: words.filter((word, index) => words.findIndex(({ plain }) => plain === word.plain) === index),
    joined: joined && (joined.platePart !== null || joined.vinParts.length > 0) ? joined : null,
  };
}

function soughtWord(typed: string): SoughtWord {
  const parts = wordsOf(typed).map(fold);
  const plain = parts.join("");
  const nameParts = parts.length > 1 && parts.every((part) => !/\p{N}/u.test(part)) ? parts : [];
  return {
    plain,
    vinParts: [...new Set([fold(typed), plain])].filter((part) => part.length >= shortest.vin),
    platePart: plain.length >= shortest.plate ? plain : null,
    nameParts,
  };
}
