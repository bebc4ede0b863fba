import { organization } from "@vehicle-contracts/database";
import { migrate } from "@vehicle-contracts/database/migrate";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import type { Settings } from "@vehicle-contracts/settings";
import { isDemoUnfinished } from "./demo.ts";
import { openEmbedded } from "./embedded-database.ts";
import type { Secrets } from "./secrets.ts";
import { StartError } from "./start-error.ts";

export interface RegisterDatabase {
  readonly ownerUrl: string;
  readonly programUrl: string;
  /** There is no enterprise in it yet. */
  readonly isNew: boolean;
  readonly isEmbedded: boolean;
  /** Resolves when the database ended and could not be kept up. */
  readonly lost: Promise<void>;
  /** Stops the embedded one; the operator's own is left alone. */
  stop(): Promise<void>;
}

/**
 * The register's database, migrated: the one of DATABASE_URL, else the embedded one of the data folder (which the
 * caller has locked).
 *
 * @throws StartError, EmbeddedError, DatabaseRefused
 */
export async function openRegister(
  settings: Settings,
  folder: string,
  secrets: Secrets,
  log: (sentence: string) => void,
): Promise<RegisterDatabase> {
  if (settings.databaseUrl !== null) {
    const ownerUrl = settings.databaseUrl;
    const { programUrl } = await migrate(ownerUrl).catch((error: unknown) => {
      if (error instanceof Error && error.name === "DatabaseRefused") {
        throw new StartError(`DATABASE_URL cannot be used. ${error.message}`, { cause: error });
      }
      throw error;
    });
    const never = new Promise<void>(() => {});
    const isNew = await isWithoutEnterprise(programUrl);
    return { ownerUrl, programUrl, isNew, isEmbedded: false, lost: never, stop: async () => {} };
  }
  const register = await openEmbedded(folder, secrets, await isDemoUnfinished(folder), log);
  try {
    const { programUrl } = await migrate(register.ownerUrl);
    return { ...register, programUrl, isEmbedded: true };
  } catch (error) {
    await register.stop();
    throw error;
  }
}

async function isWithoutEnterprise(programUrl: string): Promise<boolean> {
  const database = openDatabase({ url: programUrl, max: 1, applicationName: "vehicle-contracts start" });
  try {
    const found = await database.signIn.select({ id: organization.id }).from(organization).limit(1);
    return found.length === 0;
  } finally {
    await database.close();
  }
}
