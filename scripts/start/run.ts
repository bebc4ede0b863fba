import path from "node:path";
import { fileURLToPath } from "node:url";
import { Temporal } from "@vehicle-contracts/contract-rules/temporal";
import { type DemoFile, loadDemo, refreshDemo } from "@vehicle-contracts/demo-data";
import { readSettings } from "@vehicle-contracts/settings";
import { finishRestore } from "../restore/put-in-place.ts";
import { type Addresses, addressesOf } from "./addresses.ts";
import { buildAdmin, isBuilt } from "./build-admin.ts";
import type { Child } from "./child.ts";
import { openDataFolder } from "./data-folder.ts";
import { openRegister, type RegisterDatabase } from "./database.ts";
import { markDemoBegun, markDemoEnded, readDemo, writeDemo } from "./demo.ts";
import { lockFolder } from "./lock.ts";
import { tryPorts } from "./ports.ts";
import type { Progress } from "./progress.ts";
import { readSecrets } from "./secrets.ts";
import { type ServeOptions, serveAdmin, serveApi } from "./serve.ts";
import type { Shutdown } from "./shutdown.ts";
import { welcome } from "./welcome.ts";

export interface RunOptions {
  readonly isDev: boolean;
  readonly progress: Progress;
  readonly shutdown: Shutdown;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Brings the product up and resolves when a part of it has ended by itself: the sentence that says which.
 *
 * @throws StartError, SettingsError, EmbeddedError, DatabaseRefused
 */
export async function run({ isDev, progress, shutdown }: RunOptions): Promise<string> {
  const settings = readSettings(process.env);
  const addresses = addressesOf(settings);
  const folder = await openDataFolder(settings.dataDir);
  shutdown.lock(await lockFolder(folder, addresses.adminUrl));
  await tryPorts(settings.host, [
    { setting: "ADMIN_PORT", port: settings.adminPort },
    { setting: "API_PORT", port: settings.apiPort },
  ]);
  await finishRestore(folder);
  const secrets = await readSecrets(folder);
  const onChild = (child: Child) => shutdown.child(child);
  const logs = path.join(folder, "logs");

  const building = isDev ? null : built(logs, progress, onChild);
  const opening = progress.during("Database", () =>
    openRegister(settings, folder, secrets, (sentence) => progress.say(`  ${sentence}`)),
  );
  shutdown.database(opening);
  const serving = async () => {
    const register = await opening;
    const demo = await demoOf(register, folder, addresses, progress);
    const options: ServeOptions = {
      ...{ root, isDev, settings, addresses, onChild },
      programUrl: register.programUrl,
      authSecret: secrets.session,
      logFolder: process.stdout.isTTY && !isDev ? logs : null,
    };
    const admin = async () => {
      await building;
      return progress.during("Admin app", () => serveAdmin(options));
    };
    const children = await all([progress.during("API", () => serveApi(options)), admin()]);
    progress.say(welcome(addresses, demo, folder, register.isNew));
    return firstEnd(children, register);
  };
  const [how] = await all([serving(), building ?? Promise.resolve()]);
  return how;
}

/** As Promise.all; a failure of one leaves no failure of another unheard. */
async function all<T extends readonly unknown[]>(
  promises: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  for (const promise of promises) void promise.catch(() => {});
  return Promise.all(promises) as Promise<unknown> as Promise<T>;
}

async function built(logs: string, progress: Progress, onChild: (child: Child) => void): Promise<void> {
  if (await isBuilt(root)) return;
  await progress.during("Building the admin app", () => buildAdmin(root, logs, onChild));
}

/** The demo's people and addresses; loaded on the first run, null with a database of the operator's own. */
async function demoOf(
  { ownerUrl, programUrl, isEmbedded, isNew }: RegisterDatabase,
  folder: string,
  { adminUrl, apiUrl }: Addresses,
  progress: Progress,
): Promise<DemoFile | null> {
  if (!isEmbedded) return null;
  const addresses = { ownerUrl, programUrl, adminUrl, apiUrl };
  const load = async () => {
    await markDemoBegun(folder);
    const now = Temporal.Now.instant().toString({ smallestUnit: "millisecond" });
    return loadDemo({ ...addresses, now });
  };
  const refreshed = async () => {
    const earlier = await readDemo(folder);
    return earlier === null ? null : refreshDemo(earlier, addresses);
  };
  const demo = isNew ? await progress.during("Loading the demo group", load) : await refreshed();
  if (!demo) return null;
  await writeDemo(folder, demo);
  await markDemoEnded(folder);
  return demo;
}

async function firstEnd(children: readonly Child[], register: RegisterDatabase): Promise<string> {
  return Promise.race([
    ...children.map(async (child) => {
      const how = await child.ended;
      const lines = child.lastLines();
      return `The ${child.name} ended by itself (${how}).${lines ? ` The end of its log:\n${lines}` : ""}`;
    }),
    register.lost.then(() => "The database ended by itself and does not start again."),
  ]);
}
