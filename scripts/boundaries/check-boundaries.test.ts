import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkBoundaries } from "./check-boundaries.ts";

type Files = Record<string, string>;
const scope = "@vehicle-contracts";

function manifest(name: string, dependencies: string[], devDependencies: string[] = []): string {
  const policy = (names: string[]) =>
    Object.fromEntries(names.map((each) => [each, each.startsWith("@vehicle") ? "workspace:*" : "catalog:"]));
  return JSON.stringify({
    name: `${scope}/${name}`,
    dependencies: policy(dependencies),
    devDependencies: policy(devDependencies),
  });
}

const of = (...names: string[]) => names.map((name) => `${scope}/${name}`);

/** A small workspace in which everything is in its place. */
const inOrder: Files = {
  "package.json": manifest("root", of("database", "settings")),
  "pnpm-lock.yaml":
    "lockfileVersion: '9.0'\n\npackages:\n\n  zod@4.0.0:\n    resolution: {integrity: sha512-abc==}\n",
  "scripts/start.ts": `import { startEmbedded } from "${scope}/database/embedded";\nstartEmbedded();\n`,
  "packages/contract-model/package.json": manifest("contract-model", ["zod"], ["fast-check"]),
  "packages/contract-model/src/contract.ts": 'import { z } from "zod";\n',
  "packages/contract-model/src/contract.test.ts":
    'import fc from "fast-check";\nimport { c } from "./contract.ts";\n',
  "packages/contract-rules/package.json": manifest("contract-rules", of("contract-model")),
  "packages/contract-rules/src/terms.ts":
    '// not: new Date(), Date.now()\nexport const text = "new Date()";\n',
  "packages/contract-rules/src/terms.test.ts": "export const today = new Date();\n",
  "packages/contract-rules/src/rule-cases/run.ts": 'import { readFile } from "node:fs/promises";\n',
  "packages/database/package.json": manifest("database", [
    "postgres",
    "drizzle-orm",
    ...of("contract-model"),
  ]),
  "packages/database/src/unit-of-work/open-database.ts": 'import postgres from "postgres";\nnew Date();\n',
  "packages/services/package.json": manifest("services", [
    "drizzle-orm",
    ...of("database", "contract-model"),
  ]),
  "packages/services/src/contracts/create.ts": `import { contract } from "${scope}/database";\nimport { eq } from "drizzle-orm";\n`,
  "packages/services/src/contracts/create.test.ts": `import { testDatabase } from "${scope}/database/testing";\n`,
  "packages/identity/package.json": manifest("identity", of("services")),
  "packages/trpc-router/package.json": manifest("trpc-router", of("services"), of("identity")),
  "packages/trpc-router/src/context.ts": `import type { Identity } from "${scope}/identity";\n`,
  "packages/client/package.json": manifest("client", of("contract-model"), of("trpc-router")),
  "packages/client/src/index.ts": `import type { Router } from "${scope}/trpc-router";\n`,
  "packages/settings/package.json": manifest("settings", ["zod"]),
  "apps/admin/package.json": manifest("admin", ["react", "next", ...of("services")]),
  "apps/admin/src/app/(desk)/contracts/[id]/page.tsx": `import { S } from "../../../../features/contracts/list-screen.tsx";\n`,
  "apps/admin/src/features/contracts/list-screen.tsx": `import { T } from "./table/table.tsx";\n`,
  "apps/admin/src/features/contracts/table/table.tsx":
    'import { useWidth } from "../../../ui/use-width.ts";\n',
  "apps/admin/src/ui/use-width.ts": 'import { useEffect } from "react";\nuseEffect(() => {});\n',
  "apps/admin/src/routes.ts": 'export const routes = { href: "/contracts" };\n',
};

const driver = "postgres";
const lines = (count: number) => "export {};\n".repeat(count);

/** Each: what is planted, where, and what the check says of it. */
const planted: [what: string, file: string, content: string, says: RegExp][] = [
  [
    "a lower level that imports a higher one",
    "packages/database/src/a.ts",
    `import "${scope}/services";`,
    /database may not import services/,
  ],
  [
    "an import across",
    "packages/identity/src/a.ts",
    `export * from "${scope}/trpc-router";`,
    /identity may not import trpc-router/,
  ],
  [
    "an import written over several lines",
    "packages/contract-rules/src/a.ts",
    `import {\n  a,\n  type B,\n} from "${scope}/services";`,
    /contract-rules may not import services/,
  ],
  [
    "an import at run time",
    "packages/services/src/a.ts",
    `const a = await import("${scope}/identity");`,
    /services may not import identity/,
  ],
  [
    "a package without a level",
    "packages/extra/src/a.ts",
    `import "${scope}/services";`,
    /extra has no place among the levels/,
  ],
  [
    "the router's code in the client",
    "packages/client/src/a.ts",
    `import { router } from "${scope}/trpc-router";`,
    /only types of trpc-router/,
  ],
  [
    "identity's code in the router",
    "packages/trpc-router/src/a.ts",
    `import { openIdentity } from "${scope}/identity";`,
    /only types of identity/,
  ],
  [
    "another dependency of the model",
    "packages/contract-model/src/a.ts",
    'import { v7 } from "uuid";',
    /depends on zod alone, not on uuid/,
  ],
  [
    "a unit of work opened in a service",
    "packages/services/src/a.ts",
    `import { openDatabase } from "${scope}/database/unit-of-work";`,
    /services may import @vehicle-contracts\/database alone/,
  ],
  [
    "a test database in a service",
    "packages/services/src/a.ts",
    `import { testDatabase } from "${scope}/database/testing";`,
    /services may import @vehicle-contracts\/database alone/,
  ],
  [
    "the driver in a service",
    "packages/services/src/a.ts",
    'import postgres from "postgres";',
    /in packages\/database alone/,
  ],
  [
    "the pool in an app",
    "apps/admin/src/a.ts",
    'import { drizzle } from "drizzle-orm/postgres-js";',
    /in packages\/database alone/,
  ],
  [
    "a relative path into another package",
    "packages/services/src/a.ts",
    'import { x } from "../../database/src/pool.ts";',
    /leaves the package/,
  ],
  [
    "a script's path into a package",
    "scripts/a.ts",
    'import { x } from "../packages/database/src/pool.ts";',
    /leaves the package/,
  ],
  [
    "a dependency that is not declared",
    "packages/services/src/a.ts",
    'import { parse } from "csv-parse/sync";',
    /csv-parse is not among the dependencies/,
  ],
  [
    "a dependency declared for tests only",
    "packages/contract-model/src/testing.ts",
    'import fc from "fast-check";',
    /fast-check is not among the dependencies/,
  ],
  [
    "a workspace package that is not declared",
    "packages/settings/src/a.test.ts",
    `import "${scope}/database";`,
    /database is not among the dependencies/,
  ],
  [
    "a module of Node without its prefix",
    "packages/settings/src/a.ts",
    'import path from "path";',
    /write node:path/,
  ],
  [
    "a stylesheet that is not declared",
    "apps/admin/src/ui/a.css",
    '@import "@mantine/core/styles.css";',
    /@mantine\/core is not among the dependencies/,
  ],
  [
    "the day of the clock in a rule",
    "packages/contract-rules/src/a.ts",
    "const t = Temporal.Now.plainDateISO();",
    /a clock or a Date \(Temporal.Now\)/,
  ],
  [
    "a Date in a service",
    "packages/services/src/a.ts",
    "const t = new Date();",
    /a clock or a Date \(new Date\)/,
  ],
  ["the time in an app", "apps/admin/src/ui/a.ts", "const t = Date.now();", /a clock or a Date \(Date.now\)/],
  [
    "a file read by a rule",
    "packages/contract-rules/src/a.ts",
    'import { readFileSync } from "node:fs";',
    /rules are pure/,
  ],
  ...["performance.now();", "Math.random();", 'globalThis["Date"];', "const D = Date;"].map(
    (code): [string, string, string, RegExp] => [
      `${code} in a rule`,
      "packages/contract-rules/src/a.ts",
      code,
      /a rule uses .*: rules are pure/,
    ],
  ),
  [
    "the pool in a script of another kind",
    "packages/services/src/a.mts",
    'import postgres from "postgres";',
    /may be imported in packages\/database alone/,
  ],
  ["a script of another kind", "packages/services/src/a.js", "export {};", /sources are .ts or .tsx/],
  [
    "the pool by require",
    "packages/services/src/a.ts",
    `const sql = createRequire(import.meta.url)("${driver}");`,
    /may be imported in packages\/database alone/,
  ],
  [
    "an import behind another statement",
    "packages/services/src/a.ts",
    `export const a = 1; export * from "${driver}";`,
    /may be imported in packages\/database alone/,
  ],
  [
    "the server's code in a screen",
    "apps/admin/src/features/contracts/a.tsx",
    `"use client";\nimport { listContracts } from "${scope}/services";`,
    /services is the server's/,
  ],
  ["a page of 31 lines", "apps/admin/src/app/contracts/page.tsx", lines(31), /a page of 31 lines/],
  [
    "a screen of 121 lines",
    "apps/admin/src/features/contracts/edit-screen.tsx",
    lines(121),
    /a screen of 121 lines/,
  ],
  [
    "a private part of another feature",
    "apps/admin/src/features/vehicles/a.tsx",
    'import { T } from "../contracts/table/table.tsx";',
    /table\/table.tsx is a private part of the feature contracts/,
  ],
  [
    "a private part in a page",
    "apps/admin/src/app/contracts/page.tsx",
    'import { T } from "../../features/contracts/table/table.tsx";',
    /is a private part of the feature contracts/,
  ],
  [
    "an index file in a feature",
    "apps/admin/src/features/contracts/index.ts",
    "export {};",
    /an index file in a feature/,
  ],
  [
    "an effect in a component",
    "apps/admin/src/ui/a.tsx",
    'import { useEffect } from "react";',
    /put it into a use-\*\.ts/,
  ],
  [
    "a feature in the ui",
    "apps/admin/src/ui/a.tsx",
    'import { q } from "../features/contracts/queries.ts";',
    /ui\/ knows no noun, but imports the feature contracts/,
  ],
  ["a server action", "apps/admin/src/features/contracts/actions.ts", '"use server";', /a server action/],
  [
    "a path in a link",
    "apps/admin/src/ui/a.tsx",
    'export const a = <Link href="/contracts">all</Link>;',
    /take it from routes.ts/,
  ],
  ["a path in a call", "apps/admin/src/ui/use-a.ts", 'router.push("/contracts");', /take it from routes.ts/],
  ["a file of odds and ends", "packages/services/src/utils.ts", "export {};", /"utils.ts" says nothing/],
  ["a folder of odds and ends", "apps/admin/src/ui/helpers/a.ts", "export {};", /"helpers" says nothing/],
  [
    "a file name that is not in kebab-case",
    "apps/admin/src/ui/DataTable.tsx",
    "export {};",
    /"DataTable.tsx" is not in kebab-case/,
  ],
  [
    "a version outside the catalog",
    "packages/extra/package.json",
    JSON.stringify({ name: "extra", dependencies: { zod: "^4.0.0" } }),
    /zod is "\^4.0.0": its version belongs to the catalog/,
  ],
  [
    "a workspace package by version",
    "packages/extra/package.json",
    JSON.stringify({ name: "extra", dependencies: { [`${scope}/database`]: "0.1.0" } }),
    /write workspace:\*/,
  ],
  [
    "a second dependency of the model",
    "packages/contract-model/package.json",
    manifest("contract-model", ["zod", "uuid"], ["fast-check"]),
    /depends on zod alone, not on uuid/,
  ],
  [
    "a tarball's address in the lock file",
    "pnpm-lock.yaml",
    "  zod@4.0.0:\n    resolution: {tarball: https://mirror.example/zod.tgz}\n",
    /line 2 names a registry/,
  ],
  [
    "a registry in a settings file",
    ".npmrc",
    "registry=https://packages.example/npm/\n",
    /line 1 names a registry/,
  ],
];

let root = "";
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "boundaries-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function violationsIn(files: Files): Promise<string[]> {
  const tree = await mkdtemp(path.join(root, "tree-"));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(tree, file)), { recursive: true });
    await writeFile(path.join(tree, file), content);
  }
  return (await checkBoundaries(tree)).map(({ file, message }) => `${file}: ${message}`);
}

test("where everything is in its place, nothing is said", async () => {
  expect(await violationsIn(inOrder)).toEqual([]);
});

describe("the check bites on", () => {
  test.each(planted)("%s", async (_what, file, content, says) => {
    const extra: Files = file.startsWith("packages/extra/src/")
      ? { "packages/extra/package.json": manifest("extra", of("services")) }
      : {};
    const found = await violationsIn({ ...inOrder, ...extra, [file]: content });
    expect(found.filter((line) => line.startsWith(`${file}: `)).join("\n")).toMatch(says);
  });
});
