import path from "node:path";
import type { Violation } from "./violation.ts";
import type { Workspace } from "./workspace.ts";

const saysNothing = /^(utils?|common|helpers?|misc|shared|lib)(\.|$)/;
/** Names that Next gives, and their like: [id], (desk), [...all]. */
const byConvention = /^(\[.+\]|\(.+\)|@\w+)$/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;

const otherScript = /\.(?:[cm]?jsx?|[cm]ts)$/;
/** Runs on whatever Node is there, before the pinned one and its TypeScript. */
const PREFLIGHT = "scripts/preflight.cjs";

/** Files and folders are named in kebab-case for what they hold; sources are TypeScript, in files of one kind. */
export function fileNames({ packages }: Workspace): Violation[] {
  return packages.flatMap(({ sources }) =>
    sources.flatMap(({ file }) => [
      ...(otherScript.test(file) && file !== PREFLIGHT
        ? [{ file, message: "a script of another kind: sources are .ts or .tsx" }]
        : []),
      ...file.split(path.posix.sep).flatMap((part) => {
        if (saysNothing.test(part))
          return [{ file, message: `"${part}" says nothing: name it for what it holds` }];
        if (byConvention.test(part) || kebabCase.test(part)) return [];
        return [{ file, message: `"${part}" is not in kebab-case` }];
      }),
    ]),
  );
}
