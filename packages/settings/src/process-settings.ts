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
  secret,
  sender,
} from "./fields.ts";
import { type Environment, readWith } from "./read-with.ts";

const schema = z
  .object({
    PROGRAM_DATABASE_URL: databaseUrl,
    AUTH_SECRET: secret,
    ADMIN_URL: origin("http://localhost:3000"),
    API_URL: origin("http://localhost:4000"),
    API_PORT: port(4000).optional(),
    HOST: host.optional(),
    TRUSTED_PROXIES: addresses.optional(),
    JOBS: jobs.optional(),
    MAIL_URL: mailUrl.optional(),
    MAIL_FROM: sender.optional(),
  })
  .superRefine(requireBothForMail)
  .transform((given) => ({
    /** The address of the database for the role that neither owns the tables nor passes by their policies. */
    programDatabaseUrl: given.PROGRAM_DATABASE_URL,
    /** Signs sessions. */
    authSecret: given.AUTH_SECRET,
    /** Where people reach the admin app, without a path. */
    adminUrl: given.ADMIN_URL,
    /** Where programs reach the API, without a path. */
    apiUrl: given.API_URL,
    apiPort: given.API_PORT ?? 4000,
    host: given.HOST ?? "127.0.0.1",
    /** Addresses and CIDR ranges of the proxies whose X-Forwarded-For is believed; nobody's unless it is set. */
    trustedProxies: given.TRUSTED_PROXIES ?? [],
    /** The API runs the jobs of the register, unless it is told not to. */
    jobs: given.JOBS ?? true,
    /** The mail server and the sender of mails; null: links are handed over by administrators. */
    mail: mailOf(given),
  }));

/** What the start command hands the API and the admin app. */
export type ProcessSettings = Readonly<z.infer<typeof schema>>;

/** @throws SettingsError */
export function readProcessSettings(environment: Environment): ProcessSettings {
  return readWith(schema, environment);
}
