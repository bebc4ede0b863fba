import { z } from "zod";

/** Below which versions a package has a hole that is known: the lowest good one of each line of releases. */
export type Floors = ReadonlyMap<string, readonly string[]>;

/** The rows "`package` | not below | why" of the document, a package each. */
export function floorsOf(document: string): Floors {
  const rows = document.matchAll(/^\| `([^`]+)` +\| ([\d., ]+?) +\|/gm);
  return new Map([...rows].map(([, name = "", versions = ""]) => [name, versions.split(/, */)]));
}

/** Every version of every package that the lock file installs: also copies that others brought. */
export function installedBy(lockFile: string): Map<string, string[]> {
  const packages = lockFile.split(/^packages:$/m)[1]?.split(/^snapshots:$/m)[0] ?? "";
  const installed = new Map<string, string[]>();
  for (const [, name = "", version = ""] of packages.matchAll(/^ {2}'?(@?[^@'\s]+)@(\d[^:'(]*)'?:$/gm))
    installed.set(name, [...(installed.get(name) ?? []), version]);
  return installed;
}

const Version = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/, "Only released versions are compared.")
  .transform((text) => text.split(".").map(Number));

/** Whether the version is at least the floor of its own line, or of a later line than all that have one. */
export function isAbove(version: string, floors: readonly string[]): boolean {
  const [major, ...rest] = Version.parse(version);
  const lines = floors.map((floor) => Version.parse(floor));
  const own = lines.find(([line]) => line === major);
  if (!own) return lines.every(([line = 0]) => (major ?? 0) > line);
  return compare(rest, own.slice(1)) >= 0;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** "next 16.2.5 is below 16.3.3", for each copy that is; and what is in the list and not installed. */
export function holesIn(floors: Floors, installed: ReadonlyMap<string, readonly string[]>): string[] {
  return [...floors].flatMap(([name, lines]) => {
    const versions = installed.get(name);
    if (!versions) return [`${name} is not installed: take its line out`];
    return versions
      .filter((version) => !isAbove(version, lines))
      .map((version) => `${name} ${version} is below ${lines.join(", ")}`);
  });
}
