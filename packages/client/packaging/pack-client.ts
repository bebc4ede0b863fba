import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const here = import.meta.dirname;
const ownRequire = createRequire(import.meta.url);
const modelRequire = createRequire(import.meta.resolve("@vehicle-contracts/contract-model"));

/**
 * Packs the client for services outside this repository: its JavaScript, its types, and of the server the types of its
 * procedures alone. Answers the path of the tarball, in the folder `into`.
 */
export async function packClient(into: string): Promise<string> {
  const work = await mkdtemp(join(tmpdir(), "vehicle-contracts-client-"));
  try {
    const emitted = join(work, "emitted");
    const typescript = ownRequire.resolve("typescript/package.json");
    const tsc = join(typescript, "..", "bin", "tsc");
    await run(process.execPath, [tsc, "-p", join(here, "tsconfig.json"), "--outDir", emitted]);
    const assembled = join(work, "package");
    await assemble(emitted, assembled);
    await mkdir(into, { recursive: true });
    const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", into], {
      cwd: assembled,
    });
    const [packed] = JSON.parse(stdout) as { filename: string }[]; // as npm documents it
    if (!packed) throw new Error("npm pack named no file.");
    return join(into, packed.filename);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** What the router's types refer to of the server: nothing that a caller sees. */
const stubs = {
  "context.d.ts": "/** The server's own. */\nexport interface Context {}\n",
  "procedures.d.ts": "/** The server's own. */\nexport type ProcedureMeta = { role: string };\n",
  "index.d.ts": 'export type { AppRouter } from "./router.ts";\n',
};

async function assemble(emitted: string, target: string): Promise<void> {
  const dist = join(target, "dist");
  await cp(join(emitted, "client/src"), dist, { recursive: true });
  await mkdir(join(dist, "router"), { recursive: true });
  await cp(join(emitted, "trpc-router/src/router.d.ts"), join(dist, "router/router.d.ts"));
  for (const [name, text] of Object.entries(stubs)) await writeFile(join(dist, "router", name), text);
  const model = join(emitted, "contract-model/src");
  await cp(model, join(dist, "model"), {
    recursive: true,
    filter: (source) => extname(source) === "" || source.endsWith(".d.ts"), // folders and types
  });
  await rename(dist, {
    "@vehicle-contracts/trpc-router": "./router/index.ts",
    "@vehicle-contracts/contract-model": "./model/index.ts",
  });
  await rename(join(dist, "router"), { "@vehicle-contracts/contract-model": "../model/index.ts" });
  await writeFile(join(target, "package.json"), `${JSON.stringify(await manifest(), null, 2)}\n`);
  const licence = join(here, "../../../LICENSE");
  if (existsSync(licence)) await cp(licence, join(target, "LICENSE"));
}

/** Puts other names for the packages that types in the folder are imported from. */
async function rename(folder: string, names: Record<string, string>): Promise<void> {
  for (const file of await readdir(folder)) {
    if (!file.endsWith(".d.ts")) continue;
    let text = await readFile(join(folder, file), "utf8");
    for (const [from, to] of Object.entries(names)) text = text.replaceAll(`"${from}"`, `"${to}"`);
    await writeFile(join(folder, file), text);
  }
}

async function manifest() {
  const own = ownRequire("../package.json") as Record<string, unknown>;
  const versionOf = (name: string, require: NodeJS.Require) => {
    const { version } = require(`${name}/package.json`) as { version: string }; // every package has one
    return version;
  };
  return {
    name: own.name,
    version: own.version,
    description: own.description,
    license: own.license,
    type: "module",
    engines: { node: ">=20" },
    sideEffects: false,
    files: ["dist"],
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
    dependencies: {
      "@trpc/client": versionOf("@trpc/client", ownRequire),
      "@trpc/server": versionOf("@trpc/server", ownRequire),
      // For types alone.
      zod: versionOf("zod", modelRequire),
    },
  };
}
