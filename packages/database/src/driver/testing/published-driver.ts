import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { applyPatch, parsePatch, reversePatch, type StructuredPatch } from "diff";

const patchFile = new URL("../../../../../patches/postgres@3.4.9.patch", import.meta.url);
/** The driver that everything here uses: patched. */
export const installedDriver = fileURLToPath(import.meta.resolve("postgres"));

/** The patch of the driver: what its head says, and what it changes in each file. */
export async function driverPatch(): Promise<{ head: string; files: StructuredPatch[] }> {
  const text = await readFile(patchFile, "utf8");
  const start = text.indexOf("diff --git");
  return { head: text.slice(0, start), files: parsePatch(text.slice(start)) };
}

/**
 * The driver as its author published it: a copy of the installed one in a temporary folder, with the patch taken back.
 * Throws where the installed driver does not carry the whole patch.
 */
export async function publishedDriver(): Promise<{ entry: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "driver-as-published-"));
  const home = join(installedDriver, "../..");
  await cp(join(home, "src"), join(folder, "src"), { recursive: true });
  await cp(join(home, "package.json"), join(folder, "package.json"));
  for (const patch of (await driverPatch()).files) {
    const name = patch.newFileName?.replace(/^b\//, "") ?? "";
    if (!name.startsWith("src/")) continue; // the builds for require() and for Cloudflare, which nothing here loads
    const patched = await readFile(join(folder, name), "utf8");
    const published = applyPatch(patched, reversePatch(patch));
    if (published === false) throw new Error(`The installed driver lacks a part of the patch: ${name}.`);
    await writeFile(join(folder, name), published);
  }
  return {
    entry: join(folder, "src/index.js"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
