// npx pnpm@12 create-enterprise: the first enterprise and its administrator, in DATABASE_URL or in what runs in DATA_DIR.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { Enterprise, InviteUser, problemFields, StoreInput } from "@vehicle-contracts/contract-model";
import { migrate } from "@vehicle-contracts/database/migrate";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { createEnterprise } from "@vehicle-contracts/identity";
import { createStore, ServiceError } from "@vehicle-contracts/services";
import { readSettings, type Settings } from "@vehicle-contracts/settings";
import { z } from "zod";
import { addressesOf } from "./start/addresses.ts";
import { isMeantForPeople, StartError } from "./start/start-error.ts";

const questions = {
  name: "Name of the enterprise",
  "admin-name": "Name of its administrator",
  "admin-email": "E-mail address of the administrator",
} as const;

const options = {
  name: { type: "string" },
  "admin-name": { type: "string" },
  "admin-email": { type: "string" },
  "store-name": { type: "string" },
  "time-zone": { type: "string" },
  country: { type: "string" },
  currency: { type: "string" },
  "distance-unit": { type: "string" },
  help: { type: "boolean" },
} as const;

const usage = `npx pnpm@12 create-enterprise --name NAME --admin-name NAME --admin-email ADDRESS
  [--store-name NAME --time-zone Europe/Berlin --country DE --currency EUR --distance-unit KM]
Makes an enterprise, its administrator and, if named, its first store. On a terminal it asks for what is missing.
DATABASE_URL names the database's owner; without it, the register running in DATA_DIR (.data) is used.`;

type Answers = Record<keyof typeof questions, string>;
type Given = ReturnType<typeof parseArgs<{ options: typeof options; strict: true }>>["values"];

/** What was given, and asked for where it was not. Throws StartError where nobody can be asked. */
async function answersFor(given: Given): Promise<Answers> {
  const answers: Answers = {
    name: given.name ?? "",
    "admin-name": given["admin-name"] ?? "",
    "admin-email": given["admin-email"] ?? "",
  };
  const names = Object.keys(questions) as (keyof Answers)[]; // of a constant object
  const missing = names.filter((name) => !answers[name].trim());
  if (missing.length > 0 && !process.stdin.isTTY)
    throw new StartError(`Missing: ${missing.map((name) => `--${name}`).join(", ")}.\n${usage}`);
  const terminal = missing.length > 0 ? createInterface(process.stdin, process.stdout) : null;
  for (const name of missing) answers[name] = (await terminal?.question(`${questions[name]}: `)) ?? "";
  terminal?.close();
  return answers;
}

/** The input in its schema's form. Throws StartError naming the option of each fault. */
function checked<Schema extends z.ZodType>(schema: Schema, input: unknown, optionOf: Record<string, string>) {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const faults = problemFields(result.error, input).map(
    ({ path: field, message }) => `--${optionOf[field] ?? field}: ${message}`,
  );
  throw new StartError(faults.join("\n"));
}

const DemoFile = z.object({ database: z.object({ owner: z.string() }) });

/** The owner's address of the database. */
async function ownerUrlOf({ databaseUrl, dataDir }: Settings): Promise<string> {
  if (databaseUrl !== null) return databaseUrl;
  const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), dataDir, "demo.json");
  try {
    return DemoFile.parse(JSON.parse(await readFile(file, "utf8"))).database.owner;
  } catch {
    throw new StartError(
      `There is no register in ${path.dirname(file)}: start it with npx pnpm@12 start, or set DATABASE_URL.`,
    );
  }
}

async function main(): Promise<void> {
  const { values: given } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== "--"),
    options,
  });
  if (given.help) return console.log(usage);
  const settings = readSettings(process.env);
  const answers = await answersFor(given);
  const { name } = checked(Enterprise.pick({ name: true }), { name: answers.name }, {});
  const administrator = checked(
    InviteUser.pick({ name: true, email: true }),
    { name: answers["admin-name"], email: answers["admin-email"] },
    { name: "admin-name", email: "admin-email" },
  );
  const store =
    given["store-name"] === undefined
      ? null
      : checked(
          StoreInput,
          {
            name: given["store-name"],
            timeZone: given["time-zone"],
            country: given.country,
            currency: given.currency,
            distanceUnit: given["distance-unit"],
          },
          { name: "store-name", timeZone: "time-zone", distanceUnit: "distance-unit" },
        );

  const { programUrl } = await migrate(await ownerUrlOf(settings));
  const database = openDatabase({
    url: programUrl,
    max: 1,
    applicationName: "vehicle-contracts create-enterprise",
  });
  try {
    const created = await createEnterprise(database, { name, administrator }, async (tx, actor) => {
      if (store) await createStore(tx, actor, { idempotencyKey: randomUUID(), store });
    });
    console.log(`Enterprise ${name}: ${created.enterpriseId}`);
    console.log(
      `${administrator.name} sets the password here; the link is shown this once, works once, and for 48 hours:`,
    );
    console.log(new URL(created.setPasswordPath, addressesOf(settings).adminUrl).href);
  } finally {
    await database.close();
  }
}

/** Errors of Node's own parsing of options are written for people. */
const isOfOptions = (error: unknown): error is TypeError =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");

try {
  await main();
} catch (error) {
  const isForPeople = error instanceof ServiceError || isOfOptions(error) || isMeantForPeople(error);
  if (!isForPeople) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
