import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { root, textOf } from "./documents.ts";
import { namedPackages } from "./named-packages.ts";

const permissive = [
  "BlueOak-1.0.0",
  "MIT",
  "MIT-0",
  "BSD-3-Clause",
  "ISC",
  "Apache-2.0",
  "MIT OR Apache-2.0",
  "Unlicense",
  "OFL-1.1",
];
/** With the reason in docs/dependencies.md. */
const excepted = new Map([["axe-core", "MPL-2.0"]]);

const named = await namedPackages(root);

/** Name and licence of each package that has a line. */
async function lines(): Promise<[string, string][]> {
  const text = await textOf("docs/dependencies.md");
  const heads = text.split("\n").flatMap((line) => /^- (`.*?\)):/.exec(line)?.[1] ?? []);
  return heads.flatMap((head) =>
    [...head.matchAll(/`([^`]+)` \(([^)]+)\)/g)].map(([, name = "", licence = ""]): [string, string] => [
      name,
      licence,
    ]),
  );
}

/** What the package's own manifest says; null where it is not installed, being for another platform. */
async function licenceOf(name: string): Promise<string | null> {
  for (const folder of named.get(name) ?? []) {
    const file = path.join(root, folder, "node_modules", name, "package.json");
    const text = await readFile(file, "utf8").catch(() => null);
    if (text !== null) return String(JSON.parse(text).license).replace(/^\((.*)\)$/, "$1");
  }
  return null;
}

test("every package that is named has its one line, and no line names one that is gone", async () => {
  const written = (await lines()).map(([name]) => name);
  expect(written.toSorted()).toEqual([...named.keys()].toSorted());
});

test("every package that is named in the catalog is used", () => {
  expect([...named].filter(([, folders]) => folders.length === 0)).toEqual([]);
});

test("the licence of a line is what the package says, and permissive", async () => {
  const read = await Promise.all(
    (await lines()).map(async ([name, licence]) => ({ name, licence, says: await licenceOf(name) })),
  );
  expect(read.filter(({ licence, says }) => says !== null && says !== licence)).toEqual([]);
  expect(
    read.filter(({ name, licence }) => !permissive.includes(licence) && excepted.get(name) !== licence),
  ).toEqual([]);
  expect(read.filter(({ says }) => says !== null).length).toBeGreaterThan(40);
});
