import { builtinModules } from "node:module";
import path from "node:path";
import type { Violation } from "./violation.ts";
import type { Package, Source, Workspace } from "./workspace.ts";

/** "@scope/name/deep" → "@scope/name". */
function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

function isDeclared(owner: Package, source: Source, name: string, isTypeOnly: boolean): boolean {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = owner.manifest;
  if (name === owner.name) return true;
  const running = { ...dependencies, ...optionalDependencies, ...peerDependencies };
  return (
    Object.hasOwn(running, name) || ((source.isTest || isTypeOnly) && Object.hasOwn(devDependencies, name))
  );
}

function faultOf(owner: Package, source: Source, specifier: string, isTypeOnly: boolean): string | null {
  if (specifier.startsWith(".")) {
    const target = path.posix.join(path.posix.dirname(source.file), specifier);
    const home = owner.folder === "" ? "scripts" : owner.folder;
    if (target === home || target.startsWith(`${home}/`)) return null;
    return `${specifier} leaves the package: import the other package by its name`;
  }
  if (specifier.startsWith("node:")) return null;
  if (builtinModules.includes(specifier)) return `write node:${specifier}`;
  // Put together at run time: the platform's own package, found among the optional dependencies.
  if (specifier.includes("${")) return null;
  const name = packageOf(specifier);
  if (isDeclared(owner, source, name, isTypeOnly)) return null;
  return `${name} is not among the dependencies of ${owner.folder || "the root"}/package.json: add it there`;
}

/** A package imports what its own package.json names, and no relative path leaves it. */
export function declaredImports({ packages }: Workspace): Violation[] {
  return packages.flatMap((owner) =>
    owner.sources.flatMap((source) =>
      source.imports.flatMap(({ specifier, isTypeOnly }) => {
        const message = faultOf(owner, source, specifier, isTypeOnly);
        return message ? [{ file: source.file, message }] : [];
      }),
    ),
  );
}
