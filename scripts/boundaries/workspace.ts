import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { type Import, importsOf } from "./imports-of.ts";

const dependencies = z.record(z.string(), z.string()).default({});
const manifestSchema = z.object({
  name: z.string(),
  dependencies,
  devDependencies: dependencies,
  optionalDependencies: dependencies,
  peerDependencies: dependencies,
});

export interface Source {
  /** From the root, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly imports: readonly Import[];
  /** Tests, what is only for tests (a folder `testing`), and the configuration of tools. */
  readonly isTest: boolean;
}

export interface Package {
  /** "contract-model"; the root itself is "scripts". */
  readonly short: string;
  readonly name: string;
  /** From the root; "" for the root itself. */
  readonly folder: string;
  readonly manifest: z.infer<typeof manifestSchema>;
  readonly sources: readonly Source[];
}

export interface Workspace {
  readonly root: string;
  readonly packages: readonly Package[];
}

export const SCOPE = "@vehicle-contracts/";
const LEFT_OUT = new Set(["node_modules", ".next", ".turbo", "dist", "test-results", "migrations", "cases"]);

function isTestFile(file: string): boolean {
  return /\.(test|spec)\.tsx?$|\/testing\/|\/examples\/|(^|\/)[\w-]+\.config\.ts$/.test(file);
}

async function sourcesBelow(root: string, folder: string): Promise<Source[]> {
  const sources: Source[] = [];
  for (const entry of await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => [])) {
    if (LEFT_OUT.has(entry.name)) continue;
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) sources.push(...(await sourcesBelow(root, file)));
    else if (/\.([cm]?[jt]sx?|css)$/.test(entry.name) && entry.name !== "next-env.d.ts") {
      const text = await readFile(path.join(root, file), "utf8");
      sources.push({ file, text, imports: importsOf(text, file), isTest: isTestFile(file) });
    }
  }
  return sources;
}

async function readPackage(root: string, folder: string, sourcesIn: string): Promise<Package | null> {
  const text = await readFile(path.join(root, folder, "package.json"), "utf8").catch(() => null);
  if (text === null) return null;
  const manifest = manifestSchema.parse(JSON.parse(text));
  const short = folder === "" ? "scripts" : path.basename(folder);
  return { short, name: manifest.name, folder, manifest, sources: await sourcesBelow(root, sourcesIn) };
}

/** Every package below `apps` and `packages`, and the root with its scripts. */
export async function readWorkspace(root: string): Promise<Workspace> {
  const packages: (Package | null)[] = [await readPackage(root, "", "scripts")];
  for (const group of ["apps", "packages"]) {
    for (const name of (await readdir(path.join(root, group)).catch(() => [])).sort()) {
      packages.push(await readPackage(root, `${group}/${name}`, `${group}/${name}`));
    }
  }
  return { root, packages: packages.filter((found) => found !== null) };
}
