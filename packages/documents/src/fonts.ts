import { readFile } from "node:fs/promises";
import { fontOfWoff } from "./woff.ts";

// Noto Sans comes in files by script; a run of text takes the first that has its letters.
const scripts = [
  "latin",
  "latin-ext",
  "greek",
  "cyrillic",
  "cyrillic-ext",
  "greek-ext",
  "vietnamese",
] as const;
export const weights = [400, 600] as const;
export type Weight = (typeof weights)[number];
type Script = (typeof scripts)[number];
type Range = readonly [from: number, to: number];

export type Fonts = {
  /** Each font file, by the name that runs have. */
  files: readonly { name: string; file: Buffer }[];
  /** The text in runs of one font each; what no font has stands as U+FFFD. */
  runsOf: (text: string, weight: Weight) => Run[];
};
export type Run = { font: string; text: string };

const nameOf = (script: Script, weight: Weight) => `noto-${script}-${weight}`;

const rangesOf = (list: string): Range[] =>
  list.split(",").map((range) => {
    const [from = "", to = from] = range.trim().slice("U+".length).split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });

let loaded: Promise<Fonts> | null = null;

/** The fonts, read once from the dependency that brings them. */
export function fonts(): Promise<Fonts> {
  loaded ??= load().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function load(): Promise<Fonts> {
  // Asked of Node itself: a bundler would take an import of it for its own, and answer with a module's number.
  const fileOf = process.getBuiltinModule("node:module").createRequire(import.meta.url).resolve;
  const read = (path: string) => readFile(fileOf(`@fontsource/noto-sans/${path}`));
  const unicode = JSON.parse(String(await read("unicode.json"))) as Record<string, string>;
  const covered = scripts.map((script) => ({ script, ranges: rangesOf(unicode[script] ?? "") }));
  const scriptOf = (letter: number) =>
    covered.find(({ ranges }) => ranges.some(([from, to]) => letter >= from && letter <= to))?.script;
  const files = await Promise.all(
    scripts.flatMap((script) =>
      weights.map(async (weight) => ({
        name: nameOf(script, weight),
        file: fontOfWoff(await read(`files/noto-sans-${script}-${weight}-normal.woff`)),
      })),
    ),
  );
  return { files, runsOf: (text, weight) => runsOf(text, weight, scriptOf) };
}

function runsOf(text: string, weight: Weight, scriptOf: (letter: number) => Script | undefined): Run[] {
  const runs: Run[] = [];
  // Narrow blanks between figures are in no font.
  for (const letter of text.normalize("NFC").replaceAll("\u202f", "\u00a0")) {
    const script = scriptOf(letter.codePointAt(0) ?? 0);
    const font = nameOf(script ?? "latin", weight);
    const last = runs.at(-1);
    const drawn = script ? letter : "\ufffd";
    if (last?.font === font) last.text += drawn;
    else runs.push({ font, text: drawn });
  }
  return runs;
}
