import { z } from "zod";
import {
  addresses,
  databaseUrl,
  host,
  jobs,
  mailOf,
  mailUrl,
  origin,
  port,
  requireBothForMail,
  sender,
} from "./fields.ts";
import { type Environment, readWith } from "./read-with.ts";

const schema = z
  .object({
    ADMIN_PORT: port(3000).optional(),
    API_PORT: port(4000).optional(),
    ADMIN_URL: origin("https://contracts.example.com").optional(),
    API_URL: origin("https://api.contracts.example.com").optional(),
    DATA_DIR: z.string().optional(),
    DATABASE_URL: databaseUrl.optional(),
    HOST: host.optional(),
    TRUSTED_PROXIES: addresses.optional(),
    JOBS: jobs.optional(),
    MAIL_URL: mailUrl.optional(),
    MAIL_FROM: sender.optional(),
  })
  .superRefine(requireBothForMail)
  .transform((given) => ({
    /** Port of the admin app. */
    adminPort: given.ADMIN_PORT ?? 3000,
    /** Port of the API; another than the admin app's. */
    apiPort: given.API_PORT ?? 4000,
    /** Where people reach the admin app, without a path; null: on its port of this machine. */
    adminUrl: given.ADMIN_URL ?? null,
    /** Where programs reach the API, without a path; null: on its port of this machine. */
    apiUrl: given.API_URL ?? null,
    /** Folder of everything the program keeps; a relative one counts from the working folder. */
    dataDir: given.DATA_DIR ?? ".data",
    /** The owner's address of a PostgreSQL of the operator's own; null: the embedded one. */
    databaseUrl: given.DATABASE_URL ?? null,
    /** The address both listen on; the loopback one unless it is set. */
    host: given.HOST ?? "127.0.0.1",
    /** Addresses and CIDR ranges of the proxies whose X-Forwarded-For is believed; nobody's unless it is set. */
    trustedProxies: given.TRUSTED_PROXIES ?? [],
    /** The API runs the jobs of the register, unless it is told not to. */
    jobs: given.JOBS ?? true,
    /** The mail server and the sender of mails; null: links are handed over by administrators. */
    mail: mailOf(given),
  }))
  .superRefine(({ adminPort, apiPort }, context) => {
    if (adminPort !== apiPort) return;
    const message = `is ${apiPort}, as ADMIN_PORT is; the two must differ.`;
    context.addIssue({ code: "custom", path: ["API_PORT"], message });
  });

/** What an operator may set; all of it has a default. */
export type Settings = Readonly<z.infer<typeof schema>>;

/** @throws SettingsError */
export function readSettings(environment: Environment): Settings {
  return readWith(schema, environment);
}
