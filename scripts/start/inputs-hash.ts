import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { foldersOf } from "./folders-of.ts";

const ROOT_FILES = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "tsconfig.base.json"];
const NOT_INPUTS = /^(node_modules|\.next|\.turbo|dist|next-env\.d\.ts)$|\.test\.tsx?$/;

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => [])) {
    if (NOT_INPUTS.test(entry.name)) continue;
    const inner = path.join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesBelow(root, inner)));
    else if (entry.isFile()) files.push(inner);
  }
  return files;
}

/**
 * SHA-256 over everything that the built app is made of: lock file, configuration, its own sources and those of the
 * workspace packages it needs (tests left out), and Node's version.
 *
 * @param app its folder below the root: "apps/admin"
 */
export async function inputsHash(root: string, app: string): Promise<string> {
  const hash = createHash("sha256").update(`${process.version} ${process.platform} ${process.arch}\0`);
  const files = [...ROOT_FILES, ...(await filesBelow(root, "patches"))];
  for (const folder of await foldersOf(root, app)) files.push(...(await filesBelow(root, folder)));
  for (const file of files.sort()) {
    const content = await readFile(path.join(root, file)).catch(() => Buffer.alloc(0));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
