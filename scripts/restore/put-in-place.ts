import { access, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** What a data folder has of a register; `demo-loading` says that one is not whole. */
const parts = ["demo-loading", "secrets.json", "demo.json", "postgres"];

const isThere = (entry: string) =>
  access(entry).then(
    () => true,
    () => false,
  );

/** Where a register is restored before it takes its place: a data folder of its own within the one it is for. */
export const besidePath = (folder: string): string => path.join(folder, "restoring");
/** The same once it is whole and verified. A start that finds it goes on putting it in its place. */
const readyPath = (folder: string) => path.join(folder, "restored");
const asideNote = "the-former-register-goes-to";

/** Whether the folder holds a register, or what belongs to one. */
export async function holdsRegister(folder: string): Promise<boolean> {
  for (const part of parts) if (await isThere(path.join(folder, part))) return true;
  return false;
}

/**
 * Puts a register that was restored beside into its place, and what was there into a folder of its own, `replaced`.
 * Whenever it is cut off, `finishRestore` brings it to its end.
 *
 * @returns the folder of the former register; null where there was none
 */
export async function putInPlace(folder: string): Promise<string | null> {
  const aside = (await holdsRegister(folder)) ? await freeName(path.join(folder, "replaced")) : null;
  await writeFile(path.join(besidePath(folder), asideNote), aside ? path.basename(aside) : "");
  await synced(besidePath(folder));
  await rename(besidePath(folder), readyPath(folder));
  await synced(folder);
  await finishRestore(folder);
  return aside;
}

/** Goes on where putting a restored register in its place was cut off; does nothing where none was. */
export async function finishRestore(folder: string): Promise<void> {
  const ready = readyPath(folder);
  if (!(await isThere(ready))) return;
  const note = path.join(ready, asideNote);
  const name = await readFile(note, "utf8").catch(() => null);
  const aside = name ? path.join(folder, name) : null;
  // Without its note everything has been moved already.
  if (aside) {
    await mkdir(aside, { recursive: true, mode: 0o700 });
    // What has a successor goes when that comes; before the first does, also what has none.
    const isBegun = !(await isThere(path.join(ready, "secrets.json")));
    for (const part of parts)
      if (!isBegun && !(await isThere(path.join(ready, part)))) await moved(part, folder, aside);
  }
  for (const part of parts)
    if (await isThere(path.join(ready, part))) {
      if (aside) await moved(part, folder, aside);
      await moved(part, ready, folder);
    }
  await synced(folder);
  await rm(note, { force: true });
  await rm(ready, { recursive: true });
}

async function moved(part: string, from: string, to: string): Promise<void> {
  if (await isThere(path.join(from, part))) await rename(path.join(from, part), path.join(to, part));
}

async function freeName(wanted: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}-${count}`;
    if (!(await isThere(name))) return name;
  }
}

async function synced(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().catch(() => {}); // not every file system can
  await handle.close();
}
