// npx pnpm@12 api-client: makes, renews and revokes the credentials by which a program calls the register.
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import {
  type ApiClientSecret,
  Id,
  longestOverlapHours,
  Role,
  Scope,
  scopes,
} from "@vehicle-contracts/contract-model";
import { organization } from "@vehicle-contracts/database";
import { type Database, openDatabase } from "@vehicle-contracts/database/unit-of-work";
import {
  type Actor,
  createApiClient,
  getApiClient,
  revokeApiClient,
  rotateApiClient,
  ServiceError,
} from "@vehicle-contracts/services";
import { readSettings } from "@vehicle-contracts/settings";
import { z } from "zod";
import { isMeantForPeople, isOfOptions, StartError } from "./start/start-error.ts";
import { withDatabase } from "./start/with-database.ts";

const usage = `npx pnpm@12 api-client create --enterprise ID --name NAME --role viewer|advisor|administrator [--store ID]… [--scope SCOPE]…
npx pnpm@12 api-client rotate --enterprise ID --client ID [--overlap-hours HOURS]
npx pnpm@12 api-client revoke --enterprise ID --client ID
create  makes a program's credentials, for the stores and scopes named or else for all, and shows the secret this once.
        The history names the program by its name.
rotate  makes a new secret and shows it this once. The one before is good for so many hours yet, 168 at most; without
        them it is good no longer, and every token in use ends at once.
revoke  ends them, and every token that was taken with them, at once.
Scopes: ${scopes.join(", ")}.
DATABASE_URL names the database's owner; without it, the register in DATA_DIR (.data) is used, whether it runs or not.
An administrator does the same in the admin app, under API clients.`;

const options = {
  enterprise: { type: "string" },
  name: { type: "string" },
  role: { type: "string" },
  store: { type: "string", multiple: true },
  scope: { type: "string", multiple: true },
  client: { type: "string" },
  "overlap-hours": { type: "string" },
  help: { type: "boolean" },
} as const;

const Create = z.strictObject({
  enterprise: Id,
  name: z.string().trim().min(1, "Must not be empty.").max(100, "Must have 100 characters at most."),
  role: Role,
  store: z.array(Id).optional(),
  scope: z.array(Scope).optional(),
});
const Rotate = z.strictObject({
  enterprise: Id,
  client: Id,
  "overlap-hours": z
    .string()
    .regex(/^\d{1,3}$/, "Must be a whole number of hours.")
    .transform(Number)
    .refine((hours) => hours <= longestOverlapHours, `Must be at most ${longestOverlapHours}.`)
    .optional(),
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

/** Who does it, in what is written down of it. */
const actorOf = (enterpriseId: string): Actor => ({
  ...{ kind: "JOB", id: "api-client", name: "api-client", enterpriseId, role: "administrator" },
  ...{ storeIds: "all", scopes: "all", onBehalfOf: null, correlationId: randomUUID() },
});

async function create(database: Database, given: z.infer<typeof Create>): Promise<void> {
  const { enterprise: enterpriseId, name, role, store: storeIds = [], scope } = given;
  const enterprises = await database.signIn.select({ id: organization.id }).from(organization);
  if (!enterprises.some(({ id }) => id === enterpriseId))
    throw new StartError(`--enterprise: There is no enterprise with the id ${enterpriseId}.`);
  const apiClient = { name, role, storeIds, allStores: storeIds.length === 0, scopes: scope };
  show(
    await database.write(enterpriseId, (tx) =>
      createApiClient(tx, actorOf(enterpriseId), { idempotencyKey: randomUUID(), apiClient }),
    ),
  );
}

async function rotate(database: Database, given: z.infer<typeof Rotate>): Promise<void> {
  const { enterprise: enterpriseId, client: clientId, "overlap-hours": overlapHours } = given;
  const actor = actorOf(enterpriseId);
  show(
    await database.write(enterpriseId, async (tx) => {
      const { version } = await getApiClient(tx, actor, { clientId });
      return rotateApiClient(tx, actor, { clientId, version, overlapHours });
    }),
  );
}

function show({ apiClient, clientSecret }: ApiClientSecret): void {
  console.log(`Client id      ${apiClient.clientId}`);
  console.log(`Client secret  ${clientSecret}`);
  console.log("The secret is shown this once.");
  if (apiClient.formerSecretEndsAt)
    console.log(`The one before is good until ${apiClient.formerSecretEndsAt}.`);
}

async function revoke(database: Database, { enterprise, client }: z.infer<typeof Revoke>): Promise<void> {
  const actor = actorOf(enterprise);
  const isEnded = await database.write(enterprise, async (tx) => {
    const { state } = await getApiClient(tx, actor, { clientId: client });
    if (state !== "REVOKED") await revokeApiClient(tx, actor, { clientId: client });
    return state !== "REVOKED";
  });
  console.log(
    isEnded ? `Revoked: ${client} and every token taken with it.` : `${client} was revoked before.`,
  );
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
  if (others.length === 0 && verb === "rotate") {
    const wanted = checked(Rotate, given);
    return (database) => rotate(database, wanted);
  }
  if (others.length === 0 && verb === "revoke") {
    const wanted = checked(Revoke, given);
    return (database) => revoke(database, wanted);
  }
  throw new StartError(`Say create, rotate or revoke.\n${usage}`);
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
