import { readFile } from "node:fs/promises";
import path from "node:path";
import { readWorkspace, SCOPE } from "../boundaries/workspace.ts";

/** The names in a top-level block of `pnpm-workspace.yaml`, without the versions that may be tied to them. */
function namesInBlock(text: string, block: string): string[] {
  const lines = text.split("\n");
  const start = lines.indexOf(`${block}:`);
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^\S/.test(line));
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .flatMap((line) => /^ +"?((?:@[\w.-]+\/)?[\w.-]+)/.exec(line)?.[1] ?? []);
}

/**
 * The packages from outside that the catalog, an override, a patch or a manifest names, each with the folders (from the
 * root) whose manifest does.
 */
export async function namedPackages(root: string): Promise<Map<string, string[]>> {
  const settings = await readFile(path.join(root, "pnpm-workspace.yaml"), "utf8");
  const named = new Map<string, string[]>();
  for (const block of ["catalog", "overrides", "patchedDependencies"])
    for (const name of namesInBlock(settings, block)) named.set(name, []);
  const { packages } = await readWorkspace(root);
  for (const { folder, manifest } of packages) {
    const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
    const all = { ...dependencies, ...devDependencies, ...optionalDependencies, ...peerDependencies };
    for (const name of Object.keys(all).filter((one) => !one.startsWith(SCOPE)))
      named.set(name, [...(named.get(name) ?? []), folder]);
  }
  return named;
}
