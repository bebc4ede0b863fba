import { access } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { documents, fenced, root, textOf } from "./documents.ts";

const { scripts } = JSON.parse(await textOf("package.json")) as { scripts: Record<string, string> };
const files = await documents();

/** The document's own headings, as links name them. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );

test.each(files)("every link of %s leads somewhere", async (file) => {
  const text = await textOf(file);
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  for (const link of links.filter((each) => !each.startsWith("https:"))) {
    const [target = "", anchor] = link.split("#");
    const named = target === "" ? file : path.posix.join(path.posix.dirname(file), target);
    await expect(access(path.join(root, named)), link).resolves.toBeUndefined();
    if (anchor !== undefined) expect(anchorsOf(await textOf(named)), link).toContain(anchor);
  }
});

test.each(files)("every command of %s is there", async (file) => {
  const text = await textOf(file);
  const commands = [...text.matchAll(/npx pnpm@12 (?:run )?([a-z][a-z:-]*)/g)].map(([, name = ""]) => name);
  expect(commands.filter((name) => !(name in scripts) && name !== "install")).toEqual([]);
});

test("the README shows the example of the client as it is compiled and run in the tests", async () => {
  const [shown] = fenced(await textOf("README.md"), "ts");
  expect(shown).toBe(await textOf("packages/client/examples/service-desk.ts"));
});

test("the README shows the beginning of the file that it imports", async () => {
  const [shown = "nothing"] = fenced(await textOf("README.md"), "csv");
  expect(await textOf("docs/examples/vehicles.csv")).toMatch(new RegExp(`^${shown}`));
});

test("every test that docs/security.md names is there", async () => {
  const named = [...(await textOf("docs/security.md")).matchAll(/`((?:apps|packages|scripts)\/[^`]+)`/g)];
  expect(named.length).toBeGreaterThan(30);
  for (const [, file = ""] of named)
    await expect(access(path.join(root, file)), file).resolves.toBeUndefined();
});
