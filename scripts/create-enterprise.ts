// npx pnpm@12 create-enterprise: the first enterprise and its administrator, and if named its first store.
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { Enterprise, InviteUser, problemFields, StoreInput } from "@vehicle-contracts/contract-model";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { createEnterprise } from "@vehicle-contracts/identity";
import { createStore, ServiceError } from "@vehicle-contracts/services";
import { readSettings } from "@vehicle-contracts/settings";
import type { z } from "zod";
import { answersTo, type Question } from "./create-enterprise/answers.ts";
import { addressesOf } from "./start/addresses.ts";
import { isMeantForPeople, isOfOptions, StartError } from "./start/start-error.ts";
import { withDatabase } from "./start/with-database.ts";

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
DATABASE_URL names the database's owner; without it, the register in DATA_DIR (.data) is used, whether it runs or not.`;

type Given = ReturnType<typeof parseArgs<{ options: typeof options; strict: true }>>["values"];

/** The schema's fault with one value, in a sentence; null where it takes it. */
const faultBy = (schema: z.ZodType) => (value: string) => {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  return issue?.message ?? null;
};

const questions = {
  name: { text: "Name of the enterprise", fault: faultBy(Enterprise.shape.name) },
  "admin-name": { text: "Name of its administrator", fault: faultBy(InviteUser.shape.name) },
  "admin-email": { text: "E-mail address of the administrator", fault: faultBy(InviteUser.shape.email) },
} satisfies Partial<Record<keyof Given, Question>>;

/** What was given, and asked for where it was not. Throws StartError where nobody can be asked. */
async function completed(given: Given): Promise<Given> {
  const names = Object.keys(questions) as (keyof typeof questions)[]; // of a constant object
  const missing = names.filter((name) => !given[name]?.trim());
  if (missing.length === 0) return given;
  if (!process.stdin.isTTY)
    throw new StartError(`Missing: ${missing.map((name) => `--${name}`).join(", ")}.\n${usage}`);
  const asked = missing.map((name) => questions[name]);
  const answers = await answersTo(asked, { input: process.stdin, output: process.stdout });
  return { ...given, ...Object.fromEntries(missing.map((name, index) => [name, answers[index]])) };
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

/** The first store, if one is wanted. Throws StartError naming the option of each fault. */
function storeOf(given: Given) {
  const { "store-name": name, "time-zone": timeZone, country, currency } = given;
  const distanceUnit = given["distance-unit"];
  const fields = { name, timeZone, country, currency, distanceUnit };
  if (Object.values(fields).every((value) => value === undefined)) return null;
  return checked(StoreInput, fields, {
    ...{ name: "store-name", timeZone: "time-zone", distanceUnit: "distance-unit" },
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ args: process.argv.slice(2).filter((word) => word !== "--"), options });
  if (values.help) return console.log(usage);
  const settings = readSettings(process.env);
  const store = storeOf(values);
  const given = await completed(values);
  const { name } = checked(Enterprise.pick({ name: true }), { name: given.name }, {});
  const administrator = checked(
    InviteUser.pick({ name: true, email: true }),
    { name: given["admin-name"], email: given["admin-email"] },
    { name: "admin-name", email: "admin-email" },
  );

  await withDatabase(settings, async ({ programUrl }) => {
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
  });
}

/** The message, after the option it is about where it is about one. */
function messageOf(error: Error): string {
  const fields = error instanceof ServiceError ? error.problem.fields : undefined;
  return fields?.some(({ path: field }) => field === "email")
    ? `--admin-email: ${error.message}`
    : error.message;
}

try {
  await main();
} catch (error) {
  const isForPeople = error instanceof ServiceError || isOfOptions(error) || isMeantForPeople(error);
  if (!isForPeople) throw error;
  console.error(messageOf(error));
  process.exitCode = 1;
}
