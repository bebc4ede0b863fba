import "server-only";
import { type Database, openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { type Identity, openIdentity } from "@vehicle-contracts/identity";
import { type ProcessSettings, readProcessSettings } from "@vehicle-contracts/settings";
import { logFault } from "./log.ts";

export type Server = { settings: ProcessSettings; database: Database; identity: Identity };

const place = Symbol.for("vehicle-contracts.admin.server");
type Holder = { [place]?: Server };

/**
 * The process's one database and identity, opened when first asked for (a build asks for none). Kept on the global
 * object, because in development a changed file makes its modules anew and the connections would stay behind.
 * Throws SettingsError.
 */
export function server(): Server {
  // the global object has no type for what programs put on it
  const holder = globalThis as Holder;
  holder[place] ??= open();
  return holder[place];
}

function open(): Server {
  const settings = readProcessSettings(process.env);
  const database = openDatabase({
    url: settings.programDatabaseUrl,
    applicationName: "vehicle-contracts admin",
  });
  const identity = openIdentity({
    database,
    secret: settings.authSecret,
    adminUrl: settings.adminUrl,
    mail: settings.mail,
    onFault: (error) => logFault(error, { route: "mail" }),
  });
  return { settings, database, identity };
}
