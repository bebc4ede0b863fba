import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const packageSchema = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).optional(),
});

/**
 * The folders of the app and of the workspace packages it needs, near or far, each below the root.
 *
 * @param app its folder below the root: "apps/admin"
 */
export async function foldersOf(root: string, app: string): Promise<string[]> {
  const named = new Map<string, { folder: string; needs: string[] }>();
  for (const group of ["apps", "packages"]) {
    for (const name of await readdir(path.join(root, group))) {
      const folder = path.join(group, name);
      const text = await readFile(path.join(root, folder, "package.json"), "utf8").catch(() => null);
      if (text === null) continue;
      const read = packageSchema.parse(JSON.parse(text));
      named.set(read.name, { folder, needs: Object.keys(read.dependencies ?? {}) });
    }
  }
  const wanted = new Set<string>();
  const visit = (folder: string, needs: readonly string[]) => {
    if (wanted.has(folder)) return;
    wanted.add(folder);
    for (const need of needs) {
      const found = named.get(need);
      if (found) visit(found.folder, found.needs);
    }
  };
  const start = [...named.values()].find(({ folder }) => folder === app);
  if (start) visit(start.folder, start.needs);
  return [...wanted].sort();
}
