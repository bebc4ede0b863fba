import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { driverPatch, publishedDriver } from "./testing/published-driver.ts";

const { head, files } = await driverPatch();
const here = fileURLToPath(new URL(".", import.meta.url));
const named = new Set([...head.matchAll(/\[([^\]]+)\]/g)].flatMap(([, names = ""]) => names.split(", ")));

test("the patch's head names for each change a test that is there", async () => {
  const tests = await readdir(here);
  const reasons = head.split(/\n(?= ?\S)/).filter((part) => part.startsWith(" "));
  expect(reasons.length).toBeGreaterThan(10);
  for (const reason of reasons) expect(reason).toMatch(/\[[^\]]+\]/);
  for (const name of named) expect(tests).toContain(`${name}.test.ts`);
});

test("every test of a fault that the patch mends stands in its head", async () => {
  const tests = (await readdir(here)).filter((name) => name.endsWith(".test.ts"));
  const ofFaults: string[] = [];
  for (const name of tests)
    if (/expect\(published\)\.(?!toEqual\((stuck|done)\))/.test(await readFile(`${here}/${name}`, "utf8")))
      ofFaults.push(name.replace(".test.ts", ""));
  expect([...named].sort()).toEqual(ofFaults.sort());
});

test("the driver's three builds are patched alike", () => {
  const changes = (build: string) =>
    files.flatMap(({ newFileName = "", hunks }) =>
      newFileName.startsWith(`b/${build}`)
        ? hunks.flatMap(({ lines }) => lines.filter((line) => /^[+-]/.test(line)))
        : [],
    );
  const own = changes("src/");
  expect(own.length).toBeGreaterThan(50);
  expect(changes("cjs/src/")).toEqual(own);
  expect(changes("cf/src/")).toEqual(own);
});

test("the driver that is installed carries the whole patch", async () => {
  const published = await publishedDriver(); // throws where a part is missing
  await published.remove();
});
