import type { Instrumentation } from "next";

/**
 * Runs once, before the first request: the register has to have this program's schema, the log is JSON, and the sign-in's
 * limits need the address of the other end, which Next does not hand on.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env.NODE_ENV === "production") {
    const { logWhatLibrariesPrint } = await import("./library-output.ts");
    logWhatLibrariesPrint();
  }
  const { takeOddRequests } = await import("./request-targets.ts");
  takeOddRequests();
  const { stampPeerAddress } = await import("@vehicle-contracts/identity");
  const { readProcessSettings } = await import("@vehicle-contracts/settings");
  const { programDatabaseUrl, trustedProxies } = readProcessSettings(process.env);
  stampPeerAddress(trustedProxies);
  const { requireSchema } = await import("@vehicle-contracts/database/unit-of-work");
  const place = { url: programDatabaseUrl, applicationName: "vehicle-contracts admin schema" };
  await requireSchema(place, refuse).catch(refuse);
}

/** Next would go on without what could not be registered. */
function refuse(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

export const onRequestError: Instrumentation.onRequestError = async (...fault) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logPageFault } = await import("./library-output.ts");
  await logPageFault(...fault);
};
