export interface Import {
  readonly specifier: string;
  /** `import type` or `export type`: nothing of it is left when the program runs. */
  readonly isTypeOnly: boolean;
}

/** At the beginning of a line, where the formatter puts it, or behind another statement: what stands in a text is none. */
const statement =
  /(?:^|;)[ \t]*(?:import|export)\s+(type\s+)?(?:(?:[\w$]+|\*(?:\s+as\s+[\w$]+)?|\{[^}]*\})(?:\s*,\s*(?:\{[^}]*\}|\*\s+as\s+[\w$]+))?\s+from\s+)?["']([^"'\n]+)["']/gm;
const call = /\b(?:import|require|createRequire\([^()]*\))\(\s*["'`]([^"'`\n]+)["'`]/g;
const style = /@import\s+(?:url\()?["']([^"'\n]+)["']/g;

/** The source with its comments blanked out; strings stay. */
export function withoutComments(text: string): string {
  const tokens = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
  return text.replace(tokens, (token) => (token.startsWith("/") ? " " : token));
}

/** The source with its comments and the text of its strings blanked out. */
export function codeOnly(text: string): string {
  return withoutComments(text).replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, '""');
}

/** What a TypeScript or CSS file imports. */
export function importsOf(text: string, file: string): Import[] {
  const source = withoutComments(text);
  if (file.endsWith(".css")) {
    return [...source.matchAll(style)].map(([, specifier = ""]) => ({ specifier, isTypeOnly: false }));
  }
  const found = [...source.matchAll(statement)].map(([, type, specifier = ""]) => ({
    specifier,
    isTypeOnly: type !== undefined,
  }));
  return [
    ...found,
    ...[...source.matchAll(call)].map(([, specifier = ""]) => ({ specifier, isTypeOnly: false })),
  ];
}
