import type { Import } from "./imports-of.ts";
import type { Violation } from "./violation.ts";
import { type Package, SCOPE, type Source, type Workspace } from "./workspace.ts";

const upToServices = ["contract-model", "contract-rules", "database", "services"];
const doors = [...upToServices, "identity", "settings", "trpc-router"];

/** What each package may import of the others. What is at the edge, and tests, may import whatever they declare. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "contract-model": [],
  "contract-rules": ["contract-model"],
  database: ["contract-model", "contract-rules"],
  services: ["contract-model", "contract-rules", "database"],
  identity: upToServices,
  "trpc-router": [...upToServices, "identity"],
  client: ["contract-model", "trpc-router"],
  settings: [],
  documents: ["contract-model"],
  "demo-data": [...upToServices, "identity"],
  admin: [...doors, "documents"],
  api: doors,
};
const edge = ["scripts", "e2e", "bench", "faults"];

/** Of these only types: nothing of them may run there. */
const typesOnly: readonly (readonly [importer: string, imported: string])[] = [
  ["client", "trpc-router"],
  ["trpc-router", "identity"],
];

const pool = /^(postgres|drizzle-orm\/postgres-js)($|\/)/;
/** The bench measures against servers that have a pool and nothing else. */
const mayHavePool = ["database", "bench"];

function directionOf(owner: Package, source: Source, { specifier, isTypeOnly }: Import): string | null {
  const [imported = ""] = specifier.slice(SCOPE.length).split("/");
  if (imported === owner.short || edge.includes(owner.short) || source.isTest) return null;
  const allowed = mayImport[owner.short];
  if (!allowed)
    return `the package ${owner.short} has no place among the levels yet: give it one in import-directions.ts`;
  if (!allowed.includes(imported)) {
    return `${owner.short} may not import ${imported}: imports go from the doors down to the model, never up or across`;
  }
  if (!isTypeOnly && typesOnly.some(([from, to]) => from === owner.short && to === imported)) {
    return `${owner.short} may import only types of ${imported}: write \`import type\``;
  }
  return null;
}

function faultOf(owner: Package, source: Source, found: Import): string | null {
  const { specifier } = found;
  if (source.isTest) return specifier.startsWith(SCOPE) ? directionOf(owner, source, found) : null;
  if (owner.short === "services" && new RegExp(`^${SCOPE}database/`).test(specifier)) {
    return `services may import ${SCOPE}database alone, not ${specifier}: they are handed the transaction, never the pool`;
  }
  if (!mayHavePool.includes(owner.short) && pool.test(specifier)) {
    return `${specifier} may be imported in packages/database alone: everybody else gets a unit of work`;
  }
  if (owner.short === "contract-model" && !specifier.startsWith(".") && specifier !== "zod") {
    return `contract-model depends on zod alone, not on ${specifier}`;
  }
  return specifier.startsWith(SCOPE) ? directionOf(owner, source, found) : null;
}

/** Imports point one way, the pool stays in the database package, the model depends on zod alone. */
export function importDirections({ packages }: Workspace): Violation[] {
  return packages.flatMap((owner) =>
    owner.sources.flatMap((source) =>
      source.imports.flatMap((found) => {
        const message = faultOf(owner, source, found);
        return message ? [{ file: source.file, message }] : [];
      }),
    ),
  );
}
