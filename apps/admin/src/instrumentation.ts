import type { Instrumentation } from "next";

/**
 * Runs once, before the first request: the log is JSON, and the sign-in's limits need the address of the other end, which
 * Next does not hand on.
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
  stampPeerAddress(readProcessSettings(process.env).trustedProxies);
}

export const onRequestError: Instrumentation.onRequestError = async (...fault) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logPageFault } = await import("./library-output.ts");
  await logPageFault(...fault);
};
