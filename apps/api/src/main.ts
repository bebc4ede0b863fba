import { openDatabase, requireSchema, SchemaRefused } from "@vehicle-contracts/database/unit-of-work";
import { openIdentity } from "@vehicle-contracts/identity";
import { readProcessSettings, SettingsError } from "@vehicle-contracts/settings";
import { faultOf } from "@vehicle-contracts/trpc-router";
import { buildApp } from "./build-app.ts";
import { keepJobsOpen } from "./jobs/keep-jobs-open.ts";
import { openLog } from "./log.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

const log = openLog();

process.on("uncaughtException", (error) => {
  log.fatal({ fault: faultOf(error) }, "uncaught");
  process.exit(1);
});

function refuse(error: SchemaRefused): void {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

try {
  const settings = readProcessSettings(process.env);
  const { programDatabaseUrl, authSecret, adminUrl, host, apiPort, trustedProxies, mail } = settings;
  await requireSchema({ url: programDatabaseUrl, applicationName: "vehicle-contracts api schema" }, refuse);
  const database = openDatabase({ url: programDatabaseUrl, applicationName: "vehicle-contracts api" });
  const identity = openIdentity({ database, secret: authSecret, adminUrl, mail });
  const app = await buildApp({ database, identity, log, trustedProxies });
  const jobs = settings.jobs ? keepJobsOpen({ url: programDatabaseUrl, database, log }) : null;
  app.addHook("onClose", async () => {
    await jobs?.stop();
    await database.close();
  });
  stopOnSignal(async (signal) => {
    log.info({ signal }, "stopping");
    await app.close();
    log.info("stopped");
  });
  await app.listen({ host, port: apiPort });
  jobs?.start();
} catch (error) {
  if (error instanceof SettingsError || error instanceof SchemaRefused)
    process.stderr.write(`${error.message}\n`);
  else log.fatal({ fault: faultOf(error) }, "not started");
  process.exit(1);
}
