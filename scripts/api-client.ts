// npx pnpm@12 api-client: makes and revokes the credentials by which a program calls the register.
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { Id, Role } from "@vehicle-contracts/contract-model";
import { organization } from "@vehicle-contracts/database";
import { type Database, openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { createApiClient, revokeApiClient } from "@vehicle-contracts/identity";
import { type Actor, getStore, ServiceError } from "@vehicle-contracts/services";
import { readSettings } from "@vehicle-contracts/settings";
import { z } from "zod";
import { isMeantForPeople, isOfOptions, StartError } from "./start/start-error.ts";
import { withDatabase } from "./start/with-database.ts";

const usage = `npx pnpm@12 api-client create --enterprise ID --name NAME --role viewer|advisor|administrator [--store ID]…
npx pnpm@12 api-client revoke --enterprise ID --client ID
create  makes a program's credentials, for the stores named or else for all, and shows the secret this once. The history
        names the program by its name.
revoke  ends them, and every token that was taken with them, at once.
DATABASE_URL names the database's owner; without it, the register in DATA_DIR (.data) is used, whether it runs or not.`;

const options = {
  enterprise: { type: "string" },
  name: { type: "string" },
  role: { type: "string" },
  store: { type: "string", multiple: true },
  client: { type: "string" },
  help: { type: "boolean" },
} as const;

const Create = z.strictObject({
  enterprise: Id,
  name: z.string().trim().min(1, "Must not be empty.").max(100, "Must have 100 characters at most."),
  role: Role,
  store: z.array(Id).optional(),
});
const Revoke = z.strictObject({ enterprise: Id, client: Id });

/** The options in the schema's form. Throws StartError with a line for each that is missing, wrong, or of no use. */
function checked<Schema extends z.ZodType>(schema: Schema, given: object): z.infer<Schema> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => `--${key} is of no use here.`);
    const [option] = issue.path;
    const isMissing = !(String(option) in given);
    return [`--${String(option)}: ${isMissing ? "Is required." : issue.message}`];
  });
  throw new StartError(`${faults.join("\n")}\n${usage}`);
}

async function create(database: Database, given: z.infer<typeof Create>): Promise<void> {
  const { enterprise: enterpriseId, name, role, store: storeIds = [] } = given;
  const enterprises = await database.signIn.select({ id: organization.id }).from(organization);
  if (!enterprises.some(({ id }) => id === enterpriseId))
    throw new StartError(`--enterprise: There is no enterprise with the id ${enterpriseId}.`);
  const actor: Actor = {
    ...{ kind: "JOB", id: "api-client", name: "api-client", enterpriseId, role: "administrator" },
    ...{ storeIds: "all", onBehalfOf: null, correlationId: randomUUID() },
  };
  // Throws where one is not there.
  await database.read(enterpriseId, (tx) =>
    Promise.all(storeIds.map((storeId) => getStore(tx, actor, { storeId }))),
  );
  const allStores = storeIds.length === 0;
  const made = await createApiClient(database, { enterpriseId, name, role, allStores, storeIds });
  console.log(`Client id      ${made.clientId}`);
  console.log(`Client secret  ${made.clientSecret}`);
  console.log("The secret is shown this once.");
}

async function revoke(database: Database, { enterprise, client }: z.infer<typeof Revoke>): Promise<void> {
  if (!(await revokeApiClient(database, { enterpriseId: enterprise, clientId: client })))
    throw new StartError("--client: The enterprise has no client with this id that could be revoked.");
  console.log(`Revoked: ${client} and every token taken with it.`);
}

/** What is asked, checked before the database is; null for help. */
function asked(): ((database: Database) => Promise<void>) | null {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((word) => word !== "--"),
    options,
    allowPositionals: true,
  });
  const { help, ...given } = values;
  if (help) return null;
  const [verb, ...others] = positionals;
  if (others.length === 0 && verb === "create") {
    const wanted = checked(Create, given);
    return (database) => create(database, wanted);
  }
  if (others.length === 0 && verb === "revoke") {
    const wanted = checked(Revoke, given);
    return (database) => revoke(database, wanted);
  }
  throw new StartError(`Say create or revoke.\n${usage}`);
}

async function main(): Promise<void> {
  const work = asked();
  if (work === null) return console.log(usage);
  await withDatabase(readSettings(process.env), async ({ programUrl }) => {
    const database = openDatabase({
      url: programUrl,
      max: 1,
      applicationName: "vehicle-contracts api-client",
    });
    try {
      await work(database);
    } finally {
      await database.close();
    }
  });
}

const isForPeople = (error: unknown): error is Error =>
  isMeantForPeople(error) || error instanceof ServiceError || isOfOptions(error);

try {
  await main();
} catch (error) {
  if (!isForPeople(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
