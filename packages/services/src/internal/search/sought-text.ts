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

/** Neighbouring words as one: a plate, or a VIN in groups, typed with blanks. */
export type Run = {
  readonly joined: SoughtWord;
  /** The words beside the run, which must match as well. */
  readonly others: readonly SoughtWord[];
};

/** A question: every word must match, or a run as one and the words beside it. */
export type SoughtText = { readonly words: readonly SoughtWord[]; readonly runs: readonly Run[] };

/** Of few words: its statements recur, and are worth being kept prepared. */
export const isShort = ({ words, runs }: SoughtText): boolean => words.length <= 2 && runs.length <= 1;

/** Words that a plate is typed in at most, beside others; the whole of a question is a run however many it has. */
const longestRun = 4;
/** In questions of more words no run is looked for but the whole: each is an alternative to every statement. */
const mostWordsWithRuns = 8;

/**
 * Reads what was typed. Null when nothing is sought; text without a letter or digit has no words, and nothing matches it.
 * A VIN is found by any 4 characters, a plate by any 3, numbers and names from the beginning of a word.
 */
export function soughtText(search: string | null | undefined): SoughtText | null {
  const typed = (search ?? "").trim();
  if (typed === "") return null;
  const pieces = typed.split(/\s+/);
  const known = new Map<string, SoughtWord>();
  // A word that is typed twice is one.
  const words = pieces.flatMap((piece, at) => {
    const word = soughtWord(piece);
    if (word.plain === "") return [];
    const same = known.get(word.plain) ?? word;
    known.set(word.plain, same);
    return { at, word: same };
  });
  const runs = words.flatMap((first, from) =>
    words.slice(from + 1).flatMap((last, beyond): Run[] => {
      const beside = [...words.slice(0, from), ...words.slice(from + beyond + 2)];
      const isWhole = beside.length === 0;
      if (!isWhole && (words.length > mostWordsWithRuns || beyond + 2 > longestRun)) return [];
      // Signs that stand alone between the words belong to a VIN as it is typed.
      const joined = soughtWord(pieces.slice(first.at, last.at + 1).join(""));
      if (joined.platePart === null && joined.vinParts.length === 0) return [];
      return [{ joined, others: [...new Set(beside.map(({ word }) => word))] }];
    }),
  );
  return { words: [...known.values()], runs };
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
