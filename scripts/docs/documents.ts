import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The text of a file, named from the root. */
export const textOf = (file: string) => readFile(path.join(root, file), "utf8");

/** The documents for people, named from the root. */
export async function documents(): Promise<string[]> {
  const inDocs = (await readdir(path.join(root, "docs"))).map((name) => `docs/${name}`);
  return ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", ...inDocs].filter((name) =>
    name.endsWith(".md"),
  );
}

/** What stands between the fences of a language in a document, one after the other. */
export const fenced = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "gms"))].map(([, inside = ""]) => inside);
