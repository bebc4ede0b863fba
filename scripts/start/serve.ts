import { apiNodeArguments, type Settings } from "@vehicle-contracts/settings";
import type { Addresses } from "./addresses.ts";
import { answers } from "./answers.ts";
import { nextCommand } from "./build-admin.ts";
import { type Child, startChild } from "./child.ts";
import { rerunArgs } from "./rerun-args.ts";

export interface ServeOptions {
  readonly root: string;
  readonly isDev: boolean;
  readonly settings: Settings;
  readonly addresses: Addresses;
  readonly programUrl: string;
  readonly authSecret: string;
  /** Null: logs go to this terminal. */
  readonly logFolder: string | null;
  /** Told of each program before it is ready, so that it can be stopped. */
  onChild(child: Child): void;
}

/** What both programs are told. The owner's address is not among it: they work as the program's role. */
function environmentOf({ isDev, settings, addresses, programUrl, authSecret }: ServeOptions) {
  return {
    NODE_ENV: isDev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: undefined,
    PROGRAM_DATABASE_URL: programUrl,
    AUTH_SECRET: authSecret,
    ADMIN_URL: addresses.adminUrl,
    API_URL: addresses.apiUrl,
    API_PORT: String(settings.apiPort),
    HOST: settings.host,
    TRUSTED_PROXIES: settings.trustedProxies.join(","),
    JOBS: settings.jobs ? "on" : "off",
    MAIL_URL: settings.mail?.url,
    MAIL_FROM: settings.mail?.from,
  };
}

/** Starts the API and waits until it is ready to serve. */
export async function serveApi(options: ServeOptions): Promise<Child> {
  const folder = "apps/api";
  const child = startChild({
    name: "API",
    args: options.isDev
      ? await rerunArgs(options.root, folder, "src/main.ts")
      : [...apiNodeArguments, "src/main.ts"],
    folder,
    env: environmentOf(options),
    logFolder: options.logFolder,
  });
  options.onChild(child);
  await answers(`${options.addresses.apiProbe}/readyz`, child);
  return child;
}

/** Starts the admin app and waits until its sign-in page is served. */
export async function serveAdmin(options: ServeOptions): Promise<Child> {
  const { adminPort, host } = options.settings;
  const program = options.isDev ? [nextCommand(options.root), "dev"] : ["src/serve.ts"];
  const child = startChild({
    name: "admin app",
    args: [...program, "--port", String(adminPort), "--hostname", host],
    folder: "apps/admin",
    env: environmentOf(options),
    logFolder: options.logFolder,
  });
  options.onChild(child);
  // The development server compiles its first page on demand, which a busy machine takes minutes for.
  await answers(`${options.addresses.adminProbe}/sign-in`, child, options.isDev ? 600_000 : 60_000);
  return child;
}
