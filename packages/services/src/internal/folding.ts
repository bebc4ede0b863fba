/** Letters that are spelled in two ways where they cannot be typed: as a question means them, and the other. */
const twofold: Readonly<Record<string, readonly [asked: string, other: string]>> = {
  ä: ["ae", "a"],
  ö: ["oe", "o"],
  ü: ["ue", "u"],
  ø: ["oe", "o"],
  å: ["a", "aa"],
  đ: ["d", "dj"],
  ə: ["a", "e"],
};
/** Letters that Unicode does not take apart into a plain one and a mark, or into small ones of which one is the other. */
const spelt: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "oe", // with a further mark
  ł: "l",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  ŋ: "n",
  ŧ: "t",
  ĳ: "ij",
  ſ: "s",
  ς: "σ",
};

const small = (text: string) => text.normalize("NFC").toLowerCase();

/** Small letters without marks, the twofold ones as told. */
const bare = (lower: string, ofTwofold: (letter: string) => string) =>
  lower
    .replace(/[äöüøåđə]/g, ofTwofold)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøłðþıħŋŧĳſς]/g, (letter) => spelt[letter] ?? letter);

const asAsked = (letter: string) => twofold[letter]?.[0] ?? letter;
const asOther = (letter: string) => twofold[letter]?.[1] ?? letter;

/** Lower case without accents, ü as ue: how a question is folded. */
export const fold = (text: string): string => bare(small(text), asAsked);

/** As many foldings of one text as are stored; three twofold letters have so many. */
const mostFoldings = 8;

/**
 * The foldings under which a stored text is found, first that of a question: ü as ue and as u, each letter spelled one
 * way throughout ("Öztürk" is found as oeztuerk, ozturk, oezturk and oztuerk). At least one, at most eight.
 */
export function foldings(text: string): string[] {
  const lower = small(text);
  const letters = [...new Set(lower.match(/[äöüøåđə]/g))];
  const ways = 2 ** letters.length;
  // Bit by bit: whether the letter is spelled the other way. All one way and all the other before what is mixed.
  const order = [0, ways - 1, ...Array.from({ length: Math.max(0, ways - 2) }, (_, index) => index + 1)];
  const folded = order
    .slice(0, mostFoldings)
    .map((way) =>
      bare(lower, (letter) => (way & (1 << letters.indexOf(letter)) ? asOther(letter) : asAsked(letter))),
    );
  return [...new Set(folded)];
}

/** Words of a text: runs of letters and digits. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Only letters and digits of a text, in their order. */
export const withoutSeparators = (text: string): string => wordsOf(text).join("");

/** The foldings of a plate, without blanks and hyphens. */
export const plateFoldings = (plate: string): string[] => foldings(withoutSeparators(plate));

/** A plate as any part of it is looked for on a row: its foldings, parted by blanks. */
export const foldPlate = (plate: string): string => plateFoldings(plate).join(" ");

/** A name as it is sorted: folded, words parted by one blank. */
export const sortNameOf = (...parts: readonly (string | null | undefined)[]): string =>
  wordsOf(fold(parts.filter(Boolean).join(" "))).join(" ");
