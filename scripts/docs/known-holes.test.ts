import { expect, test } from "vitest";
import { textOf } from "./documents.ts";
import { floorsOf, holesIn, installedBy, isAbove } from "./known-holes.ts";

const floors = floorsOf(await textOf("docs/security.md"));
const lockFile = await textOf("pnpm-lock.yaml");
const installed = installedBy(lockFile);

test("no copy of a package that is installed has a hole that is known", () => {
  expect(holesIn(floors, installed)).toEqual([]);
});

test("the list has what everything stands on", () => {
  expect([...floors.keys()]).toEqual(
    expect.arrayContaining([
      "next",
      "react",
      "react-dom",
      "@trpc/server",
      "drizzle-orm",
      "better-auth",
      "fastify",
    ]),
  );
  expect(floors.get("next")?.every((version) => isAbove(version, ["16.2.6"]))).toBe(true);
  expect(floors.get("@trpc/server")?.every((version) => isAbove(version, ["11.8.0"]))).toBe(true);
  expect(floors.get("drizzle-orm")?.every((version) => isAbove(version, ["0.45.2"]))).toBe(true);
});

test("React is one version, as Next asks for it; its server half comes inside Next, and no other copy of it", () => {
  expect(installed.get("react")).toHaveLength(1);
  expect(installed.get("react-dom")).toEqual(installed.get("react"));
  expect([...installed.keys()].filter((name) => name.startsWith("react-server-dom-"))).toEqual([]);
});

test("every package of the lock file is read, each copy of it", () => {
  expect(installed.size).toBeGreaterThan(300);
  expect(installed.get("@trpc/server")).toHaveLength(1);
  expect(installed.get("fast-uri")?.length).toBeGreaterThan(1);
});

test("a copy below its line is named, wherever in the tree it is, and so is one of an older line", () => {
  const copies = installedBy(`
packages:

  next@16.2.5:
    resolution: {}

  '@trpc/server@11.7.9':
    resolution: {}

  fast-uri@3.1.3:

  fast-uri@4.0.0:

  fastify@6.0.0:

snapshots:

  next@1.0.0(react@19.0.0):
`);
  const lines = new Map([
    ["next", ["16.3.3"]],
    ["@trpc/server", ["11.8.0"]],
    ["fast-uri", ["3.1.3", "4.0.1"]],
    ["fastify", ["5.12.1"]],
    ["gone", ["1.0.0"]],
  ]);
  expect(holesIn(lines, copies)).toEqual([
    "next 16.2.5 is below 16.3.3",
    "@trpc/server 11.7.9 is below 11.8.0",
    "fast-uri 4.0.0 is below 3.1.3, 4.0.1",
    "gone is not installed: take its line out",
  ]);
  expect(isAbove("16.10.0", ["16.9.9"])).toBe(true);
  expect(isAbove("15.9.9", ["16.0.0"])).toBe(false);
  expect(isAbove("2.0.5", ["3.1.3", "4.0.1"])).toBe(false);
});
