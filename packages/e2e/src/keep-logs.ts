import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { personalValuesIn } from "@vehicle-contracts/database/testing";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { DemoFile } from "@vehicle-contracts/demo-data";
import { password } from "./a-user.ts";
import type { Product } from "./product.ts";

const folder = fileURLToPath(new URL("../test-logs", import.meta.url));

/** Keeps what the product logged, and what may stand in none of it: the check at the end of a whole run reads both. */
export async function keepLogs(product: Product): Promise<void> {
  const demo = DemoFile.parse(JSON.parse(await readFile(product.demoFile, "utf8")));
  const database = openDatabase({ url: demo.database.program, max: 2 });
  const stored = await personalValuesIn(database).finally(() => database.close());
  const values = [
    ...stored,
    password,
    ...[...demo.users, ...demo.otherUsers].map((user) => user.password),
    ...[demo.apiClient, demo.otherApiClient].map(({ clientSecret }) => clientSecret),
  ];
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // What the start command says to who started it is no log: it names the demo's user and password.
  const lines = product.output().split("\n");
  const logged = lines.filter((line) => !/^ {2}(?:Sign in|Password) {3}/.test(line));
  await writeFile(`${folder}/product.log`, logged.join("\n"));
  await writeFile(`${folder}/postgres.log`, await product.databaseLog());
  await writeFile(`${folder}/product.values.json`, JSON.stringify(values));
}
