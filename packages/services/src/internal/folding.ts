/** Letters that lose more than a mark when folded, and those that have a second spelling with an e. */
const spelt: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "oe",
  å: "aa",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
};
const umlauts: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue" };

const bare = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøåłđðþ]/g, (letter) => spelt[letter] ?? letter);

/** Lower case without accents, ü as ue: how a question is folded. */
export const fold = (text: string): string =>
  bare(
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[äöü]/g, (letter) => umlauts[letter] ?? letter),
  );

/** Both foldings under which a stored word is found: ü as ue and as u. One, where they are the same. */
export function foldings(text: string): string[] {
  const withE = fold(text);
  const without = bare(text.normalize("NFC").toLowerCase());
  return withE === without ? [withE] : [withE, without];
}

/** Words of a text: runs of letters and digits. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Only letters and digits of a text, in their order. */
export const withoutSeparators = (text: string): string => wordsOf(text).join("");

/** A plate as it is searched: folded, without blanks and hyphens. */
export const foldPlate = (plate: string): string => fold(withoutSeparators(plate));

/** A name as it is sorted: folded, words parted by one blank. */
export const sortNameOf = (...parts: readonly (string | null | undefined)[]): string =>
  wordsOf(fold(parts.filter(Boolean).join(" "))).join(" ");
