import { readFile } from "node:fs/promises";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { expect, test } from "vitest";
import * as authTables from "./auth-tables.ts";
import * as tenantTables from "./tables.ts";

const metadata = new URL("../migrations/meta/", import.meta.url);
const json = async (name: string) => JSON.parse(await readFile(new URL(name, metadata), "utf8"));

test("the migrations hold what the tables say, and leave nothing to be generated", async () => {
  const { entries } = await json("_journal.json");
  const latest = await json(`${String(entries.length - 1).padStart(4, "0")}_snapshot.json`);
  const wanted = generateDrizzleJson({ ...tenantTables, ...authTables }, latest.id);
  expect(await generateMigration(latest, wanted)).toEqual([]);
});
